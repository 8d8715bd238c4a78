-- Envelopes between nodes: what goes out, what comes in, and how far each has come. Bodies are sealed; who wrote to whom,
-- when, and of which type stands in clear, so that a channel can be watched without anyone reading it.

CREATE SCHEMA exchange;

-- How far what this node sends to another has come. Everything below a number counts: envelopes are numbered, delivered and
-- answered in one order.
CREATE TABLE exchange.outgoing (
  node text PRIMARY KEY,
  -- Number of the last envelope for it.
  sent bigint NOT NULL DEFAULT 0 CHECK (sent >= 0),
  -- Number of the last envelope it has stored, by its signed word.
  delivered bigint NOT NULL DEFAULT 0 CHECK (delivered >= 0),
  -- Number of the last envelope it has accepted or refused.
  settled bigint NOT NULL DEFAULT 0 CHECK (settled >= 0),
  -- Where its receipts have been read to.
  receipts bigint NOT NULL DEFAULT 0 CHECK (receipts >= 0),
  delivered_at timestamptz,
  -- Number of the act that its register ended with when it last said so.
  head bigint,
  reached_at timestamptz,
  -- Since when it cannot be reached or will not take envelopes, and why: a code.
  failing_since timestamptz,
  failure text,
  CHECK (delivered <= sent AND settled <= delivered),
  CHECK ((failing_since IS NULL) = (failure IS NULL))
);

-- How far what another node sends has come here.
CREATE TABLE exchange.incoming (
  node text PRIMARY KEY,
  received bigint NOT NULL DEFAULT 0 CHECK (received >= 0),
  applied bigint NOT NULL DEFAULT 0 CHECK (applied >= 0),
  -- Number of the last receipt given for what came.
  receipts bigint NOT NULL DEFAULT 0 CHECK (receipts >= 0),
  received_at timestamptz,
  -- The next envelope failed for a reason of this node's own: how often, and when it is tried again.
  tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  retry_at timestamptz,
  CHECK (applied <= received)
);

-- Channels this node has suspended by itself.
CREATE TABLE exchange.suspension (
  node text PRIMARY KEY,
  suspended_at timestamptz NOT NULL,
  record uuid NOT NULL,
  -- The reason, in words.
  personal bytea NOT NULL
);

-- What is to be sent, written in the transaction of the thing itself. An envelope gets its number, and with it its id and its
-- signature, once that is committed.
CREATE TABLE exchange.outbox (
  id uuid PRIMARY KEY,
  -- The order of writing. Who locks what an envelope is about before writing it, keeps the order of his changes.
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  node text NOT NULL,
  type text NOT NULL,
  handling text NOT NULL,
  instrument text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  -- From here on written by the sequencer, all at once.
  seq bigint CHECK (seq > 0),
  -- SHA-256 of the envelope's bytes: its id.
  envelope bytea CHECK (octet_length(envelope) = 32),
  sent_at timestamptz,
  -- Number and hash of the act the register ended with.
  head bigint,
  head_hash text,
  -- A void went out under the number, since the envelope had expired.
  voided boolean,
  signature bytea CHECK (octet_length(signature) = 64),
  signed_by text,
  -- The record of the sending.
  record uuid,
  -- Salt, body and attachments; null once erased.
  personal bytea,
  UNIQUE (node, seq),
  CHECK (num_nulls(seq, envelope, sent_at, head, head_hash, voided, signature, signed_by, record) IN (0, 9))
);
CREATE INDEX outbox_waiting ON exchange.outbox (node, ordinal) WHERE seq IS NULL;
CREATE INDEX outbox_envelope ON exchange.outbox (envelope) WHERE envelope IS NOT NULL;
-- What is sealed does not compress.
ALTER TABLE exchange.outbox ALTER COLUMN personal SET STORAGE EXTERNAL;

-- What came, as it was signed.
CREATE TABLE exchange.inbox (
  node text NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  envelope bytea NOT NULL CHECK (octet_length(envelope) = 32),
  type text NOT NULL,
  received_at timestamptz NOT NULL,
  -- Why it is refused, where that is known before anyone reads the body: a code.
  refused text,
  -- The record of the receipt.
  record uuid NOT NULL,
  -- The receipt that was given for it, one line.
  receipt text NOT NULL,
  -- Signature and bytes; null once erased.
  personal bytea,
  PRIMARY KEY (node, seq)
);
CREATE INDEX inbox_envelope ON exchange.inbox (envelope);
ALTER TABLE exchange.inbox ALTER COLUMN personal SET STORAGE EXTERNAL;

-- Receipts this node gives for what it has dealt with. Each peer reads its own by their numbers.
CREATE TABLE exchange.receipt_given (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  node text NOT NULL,
  -- Number among those for this node; null until numbered.
  number bigint CHECK (number > 0),
  seq bigint NOT NULL CHECK (seq > 0),
  status text NOT NULL CHECK (status IN ('accepted', 'refused', 'opened')),
  line text NOT NULL,
  UNIQUE (node, number),
  UNIQUE (node, seq, status)
);
CREATE INDEX receipt_given_waiting ON exchange.receipt_given (node, id) WHERE number IS NULL;

-- Receipts this node holds for what it has sent.
CREATE TABLE exchange.receipt_held (
  node text NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  status text NOT NULL CHECK (status IN ('received', 'accepted', 'refused', 'opened')),
  line text NOT NULL,
  PRIMARY KEY (node, seq, status)
);

-- Envelopes that were refused, or expired before they went: an operator sees them and may send them again.
CREATE TABLE exchange.dead_letter (
  -- The row of the outbox.
  id uuid PRIMARY KEY REFERENCES exchange.outbox (id),
  at timestamptz NOT NULL,
  -- Why: `expired`, or the code of the receiver's refusal.
  code text NOT NULL,
  released_at timestamptz,
  -- The envelope that was sent in its place, a row of the outbox.
  released_as uuid REFERENCES exchange.outbox (id),
  CHECK ((released_at IS NULL) = (released_as IS NULL))
);
CREATE INDEX dead_letter_open ON exchange.dead_letter (at, id) WHERE released_at IS NULL;
