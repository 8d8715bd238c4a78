-- What was hit is told by its owner, once an officer of the owner has confirmed.

-- Questions that were answered with a hit: what was asked and which alert was met, for as long as the asking node may have it told. A
-- no-hit leaves nothing here.
CREATE TABLE exchange.ask_hit (
  -- The reference that the answer gave.
  reference text PRIMARY KEY CHECK (reference ~ '^[0-9a-f]{32}$'),
  -- Who asked: nobody else may have it told.
  node text NOT NULL,
  at timestamptz NOT NULL,
  personal bytea NOT NULL
);
CREATE INDEX ask_hit_at ON exchange.ask_hit (at);

CREATE TABLE cases.inquiry (
  -- Made by the asking node: the same on both.
  id uuid PRIMARY KEY,
  side text NOT NULL CHECK (side IN ('asking', 'owning')),
  -- The other node, and its state.
  node text NOT NULL,
  other text NOT NULL CHECK (other ~ '^[A-Z]{2}$'),
  reference text NOT NULL CHECK (reference ~ '^[0-9a-f]{32}$'),
  -- Of the alert: its category names the roles that may see the inquiry. The asking side knows neither before it is told.
  alert text,
  category text,
  asked_at timestamptz NOT NULL,
  -- Who asked, or who decided.
  officer uuid,
  decision text CHECK (decision IN ('confirmed', 'not-confirmed')),
  decided_at timestamptz,
  -- The owner took back what it had told: the alert is in force no longer.
  recalled_at timestamptz,
  expires_at timestamptz NOT NULL,
  -- The row of the outbox that carried this side's word.
  outbox uuid,
  personal bytea NOT NULL,
  UNIQUE (side, node, reference),
  CHECK (side = 'asking' OR (alert IS NOT NULL AND category IS NOT NULL)),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK (recalled_at IS NULL OR decision = 'confirmed')
);
CREATE INDEX inquiry_expires ON cases.inquiry (expires_at);
CREATE INDEX inquiry_undecided ON cases.inquiry (asked_at) WHERE side = 'owning' AND decision IS NULL;
CREATE INDEX inquiry_told ON cases.inquiry (alert) WHERE side = 'owning' AND decision = 'confirmed' AND recalled_at IS NULL;
