-- A node that starts asks its peers what they saw of it before it says anything: it may have been restored from a backup.

-- Who may give records their place in the tree. `alone`: anybody who holds the key, since nobody vouches for this log. `held`:
-- nobody, until the peers have told which heads they saw. `witnessed`: the running node, which has asked.
ALTER TABLE audit.log ADD COLUMN growth text NOT NULL DEFAULT 'alone' CHECK (growth IN ('alone', 'held', 'witnessed'));

-- Records that were in the tree before a restore, and of which the hash alone came back, from a peer's mirror.
CREATE TABLE audit.lost_record (
  position bigint PRIMARY KEY CHECK (position >= 0),
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32)
);
CREATE TRIGGER stays BEFORE UPDATE ON audit.lost_record FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.lost_record EXECUTE FUNCTION audit.refuse();

-- How far the channel with each node is open again since this node started.
CREATE TABLE exchange.opening (
  node text PRIMARY KEY,
  -- `waiting`: it has not told what it saw. `catching-up`: what it sent is taken, nothing goes out. `contradicted`: what it saw
  -- and what is held here cannot both be; a person has to look.
  state text NOT NULL CHECK (state IN ('waiting', 'catching-up', 'open', 'contradicted')),
  since timestamptz NOT NULL,
  -- Number up to which its envelopes are to be applied before the channel opens.
  target bigint CHECK (target >= 0),
  -- Why it is contradicted: a code.
  why text,
  -- The first and last number of what this node sent before a restore and learnt back.
  regained_from bigint CHECK (regained_from > 0),
  regained_to bigint CHECK (regained_to >= regained_from),
  CHECK ((state = 'contradicted') = (why IS NOT NULL)),
  CHECK (num_nulls(regained_from, regained_to) IN (0, 2))
);

-- Restores that showed: this node knew less than its peers had seen of it.
CREATE TABLE exchange.restore (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  -- Records in the log as it was restored, as the peers had seen it, and how many of those are lost.
  size_before bigint NOT NULL CHECK (size_before >= 0),
  size_after bigint NOT NULL CHECK (size_after >= size_before),
  lost bigint NOT NULL CHECK (lost >= 0)
);

-- Receipts of a node that was restored and has forgotten them: it deals with the envelopes again and gives others. These still
-- prove what it did then.
CREATE TABLE exchange.receipt_superseded (
  node text NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  status text NOT NULL CHECK (status IN ('received', 'accepted', 'refused', 'opened')),
  at timestamptz NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (node, seq, status, at)
);

-- An alert of this state's own that was lost and learnt back from its holders names nobody who wrote it.
ALTER TABLE alerts.alert DROP CONSTRAINT alert_is_own_or_held, ADD CONSTRAINT alert_is_own_or_held CHECK (
  num_nulls(node, owner_revision) IN (0, 2)
  AND (node IS NULL OR author IS NULL)
  AND (node IS NOT NULL OR num_nonnulls(acceptance, flag_action) = 0)
  AND (node IS NULL OR audience = 'national')
  AND (audience = 'members') = (cardinality(addressees) > 0)
);
