-- A traveller who is in no alert leaves a counter, a salted commitment in the log, and the question sealed to oversight for
-- a term; a possible hit leaves what the second line needs until its own term. No row can be looked up by a traveller.

-- Checks by officer, hour, outcome and way of asking. Desks that share an account count in different slots, so that they
-- do not wait for each other; a figure is the sum of them.
CREATE TABLE screening.counter (
  officer uuid NOT NULL,
  hour timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('hit', 'no-hit', 'unreadable')),
  way text NOT NULL CHECK (way IN ('mrz', 'document', 'identity', 'object', 'unread')),
  slot smallint NOT NULL CHECK (slot >= 0),
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (officer, hour, outcome, way, slot)
);
CREATE INDEX counter_hour ON screening.counter (hour);

INSERT INTO screening.counter (officer, hour, outcome, way, slot, count)
SELECT officer_id, date_trunc('hour', at, 'UTC'), outcome, coalesce(read_as, 'unread'), 0, count(*)
FROM screening."check" GROUP BY 1, 2, 3, 4;

-- What its rows told beyond the log's record of each check goes with them.
DROP TABLE screening."check";

-- The keys of oversight: the public half here, the private half in a file that oversight may take away.
CREATE TABLE screening.oversight_key (
  -- The short id that every seal names.
  id bytea PRIMARY KEY CHECK (octet_length(id) = 8),
  -- Name, suite, id and public key in one line, as others seal to it.
  sealing_key text NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX oversight_key_is_one ON screening.oversight_key ((true));

-- Questions, sealed to oversight alone. The node that writes one cannot read it without the private key; deleting the row
-- deletes the encapsulated key with it.
CREATE TABLE screening.query (
  -- The id of the check.
  id uuid PRIMARY KEY,
  -- A full hour: rows of one hour cannot be told apart by it.
  shredded_on timestamptz NOT NULL,
  sealed bytea NOT NULL
);
CREATE INDEX query_shredded ON screening.query (shredded_on);

-- The same question again and again is counted by a keyed hash of day, officer and question, held for the day.
CREATE TABLE screening.question (
  day date NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, hash)
);

-- What is left of it: how often an officer asked one question on a day, once that is out of the ordinary.
CREATE TABLE screening.repeated (
  officer uuid NOT NULL,
  day date NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (officer, day)
);

-- An officer's own last checks, masked; gone with the session, or when the shift is over.
CREATE TABLE screening.last_check (
  -- The id of the check.
  id uuid PRIMARY KEY,
  officer uuid NOT NULL,
  session uuid NOT NULL,
  at timestamptz NOT NULL,
  personal bytea NOT NULL
);
CREATE INDEX last_check_session ON screening.last_check (session, at);

-- A check with candidates, until its officer refers it or the shift is over.
CREATE TABLE screening.possible_hit (
  -- The id of the check.
  id uuid PRIMARY KEY,
  officer uuid NOT NULL,
  at timestamptz NOT NULL,
  personal bytea NOT NULL
);
CREATE INDEX possible_hit_at ON screening.possible_hit (at);

-- Cases of the second line. The clock stands in clear, so that a job can see it run out; who is held does not.
CREATE TABLE screening.second_line (
  id uuid PRIMARY KEY,
  "check" uuid NOT NULL UNIQUE,
  authority text NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  -- The last step; a clock that stands before it was set back.
  changed_at timestamptz NOT NULL,
  closed_at timestamptz,
  held_since timestamptz,
  held_until timestamptz,
  -- When it was recorded that the limit was passed: once.
  overdue_at timestamptz,
  -- Counts every change: whoever changes a case names the one he saw.
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  personal bytea NOT NULL,
  CHECK (held_until IS NULL OR held_since IS NOT NULL)
);
CREATE INDEX second_line_opened ON screening.second_line (opened_at, id);
CREATE INDEX second_line_open ON screening.second_line (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX second_line_held ON screening.second_line (held_since)
  WHERE held_since IS NOT NULL AND held_until IS NULL AND overdue_at IS NULL;

-- Verdicts of a day; the cases themselves go after their term.
CREATE TABLE screening.verdict_counter (
  day date NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('same-person', 'not-the-same', 'cannot-be-established')),
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, verdict)
);

-- A document that was told apart from an alert or an entry of a list: a keyed hash of both, which goes when either ends.
CREATE TABLE screening.cleared (
  pair bytea PRIMARY KEY CHECK (octet_length(pair) = 32),
  alert uuid,
  subject uuid,
  at timestamptz NOT NULL,
  second_line uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CHECK (num_nonnulls(alert, subject) = 1)
);
CREATE INDEX cleared_alert ON screening.cleared (alert) WHERE alert IS NOT NULL;
CREATE INDEX cleared_subject ON screening.cleared (subject) WHERE subject IS NOT NULL;
CREATE INDEX cleared_expires ON screening.cleared (expires_at);

-- Shifts handed over, each signed by both officers.
CREATE TABLE screening.handover (
  id uuid PRIMARY KEY,
  authority text NOT NULL,
  from_officer uuid NOT NULL,
  from_at timestamptz NOT NULL,
  to_officer uuid,
  to_at timestamptz,
  -- The record of the leaving officer's signature.
  record uuid NOT NULL,
  personal bytea NOT NULL,
  CHECK (num_nonnulls(to_officer, to_at) <> 1),
  CHECK (to_officer <> from_officer)
);
CREATE INDEX handover_at ON screening.handover (from_at, id);
