-- Asks: questions of other nodes that are answered at once, hit or no-hit. Whom they were about stands nowhere here; the log has a
-- commitment to a question that met nobody, and a sealed part for one that did.

-- Ids of questions for as long as they are open: the same one is answered once.
CREATE TABLE exchange.ask_seen (
  node text NOT NULL,
  id text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (node, id)
);
CREATE INDEX ask_seen_expired ON exchange.ask_seen (expires_at);

-- How often an officer of a state has asked in an hour, under the name his node gives him, and how often there was a hit.
CREATE TABLE exchange.ask_count (
  state text NOT NULL,
  officer text NOT NULL,
  hour timestamptz NOT NULL,
  asked integer NOT NULL CHECK (asked > 0),
  hits integer NOT NULL CHECK (hits BETWEEN 0 AND asked),
  PRIMARY KEY (state, hour, officer)
);

-- States whose questions this node does not answer, by its own decision; the log has the reason.
CREATE TABLE exchange.ask_pause (
  state text PRIMARY KEY,
  paused_at timestamptz NOT NULL,
  record uuid NOT NULL
);
