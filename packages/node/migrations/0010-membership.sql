-- What this node knows of its organisation by itself: the acts, whose fold is the register, and the keys it acts with.

CREATE SCHEMA membership;

-- Acts as they were adopted, from the founding act on. The register is their fold and stands nowhere else.
CREATE TABLE membership.act (
  number integer PRIMARY KEY CHECK (number > 0),
  -- SHA-256 of the statement: the act's name.
  hash text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- Canonical JSON of statement and consents, as it goes from node to node.
  line text NOT NULL,
  adopted_at timestamptz NOT NULL,
  -- The record of the adoption.
  record uuid NOT NULL
);

-- Which organisation the node is in, and as which of its nodes. One row, written when it joins.
CREATE TABLE membership.standing (
  organisation text PRIMARY KEY,
  -- Hash of the founding statement, which operators have compared out of band.
  pin text NOT NULL CHECK (pin ~ '^[0-9a-f]{64}$'),
  node text NOT NULL,
  joined_at timestamptz NOT NULL,
  record uuid NOT NULL
);
CREATE UNIQUE INDEX standing_is_one ON membership.standing ((true));

-- The node's own keys, the public half as acts and peers have it. None is deleted: what was sealed to one long retired
-- may still be on its way.
CREATE TABLE membership.own_key (
  use text NOT NULL CHECK (use IN ('signing', 'sealing', 'tls', 'witness')),
  id text NOT NULL,
  -- The node's id they were made for.
  node text NOT NULL,
  -- Counts up: of two keys of one use the later is the newer, whatever the clock says.
  number bigint GENERATED ALWAYS AS IDENTITY,
  made_at timestamptz NOT NULL,
  public text NOT NULL,
  -- The private half.
  personal bytea NOT NULL,
  record uuid NOT NULL,
  PRIMARY KEY (use, id)
);

-- What this member has consented to. A second consent under one number would let the chain of acts fork.
CREATE TABLE membership.consent (
  organisation text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- Canonical JSON of the consent.
  line text NOT NULL,
  given_at timestamptz NOT NULL,
  record uuid NOT NULL,
  PRIMARY KEY (organisation, number, hash)
);

CREATE FUNCTION membership.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'acts and consents only grow: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON membership.act EXECUTE FUNCTION membership.refuse();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON membership.standing EXECUTE FUNCTION membership.refuse();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON membership.consent EXECUTE FUNCTION membership.refuse();
