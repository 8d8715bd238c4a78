-- Passenger lists while they are checked, and corrections beside entries of imported lists.

-- Who is checked from a list of passengers is counted apart from who is asked about one by one.
ALTER TABLE screening.counter DROP CONSTRAINT counter_way_check, ADD CONSTRAINT counter_way_check
  CHECK (way IN ('mrz', 'document', 'identity', 'object', 'unread', 'passenger-list'));

-- A list handed over, until its report is closed, its officer's session ends, or its time is over.
CREATE TABLE screening.passenger_list (
  id uuid PRIMARY KEY,
  officer uuid NOT NULL,
  -- The session it was handed over in: what it was allowed by is weighed anew before each person.
  session uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  ended_at timestamptz,
  state text NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'stopped')),
  persons integer NOT NULL CHECK (persons >= 0),
  unread integer NOT NULL CHECK (unread >= 0),
  hits integer NOT NULL DEFAULT 0 CHECK (hits >= 0),
  no_hits integer NOT NULL DEFAULT 0 CHECK (no_hits >= 0),
  -- Whose check failed, or who still waited when the list ended early.
  not_reached integer NOT NULL DEFAULT 0 CHECK (not_reached >= 0),
  -- Its name, why the officer asks, and the rows that could not be read.
  personal bytea NOT NULL,
  CHECK ((ended_at IS NULL) = (state = 'running')),
  CHECK (hits + no_hits + not_reached <= persons),
  CHECK (state = 'running' OR hits + no_hits + not_reached = persons)
);
CREATE INDEX passenger_list_officer ON screening.passenger_list (officer, taken_at);
CREATE INDEX passenger_list_running ON screening.passenger_list (taken_at, id) WHERE state = 'running';

-- People on a list. Whoever is in no alert goes from here in the transaction of his check. `personal` is the question while he
-- waits, and what the officer knows him by once he is met; of those who were not reached it is gone.
CREATE TABLE screening.passenger (
  list uuid NOT NULL REFERENCES screening.passenger_list ON DELETE CASCADE,
  place integer NOT NULL CHECK (place >= 0),
  line integer NOT NULL CHECK (line > 0),
  state text NOT NULL CHECK (state IN ('waiting', 'hit', 'discreet', 'not-reached')),
  "check" uuid,
  at timestamptz,
  personal bytea,
  PRIMARY KEY (list, place),
  CHECK (num_nulls("check", at) = CASE WHEN state IN ('hit', 'discreet') THEN 0 ELSE 2 END),
  CHECK ((personal IS NULL) = (state = 'not-reached'))
);

-- What this state holds to be wrong in an entry of an imported list. The entry itself is never changed.
CREATE TABLE alerts.correction (
  id uuid PRIMARY KEY,
  list text NOT NULL,
  ref text NOT NULL,
  -- A row of alerts.subject.
  subject uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('additional-name', 'wrong-name', 'additional-birth-date', 'wrong-birth-date')),
  state text NOT NULL CHECK (state IN ('proposed', 'in-force', 'declined', 'withdrawn', 'lapsed')),
  proposed_by uuid NOT NULL,
  authority text NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  ended_at timestamptz,
  -- What is added or wrong, what the list says instead, and why; null once the list has taken the entry off.
  personal bytea,
  CHECK (num_nulls(decided_by, decided_at) IN (0, 2)),
  CHECK (decided_by <> proposed_by),
  CHECK (state NOT IN ('in-force', 'declined') OR decided_by IS NOT NULL),
  CHECK ((ended_at IS NULL) = (state IN ('proposed', 'in-force')))
);
CREATE INDEX correction_subject ON alerts.correction (subject, proposed_at);
CREATE INDEX correction_standing ON alerts.correction (subject) WHERE state = 'in-force';
CREATE INDEX correction_proposed ON alerts.correction (proposed_at, id) WHERE state = 'proposed';
