-- Witnessing: members cosign the heads of each other's logs, so that no node rewrites its past unseen. All of it is hashes,
-- signed notes and figures; there is nothing personal here. A log is named by its origin.

-- Every head of another node's log that this node has cosigned. The key is the safeguard itself: one size, one root.
CREATE TABLE exchange.cosigned (
  log text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  -- The checkpoint as its log signed it, with the line of this node.
  note text NOT NULL,
  cosigned_at timestamptz NOT NULL,
  PRIMARY KEY (log, size)
);

CREATE FUNCTION exchange.refuse_uncosigning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was cosigned stays: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON exchange.cosigned
  FOR EACH ROW EXECUTE FUNCTION exchange.refuse_uncosigning();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON exchange.cosigned EXECUTE FUNCTION exchange.refuse_uncosigning();

-- The hashes of other nodes' trees, up to the head cosigned last (C2SP tlog-tiles): so that whoever lost his disk gets his back.
CREATE TABLE exchange.mirrored_tile (
  log text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 63),
  index bigint NOT NULL CHECK (index >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
  PRIMARY KEY (log, level, index)
);
-- Hashes do not compress.
ALTER TABLE exchange.mirrored_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Another node's log, as this node watches it.
CREATE TABLE exchange.watched_log (
  log text PRIMARY KEY,
  -- The newest head seen, from whomever, with the cosignatures known.
  size bigint CHECK (size >= 0),
  note text,
  seen_at timestamptz,
  -- The tile that is read again next, to see whether it still is what was mirrored.
  reread bigint NOT NULL DEFAULT 0 CHECK (reread >= 0),
  -- Since when its heads are not cosigned, why (a code), and the record where it breaks, where that can be told.
  refused_since timestamptz,
  refusal text,
  broken_at bigint CHECK (broken_at >= 0),
  CHECK (num_nulls(size, note, seen_at) IN (0, 3)),
  CHECK ((refused_since IS NULL) = (refusal IS NULL)),
  CHECK (broken_at IS NULL OR refusal IS NOT NULL)
);

-- Another node, as a witness of this node's log.
CREATE TABLE exchange.witness (
  node text PRIMARY KEY,
  -- Size of the head it cosigned last.
  known bigint NOT NULL DEFAULT 0 CHECK (known >= 0),
  cosigned_at timestamptz,
  -- Rounds in a row without an answer.
  missed integer NOT NULL DEFAULT 0 CHECK (missed >= 0),
  state text NOT NULL DEFAULT 'cosigning' CHECK (state IN ('cosigning', 'silent', 'refusing')),
  since timestamptz NOT NULL,
  -- Why it refuses: a code, and the record where this node's log breaks, where it told that.
  refusal text,
  broken_at bigint CHECK (broken_at >= 0),
  CHECK ((state = 'refusing') = (refusal IS NOT NULL)),
  CHECK (broken_at IS NULL OR refusal IS NOT NULL)
);

-- What others have put below the heads of this node's log.
CREATE TABLE exchange.cosignature (
  size bigint NOT NULL CHECK (size >= 0),
  node text NOT NULL,
  line text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (size, node)
);

-- Two histories of one log: two notes it has signed that no single history has both. The first such proof is kept, whoever's log
-- it is, and from then on its heads are not cosigned.
CREATE TABLE exchange.split_view (
  log text PRIMARY KEY,
  held text NOT NULL,
  shown text NOT NULL,
  -- Who showed the other one.
  node text NOT NULL,
  found_at timestamptz NOT NULL,
  record uuid NOT NULL
);
