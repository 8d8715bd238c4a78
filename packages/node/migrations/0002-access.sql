CREATE SCHEMA access;

-- Which node this is: one row, written at founding. A node never becomes a demonstration, nor ceases to be one.
CREATE TABLE access.node (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
  demonstration boolean NOT NULL,
  founded_at timestamptz NOT NULL
);

CREATE TABLE access.authority (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  names jsonb NOT NULL
);

CREATE TABLE access.officer (
  id uuid PRIMARY KEY,
  -- The sign-in name, given by the authority: an identifier of the service, told to nobody else.
  name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9]+([.-][a-z0-9]+)*$' AND length(name) <= 60),
  authority text NOT NULL REFERENCES access.authority (id),
  roles text[] NOT NULL CHECK (
    cardinality(roles) > 0
    AND roles <@ ARRAY['border-officer', 'contact-point-officer', 'reviewer', 'oversight-officer', 'administrator']
  ),
  -- Argon2id in its encoded form; null where the officer cannot sign in by password.
  password_hash text CHECK (password_hash LIKE '$argon2id$%'),
  failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- A lock that only a person lifts reaches to the year 9999.
  locked_until timestamptz,
  entered_at timestamptz NOT NULL,
  -- Everything about the person himself: displayName.
  personal jsonb NOT NULL
);

CREATE TABLE access.session (
  id uuid PRIMARY KEY,
  officer uuid NOT NULL REFERENCES access.officer (id),
  -- SHA-256 of the token; the token itself is in the browser's cookie alone.
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  started_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > started_at),
  revoked_at timestamptz,
  revoked_because text CHECK (revoked_because IN ('signed-out', 'revoked', 'officer-locked', 'password-changed')),
  CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
);

CREATE INDEX session_of_officer ON access.session (officer, started_at) WHERE revoked_at IS NULL;
