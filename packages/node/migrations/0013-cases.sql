-- Hits followed up with the other side's contact point. Each node keeps its own record of the same thread; what was said and
-- whom it is about is sealed, what lists and clocks go by stands in clear.

CREATE SCHEMA cases;

CREATE TABLE cases.follow_up (
  -- The thread's id: random, made by the node that reports, so that it tells no time.
  id uuid PRIMARY KEY,
  side text NOT NULL CHECK (side IN ('owning', 'reporting')),
  -- The other node, and its state; null where hit and alert are both this state's. Nobody else writes to the thread.
  node text,
  other text CHECK (other ~ '^[A-Z]{2}$'),
  reference text NOT NULL,
  owner text NOT NULL CHECK (owner ~ '^[A-Z]{2}$'),
  category text NOT NULL,
  urgent boolean NOT NULL,
  opened_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  -- Who took it up here.
  officer uuid,
  -- When it began to sound at the duty desk, and when it went to those above: once each.
  sounded_at timestamptz,
  escalated_at timestamptz,
  closed_at timestamptz,
  -- Entries so far: the last one's number.
  entries integer NOT NULL DEFAULT 0 CHECK (entries >= 0),
  personal bytea NOT NULL,
  CHECK ((node IS NULL) = (other IS NULL)),
  CHECK (side = 'owning' OR node IS NOT NULL)
);
CREATE INDEX follow_up_changed ON cases.follow_up (changed_at, id);
CREATE INDEX follow_up_open ON cases.follow_up (changed_at, id) WHERE closed_at IS NULL;
CREATE INDEX follow_up_unacknowledged ON cases.follow_up (opened_at)
  WHERE side = 'owning' AND acknowledged_at IS NULL AND closed_at IS NULL;
CREATE INDEX follow_up_closed ON cases.follow_up (closed_at) WHERE closed_at IS NOT NULL;

-- The thread: what either side wrote, asked, gave and recorded, in the order in which this node has it.
CREATE TABLE cases.entry (
  follow_up uuid NOT NULL REFERENCES cases.follow_up (id) ON DELETE CASCADE,
  -- Made by whoever wrote it: the same on both nodes, and taken once.
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (
    kind IN ('hit', 'text', 'acknowledgement', 'outcome', 'identity', 'warrant', 'extradition-intended', 'cancellation')
  ),
  form text CHECK (form IN ('asked', 'given')),
  urgent boolean NOT NULL,
  outcome text,
  answers uuid,
  -- Written by this side.
  here boolean NOT NULL,
  officer uuid,
  at timestamptz NOT NULL,
  -- Of what was asked: when the answer falls due, and when it came.
  due_at timestamptz,
  answered_at timestamptz,
  -- The row of the outbox that carried it to the other side.
  outbox uuid,
  record uuid NOT NULL,
  personal bytea NOT NULL,
  PRIMARY KEY (follow_up, id),
  UNIQUE (follow_up, number),
  CHECK ((kind = 'outcome') = (outcome IS NOT NULL)),
  CHECK (here OR officer IS NULL)
);
CREATE INDEX entry_due ON cases.entry (due_at) WHERE due_at IS NOT NULL AND answered_at IS NULL;
