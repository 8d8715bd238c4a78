-- Files that travel beside the envelopes, in sealed chunks of a mebibyte. A chunk lies as it travels: sealed by a key of the file's
-- own (docs/protocol/sealed-chunks.md), and that key lies sealed in the file's row.

CREATE TABLE exchange.file (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (
    state IN (
      -- Being sealed here, or pulled from the node that encloses it; then whole.
      'making', 'coming', 'here',
      -- Whole, and the room it is for has made its own of it.
      'taken',
      -- It is not what was announced, or no room takes it; its sender has it no more; it was erased here.
      'refused', 'gone', 'erased'
    )
  ),
  size bigint NOT NULL CHECK (size BETWEEN 0 AND 1073741824),
  -- Chunks stored: those from the first on, without gaps.
  chunks integer NOT NULL DEFAULT 0 CHECK (chunks BETWEEN 0 AND 1024),
  kept_at timestamptz NOT NULL,
  -- The room that keeps it; without one it goes with the envelopes that enclose it.
  holder text,
  -- Of one that came: the envelope's sender and number, and its place among the attachments.
  node text,
  seq bigint,
  position smallint,
  -- Why it is refused, or why it was not to be had last time: a code.
  failure text,
  tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  retry_at timestamptz,
  -- Its sender knows what became of it here.
  told boolean NOT NULL DEFAULT false,
  -- Key, hash, name and type.
  personal bytea,
  UNIQUE (node, seq, position),
  CHECK (num_nulls(node, seq, position) IN (0, 3)),
  CHECK ((personal IS NULL) = (state IN ('making', 'taken', 'erased')))
);
CREATE INDEX file_untold ON exchange.file (node, size) WHERE NOT told AND node IS NOT NULL;

CREATE TABLE exchange.file_chunk (
  file uuid NOT NULL REFERENCES exchange.file (id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number BETWEEN 0 AND 1023),
  sealed bytea NOT NULL CHECK (octet_length(sealed) <= 1048598),
  PRIMARY KEY (file, number)
);
-- What is sealed does not compress.
ALTER TABLE exchange.file_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Which files an envelope of this node's encloses, and what its receiver says became of them there.
CREATE TABLE exchange.enclosure (
  outbox uuid NOT NULL REFERENCES exchange.outbox (id) ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position BETWEEN 0 AND 99),
  file uuid NOT NULL REFERENCES exchange.file (id),
  outcome text CHECK (outcome IN ('here', 'refused')),
  code text,
  outcome_at timestamptz,
  PRIMARY KEY (outbox, position),
  CHECK ((outcome IS NULL) = (outcome_at IS NULL)),
  CHECK ((code IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'refused'))
);
CREATE INDEX enclosure_file ON exchange.enclosure (file);

-- Files of a case's messages, by their ids in the exchange's keeping; one that was uploaded waits for the message that takes it.
CREATE TABLE cases.file (
  file uuid PRIMARY KEY,
  follow_up uuid NOT NULL REFERENCES cases.follow_up (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  -- Who uploaded it here.
  officer uuid,
  entry uuid,
  position smallint,
  UNIQUE (follow_up, entry, position),
  CHECK ((entry IS NULL) = (position IS NULL)),
  CHECK (entry IS NOT NULL OR officer IS NOT NULL)
);
CREATE INDEX case_file_waiting ON cases.file (at) WHERE entry IS NULL;

-- Photographs travel as attachments.
ALTER TABLE alerts.photograph
  -- Of an alert of this state's own: the file it goes out as, made when the alert first does.
  ADD COLUMN file uuid,
  -- Of another state's: its id there, by which the next version names it again.
  ADD COLUMN owners_id uuid,
  ADD CONSTRAINT photograph_owners UNIQUE (alert, owners_id);

-- Photographs of other states' alerts that are on their way, by the file they come as.
CREATE TABLE alerts.photograph_awaited (
  file uuid PRIMARY KEY,
  alert uuid NOT NULL REFERENCES alerts.alert (id),
  owners_id uuid NOT NULL,
  identity integer NOT NULL CHECK (identity >= 0),
  UNIQUE (alert, owners_id)
);
