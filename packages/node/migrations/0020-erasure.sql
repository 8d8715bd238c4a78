-- What an envelope said is erased: with the alert it is about, or once no peer can need it any more. Its number, its id and its
-- signature stay; a node that was restored is told that the number is passed over.

ALTER TABLE exchange.outbox
  -- What it is about, as its room names it: it is erased with that.
  ADD COLUMN about text,
  -- To be erased as soon as its receiver has dealt with it.
  ADD COLUMN erase boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT outbox_says_until_numbered CHECK (personal IS NOT NULL OR seq IS NOT NULL);
CREATE INDEX outbox_about ON exchange.outbox (about) WHERE about IS NOT NULL AND personal IS NOT NULL;
CREATE INDEX outbox_to_erase ON exchange.outbox (node, seq) WHERE erase AND personal IS NOT NULL;
CREATE INDEX outbox_kept ON exchange.outbox (node, seq) WHERE personal IS NOT NULL;

ALTER TABLE exchange.inbox
  ADD COLUMN about text,
  -- To be erased once the portion it is applied with is through.
  ADD COLUMN erase boolean NOT NULL DEFAULT false,
  -- The sender's signature over id and place: it proves as much once the content is erased.
  ADD COLUMN signature bytea CHECK (octet_length(signature) = 64);
CREATE INDEX inbox_about ON exchange.inbox (node, about) WHERE about IS NOT NULL AND personal IS NOT NULL;
CREATE INDEX inbox_to_erase ON exchange.inbox (node, seq) WHERE erase AND personal IS NOT NULL;
CREATE INDEX inbox_kept ON exchange.inbox (node, seq) WHERE personal IS NOT NULL;

CREATE INDEX circulation_outbox ON alerts.circulation (outbox);

-- Runs of numbers that were used up without their content: it was erased before a restored node could have it again.
CREATE TABLE exchange.passed (
  node text NOT NULL,
  -- `out`: numbers of this node's own, passed over for the peer. `in`: the peer's.
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  first bigint NOT NULL CHECK (first > 0),
  last bigint NOT NULL CHECK (last >= first),
  at timestamptz NOT NULL,
  record uuid NOT NULL,
  PRIMARY KEY (node, direction, first, last)
);
