-- Counts the changes made to an officer, so that of two who edit him at once the second is told.
ALTER TABLE access.officer ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0);

-- How a session was begun. Until now officers of a demonstration came in at one click, all others by password.
ALTER TABLE access.session ADD COLUMN method text CHECK (method IN ('password', 'passkey', 'one-click'));
UPDATE access.session SET method =
  CASE WHEN (SELECT demonstration FROM access.node) THEN 'one-click' ELSE 'password' END;
ALTER TABLE access.session ALTER COLUMN method SET NOT NULL;

ALTER TABLE access.session DROP CONSTRAINT session_revoked_because_check;
ALTER TABLE access.session ADD CONSTRAINT session_revoked_because_check CHECK (
  revoked_because IN (
    'signed-out', 'revoked', 'officer-locked', 'password-changed', 'roles-changed', 'authority-changed', 'passkey-removed'
  )
);

-- A passkey of an officer (WebAuthn). Id and public key are no secret: they open nothing without the authenticator.
CREATE TABLE access.passkey (
  id uuid PRIMARY KEY,
  officer uuid NOT NULL REFERENCES access.officer (id),
  credential_id bytea NOT NULL UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
  -- COSE_Key, as the authenticator gave it.
  public_key bytea NOT NULL,
  -- Signatures made, as the authenticator last said; 0 where it does not count.
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  -- Whether it may be on more than one device.
  synced boolean NOT NULL,
  entered_at timestamptz NOT NULL,
  last_used_at timestamptz,
  -- What the officer calls it, sealed.
  personal bytea NOT NULL
);

CREATE INDEX passkey_of_officer ON access.passkey (officer);

-- The passkey a session was begun with, for as long as it is there.
ALTER TABLE access.session ADD COLUMN passkey uuid REFERENCES access.passkey (id) ON DELETE SET NULL;
ALTER TABLE access.session ADD CONSTRAINT session_passkey_check CHECK (passkey IS NULL OR method = 'passkey');

-- What an authenticator is asked to sign: once, soon, and by the browser that was asked.
CREATE TABLE access.challenge (
  -- SHA-256 of a token that this browser alone holds.
  browser bytea NOT NULL CHECK (octet_length(browser) = 32),
  ceremony text NOT NULL CHECK (ceremony IN ('registration', 'sign-in')),
  challenge bytea NOT NULL CHECK (octet_length(challenge) = 32),
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (browser, ceremony)
);

CREATE INDEX challenge_end ON access.challenge (ends_at);
