-- Acts on their way: what was proposed, and who has consented. What is adopted lies in the register.

CREATE SCHEMA decisions;

CREATE TABLE decisions.proposal (
  -- SHA-256 of the statement: the act's name.
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  organisation text NOT NULL,
  number integer NOT NULL CHECK (number > 1),
  -- Canonical JSON of the statement.
  statement text NOT NULL,
  -- The node it came from first; this node's own id where it was proposed here.
  proposed_by text NOT NULL,
  known_at timestamptz NOT NULL,
  record uuid NOT NULL
);
CREATE INDEX proposal_number ON decisions.proposal (number);

CREATE TABLE decisions.consent (
  hash text NOT NULL REFERENCES decisions.proposal (hash),
  member text NOT NULL CHECK (member ~ '^[A-Z]{2}$'),
  -- Canonical JSON of the consent, whose signature was verified.
  line text NOT NULL,
  known_at timestamptz NOT NULL,
  PRIMARY KEY (hash, member)
);
