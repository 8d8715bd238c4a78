-- Lists and what stands on them; imports and their reports; the feed that tells the index what changed.
-- Whatever is personal stands in a column named `personal`, one per row.

CREATE SCHEMA alerts;

-- A list without a basis in this state's law is kept but silent. What a list leads to is never an arrest.
CREATE TABLE alerts.list (
  id text PRIMARY KEY,
  format text NOT NULL,
  legal_basis text,
  action text CHECK (action IN ('freeze', 'refuse-visa', 'inform')),
  -- The id of the officer, or the command of the operator.
  stated_by text,
  stated_at timestamptz,
  CHECK (num_nulls(legal_basis, action, stated_by, stated_at) IN (0, 4)),
  CHECK (length(legal_basis) BETWEEN 10 AND 500)
);

INSERT INTO alerts.list (id, format) VALUES
  ('un-sc', 'un-sc'),
  ('ofac-sdn', 'ofac-sdn'),
  ('ofac-non-sdn', 'ofac-sdn'),
  ('us-csl', 'us-csl'),
  ('eu-oj', 'eu-oj'),
  ('eu-fsf', 'eu-fsf'),
  ('uk-sl', 'uk-sl'),
  ('invented', 'un-sc');

-- `personal` is the subject as its list gives it; null once the list has taken it off. Rows come by the hundred
-- thousand, all for one list: a foreign key would look that list up for each, and doubles the time of an import.
CREATE TABLE alerts.subject (
  id uuid PRIMARY KEY,
  list text NOT NULL,
  ref text NOT NULL,
  -- The part of the list a file can speak for alone: a regulation of the Official Journal; empty elsewhere.
  scope text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'vessel', 'aircraft')),
  -- SHA-256 of the subject as read, by which a later import tells whether it changed.
  version bytea NOT NULL CHECK (octet_length(version) = 32),
  personal jsonb,
  UNIQUE (list, ref)
);
CREATE INDEX subject_listed ON alerts.subject (list, kind) WHERE personal IS NOT NULL;

CREATE TABLE alerts.import (
  id uuid PRIMARY KEY,
  list text NOT NULL REFERENCES alerts.list,
  format text NOT NULL,
  state text NOT NULL CHECK (state IN ('reading', 'applying', 'done', 'aborted', 'failed')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  started_by text NOT NULL,
  -- Name and size of each file.
  files jsonb NOT NULL,
  bytes_read bigint NOT NULL DEFAULT 0,
  bytes_total bigint NOT NULL,
  read integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  removed integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  persons integer NOT NULL DEFAULT 0,
  organisations integer NOT NULL DEFAULT 0,
  vessels integer NOT NULL DEFAULT 0,
  aircraft integer NOT NULL DEFAULT 0,
  list_date text,
  failure_code text,
  failure_detail text,
  -- Asks whichever process runs the import to end it.
  abort_requested boolean NOT NULL DEFAULT false,
  CHECK ((ended_at IS NULL) = (state IN ('reading', 'applying'))),
  CHECK ((failure_code IS NOT NULL) = (state IN ('aborted', 'failed'))),
  CHECK (state <> 'done' OR read = added + changed + unchanged + refused)
);
CREATE INDEX import_list ON alerts.import (list, id);
CREATE INDEX import_open ON alerts.import (list) WHERE ended_at IS NULL;

-- The report: one row per record added, changed or removed. `personal` holds the name.
CREATE TABLE alerts.import_change (
  import uuid NOT NULL REFERENCES alerts.import ON DELETE CASCADE,
  number integer NOT NULL,
  change text NOT NULL CHECK (change IN ('added', 'changed', 'removed')),
  ref text NOT NULL,
  kind text NOT NULL,
  fields text[] NOT NULL,
  personal jsonb NOT NULL,
  PRIMARY KEY (import, number)
);

-- Records and fields that could not be read. `personal` holds the reason and its values, which quote the record.
CREATE TABLE alerts.import_problem (
  import uuid NOT NULL REFERENCES alerts.import ON DELETE CASCADE,
  number integer NOT NULL,
  file text NOT NULL,
  place text NOT NULL,
  ref text,
  personal jsonb NOT NULL,
  PRIMARY KEY (import, number)
);

-- The feed. A position is given after the commit, by the sequencer alone; readers go by positions.
CREATE TABLE alerts.change (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  list text NOT NULL,
  -- A row of alerts.subject, which is never deleted; null where the list's basis changed.
  subject uuid,
  change text NOT NULL CHECK (change IN ('added', 'changed', 'removed', 'basis')),
  position bigint UNIQUE CHECK (position > 0),
  CHECK ((subject IS NULL) = (change = 'basis'))
);
CREATE INDEX change_pending ON alerts.change (id) WHERE position IS NULL;

-- How far the feed is numbered. One row.
CREATE TABLE alerts.feed (
  size bigint NOT NULL CHECK (size >= 0)
);
CREATE UNIQUE INDEX feed_is_one ON alerts.feed ((true));
INSERT INTO alerts.feed (size) VALUES (0);
