-- Checks made at the desk. No row tells who the traveller was: the question stands only as a commitment.
CREATE SCHEMA screening;

CREATE TABLE screening."check" (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  officer_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('hit', 'no-hit', 'unreadable')),
  -- What the input was read as; null where it could not be read.
  read_as text CHECK (read_as IN ('mrz', 'document', 'identity')),
  exact_document integer NOT NULL CHECK (exact_document >= 0),
  strong integer NOT NULL CHECK (strong >= 0),
  possible integer NOT NULL CHECK (possible >= 0),
  -- SHA-256 over the salt and the canonical question.
  commitment bytea NOT NULL CHECK (length(commitment) = 32),
  -- The audit record written in the same transaction.
  record_id uuid NOT NULL,
  -- The one place with what is personal: the list entries met, and the commitment's salt.
  personal jsonb,
  CHECK ((outcome = 'unreadable') = (read_as IS NULL)),
  CHECK ((outcome = 'hit') = (exact_document + strong + possible > 0))
);

CREATE INDEX check_at ON screening."check" (at);
