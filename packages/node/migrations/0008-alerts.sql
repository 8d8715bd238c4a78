-- Alerts of this state and, later, of others: what is asked of whoever meets their subject. Everything personal
-- (content, reasons, answers, photographs) is sealed in a column named `personal`; the plain columns are what lists are
-- filtered and sorted by.

CREATE TABLE alerts.alert (
  id uuid PRIMARY KEY,
  -- What officers cite: `KZ-2026-000123`.
  reference text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z]{2}-\d{4}-\d{6,}$'),
  owner text NOT NULL CHECK (owner ~ '^[A-Z]{2}$'),
  kind text NOT NULL CHECK (
    kind IN ('person', 'organisation', 'document', 'blank-documents', 'vehicle', 'vessel', 'aircraft', 'container', 'firearm')
  ),
  category text NOT NULL,
  action text,
  status text NOT NULL CHECK (
    status IN ('draft', 'in-review', 'refused', 'abandoned', 'in-force', 'suspended', 'withdrawn', 'expired')
  ),
  -- The version in force, or the last that was; none before the first approval.
  current integer,
  -- The version being written or reviewed.
  pending integer,
  -- Who began it, and for which authority.
  author uuid NOT NULL,
  authority text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  in_force_at timestamptz,
  expires_at timestamptz,
  review_at timestamptz,
  disputed_at timestamptz,
  -- Counts every change: whoever changes an alert names the one he saw.
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((status IN ('in-force', 'suspended')) <= (current IS NOT NULL AND action IS NOT NULL AND expires_at IS NOT NULL)),
  CHECK ((status IN ('draft', 'in-review')) <= (pending IS NOT NULL))
);

-- One index for each order of the list, within a status: the ended, most of a register in time, are not passed on the way
-- to those in force; all statuses together are as many walks, merged. Category and kind lie in it, so that a walk for a
-- rare one does not visit every row.
CREATE INDEX alert_updated ON alerts.alert (status, updated_at, id) INCLUDE (category, kind);
CREATE INDEX alert_created ON alerts.alert (status, created_at, id) INCLUDE (category, kind);
CREATE INDEX alert_expires ON alerts.alert (status, expires_at, id) INCLUDE (category, kind);
CREATE INDEX alert_review ON alerts.alert (status, review_at, id) INCLUDE (category, kind);
CREATE INDEX alert_reference ON alerts.alert (status, reference, id) INCLUDE (category, kind);
-- Few alerts are gathered by what narrows them. An index of few values is small.
CREATE INDEX alert_category ON alerts.alert (category, kind, status);
CREATE INDEX alert_kind ON alerts.alert (kind);
CREATE INDEX alert_owner ON alerts.alert (owner);
CREATE INDEX alert_author ON alerts.alert (author);
CREATE INDEX alert_pending ON alerts.alert (id) WHERE pending IS NOT NULL;
CREATE INDEX alert_disputed ON alerts.alert (disputed_at) WHERE disputed_at IS NOT NULL;

-- What was written: the first version, amendments, extensions. `personal` holds the content and, once submitted, those
-- alike that its author considered.
CREATE TABLE alerts.version (
  alert uuid NOT NULL REFERENCES alerts.alert (id),
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('issue', 'amendment', 'extension')),
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'refused', 'abandoned')),
  -- Everyone who wrote in it: none of them reviews it.
  authors uuid[] NOT NULL CHECK (cardinality(authors) > 0),
  saved_at timestamptz NOT NULL,
  personal bytea NOT NULL,
  PRIMARY KEY (alert, number)
);
CREATE INDEX version_in_review ON alerts.version (alert, number) WHERE state = 'in-review';

-- The history. `personal` holds reasons and answers.
CREATE TABLE alerts.step (
  alert uuid NOT NULL REFERENCES alerts.alert (id),
  number integer NOT NULL CHECK (number > 0),
  at timestamptz NOT NULL,
  step text NOT NULL,
  -- An officer's id, an operator's command, or `node`.
  by text NOT NULL,
  version integer,
  record uuid NOT NULL,
  -- Repeated here for the yearly figures, which outlive the content.
  category text NOT NULL,
  personal bytea,
  PRIMARY KEY (alert, number)
);
CREATE INDEX step_at ON alerts.step (at);

-- For a person's comparison only: cleaned of metadata, never searched.
CREATE TABLE alerts.photograph (
  id uuid PRIMARY KEY,
  alert uuid NOT NULL REFERENCES alerts.alert (id),
  -- Which of the identities it shows, from 0.
  identity integer NOT NULL CHECK (identity >= 0),
  -- The version it came with: it is shown once that one has passed review.
  version integer NOT NULL,
  added_at timestamptz NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  personal bytea NOT NULL
);
CREATE INDEX photograph_alert ON alerts.photograph (alert);

-- The last number given in a year.
CREATE TABLE alerts.reference (
  year integer PRIMARY KEY,
  last integer NOT NULL CHECK (last > 0)
);

-- An officer's own filters. A name or a search text may name somebody.
CREATE TABLE alerts.filter (
  id uuid PRIMARY KEY,
  officer uuid NOT NULL,
  personal bytea NOT NULL
);
CREATE INDEX filter_officer ON alerts.filter (officer);

-- How many alerts an officer has opened, and how many lines of lists he has seen, in an hour: reading in bulk is refused.
CREATE TABLE alerts.reading (
  officer uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('alert', 'line')),
  hour timestamptz NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (officer, what, hour)
);

-- The feed tells of alerts as it tells of subjects of lists.
ALTER TABLE alerts.change ALTER COLUMN list DROP NOT NULL;
ALTER TABLE alerts.change ADD COLUMN alert uuid;
ALTER TABLE alerts.change DROP CONSTRAINT change_check;
ALTER TABLE alerts.change ADD CONSTRAINT change_names_one CHECK (
  (alert IS NOT NULL AND list IS NULL AND subject IS NULL AND change <> 'basis')
  OR (alert IS NULL AND list IS NOT NULL AND (subject IS NULL) = (change = 'basis'))
);
