-- The audit log. The rules below keep this program and its operator from changing the past by
-- mistake; they bind no superuser. What binds everyone is `entente audit verify`, which trusts none of it.

CREATE SCHEMA audit;

-- Which log this is. One row, written when the node is founded; only `size` moves, and only up.
CREATE TABLE audit.log (
  origin text PRIMARY KEY,
  verifier_key text NOT NULL,
  -- Leaves in the tree; the sequencer compares and sets it.
  size bigint NOT NULL DEFAULT 0 CHECK (size >= 0)
);
CREATE UNIQUE INDEX log_is_one ON audit.log ((true));

-- One row, one leaf. `content` is the leaf's canonical JSON; what is searched by is derived from it,
-- so that there is one truth. Ids are UUIDv7 of the moment in the leaf: their order is the order in time.
CREATE TABLE audit.record (
  id uuid PRIMARY KEY GENERATED ALWAYS AS ((content::jsonb ->> 'id')::uuid) STORED,
  content text NOT NULL,
  -- SHA-256(0x00 || content), RFC 6962.
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  -- Place in the tree, from 0 without gaps; null until the sequencer has folded the record in.
  position bigint UNIQUE CHECK (position >= 0),
  event text NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'event') STORED,
  actor text NOT NULL GENERATED ALWAYS AS (content::jsonb -> 'actor' ->> 'id') STORED,
  outcome text NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'outcome') STORED,
  case_reference text GENERATED ALWAYS AS (content::jsonb ->> 'case') STORED
);
CREATE INDEX record_pending ON audit.record (id) WHERE position IS NULL;
CREATE INDEX record_actor ON audit.record (actor, id);
CREATE INDEX record_event ON audit.record (event, id);
CREATE INDEX record_case ON audit.record (case_reference, id) WHERE case_reference IS NOT NULL;

-- The personal parts of records: all personal data of the log is here. The leaf holds only
-- SHA-256(salt || text); with both gone nothing can be guessed from it.
CREATE TABLE audit.part (
  record uuid NOT NULL REFERENCES audit.record (id),
  name text NOT NULL,
  salt bytea CHECK (octet_length(salt) = 32),
  text text,
  -- The record of the erasure.
  erased_by uuid REFERENCES audit.record (id),
  PRIMARY KEY (record, name),
  CHECK ((salt IS NULL) = (text IS NULL) AND (text IS NULL) = (erased_by IS NOT NULL))
);

-- The tree, as C2SP tlog-tiles lays it out: up to 256 hashes of 32 bytes a tile.
CREATE TABLE audit.tile (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 63),
  index bigint NOT NULL CHECK (index >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
  PRIMARY KEY (level, index)
);
-- Hashes do not compress.
ALTER TABLE audit.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Every head the node has signed (C2SP tlog-checkpoint), one per fold.
CREATE TABLE audit.checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  note text NOT NULL
);

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION audit.log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.origin, NEW.verifier_key) IS DISTINCT FROM (OLD.origin, OLD.verifier_key) OR NEW.size < OLD.size THEN
    RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION audit.record_is_folded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.position IS NOT NULL OR NEW.position IS NULL
    OR (NEW.content, NEW.leaf_hash) IS DISTINCT FROM (OLD.content, OLD.leaf_hash) THEN
    RAISE EXCEPTION 'a record of the audit log takes its place once and never changes'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION audit.part_is_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.text IS NULL OR NEW.text IS NOT NULL OR (NEW.record, NEW.name) IS DISTINCT FROM (OLD.record, OLD.name) THEN
    RAISE EXCEPTION 'a part of the audit log is erased or left alone' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION audit.tile_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.level, NEW.index) IS DISTINCT FROM (OLD.level, OLD.index)
    OR substring(NEW.hashes FROM 1 FOR octet_length(OLD.hashes)) IS DISTINCT FROM OLD.hashes THEN
    RAISE EXCEPTION 'a tile of the audit log only grows' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER grows BEFORE UPDATE ON audit.log FOR EACH ROW EXECUTE FUNCTION audit.log_grows();
CREATE TRIGGER is_folded BEFORE UPDATE ON audit.record FOR EACH ROW EXECUTE FUNCTION audit.record_is_folded();
CREATE TRIGGER is_erased BEFORE UPDATE ON audit.part FOR EACH ROW EXECUTE FUNCTION audit.part_is_erased();
CREATE TRIGGER grows BEFORE UPDATE ON audit.tile FOR EACH ROW EXECUTE FUNCTION audit.tile_grows();
CREATE TRIGGER stays BEFORE UPDATE ON audit.checkpoint FOR EACH ROW EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.log EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.record EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.part EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.tile EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.checkpoint EXECUTE FUNCTION audit.refuse();
