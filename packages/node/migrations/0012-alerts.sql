-- Alerts travel: what of this state's own goes to whom, and what other states' alerts are here.

ALTER TABLE alerts.alert
  -- The node it came from; null for an alert of this state's own. Whoever wrote it is known there alone.
  ADD COLUMN node text,
  ALTER COLUMN author DROP NOT NULL,
  ALTER COLUMN authority DROP NOT NULL,
  -- Its revision at its owner: what is older is ignored.
  ADD COLUMN owner_revision integer CHECK (owner_revision > 0),
  -- Whether it waits for an officer of this state; null where nothing is to be accepted. Until accepted it answers nothing.
  ADD COLUMN acceptance text CHECK (acceptance IN ('awaited', 'accepted', 'refused')),
  -- What is done here in the place of what its owner asks for.
  ADD COLUMN flag_action text,
  -- To whom the version in force goes, and whom it names: codes of members, ids of bodies.
  ADD COLUMN audience text NOT NULL DEFAULT 'national'
    CHECK (audience IN ('all-members', 'members', 'searchable', 'national')),
  ADD COLUMN addressees text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT alert_is_own_or_held CHECK (
    num_nulls(node, owner_revision) IN (0, 2)
    AND (node IS NULL) = (author IS NOT NULL)
    AND (node IS NOT NULL OR num_nonnulls(acceptance, flag_action) = 0)
    AND (node IS NULL OR audience = 'national')
    AND (audience = 'members') = (cardinality(addressees) > 0)
  ),
  DROP CONSTRAINT alert_status_check,
  ADD CONSTRAINT alert_status_check CHECK (
    status IN (
      'draft', 'in-review', 'refused', 'abandoned', 'in-force', 'suspended', 'withdrawn', 'expired', 'deleted'
    )
  );
CREATE INDEX alert_awaited ON alerts.alert (id) WHERE acceptance = 'awaited';
CREATE INDEX alert_travelling ON alerts.alert (id) WHERE audience IN ('all-members', 'members') AND status = 'in-force';

-- A version that came from another state names none of its authors.
ALTER TABLE alerts.version DROP CONSTRAINT version_authors_check;

-- What each node was told last of an alert of this state's own.
CREATE TABLE alerts.circulation (
  alert uuid NOT NULL REFERENCES alerts.alert (id),
  node text NOT NULL,
  told text NOT NULL CHECK (told IN ('circulated', 'suspended', 'withdrawn', 'deleted')),
  -- The version it was sent last.
  version integer NOT NULL,
  -- The row of the outbox.
  outbox uuid NOT NULL,
  at timestamptz NOT NULL,
  -- It takes no action on its territory: since when, on which ground, and what it does instead.
  flagged_at timestamptz,
  flag_why text,
  flag_action text,
  PRIMARY KEY (alert, node),
  CHECK ((flagged_at IS NULL) = (flag_why IS NULL))
);
