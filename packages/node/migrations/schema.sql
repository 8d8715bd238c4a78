-- Generated from the migrations, their sum; change the schema by a new migration.

CREATE SCHEMA access;

CREATE SCHEMA alerts;

CREATE SCHEMA audit;

CREATE SCHEMA platform;

CREATE SCHEMA screening;

CREATE OR REPLACE FUNCTION audit.log_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (NEW.origin, NEW.verifier_key) IS DISTINCT FROM (OLD.origin, OLD.verifier_key) OR NEW.size < OLD.size THEN
    RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION audit.part_is_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.text IS NULL OR NEW.text IS NOT NULL OR (NEW.record, NEW.name) IS DISTINCT FROM (OLD.record, OLD.name) THEN
    RAISE EXCEPTION 'a part of the audit log is erased or left alone' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION audit.record_is_folded()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.position IS NOT NULL OR NEW.position IS NULL
    OR (NEW.content, NEW.leaf_hash) IS DISTINCT FROM (OLD.content, OLD.leaf_hash) THEN
    RAISE EXCEPTION 'a record of the audit log takes its place once and never changes'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION audit.refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'the audit log only grows: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $function$;

CREATE OR REPLACE FUNCTION audit.tile_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (NEW.level, NEW.index) IS DISTINCT FROM (OLD.level, OLD.index)
    OR substring(NEW.hashes FROM 1 FOR octet_length(OLD.hashes)) IS DISTINCT FROM OLD.hashes THEN
    RAISE EXCEPTION 'a tile of the audit log only grows' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $function$;

CREATE TABLE access.authority (
  id text NOT NULL,
  names jsonb NOT NULL,
  CONSTRAINT authority_pkey PRIMARY KEY (id),
  CONSTRAINT authority_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

CREATE TABLE access.node (
  single boolean DEFAULT true NOT NULL,
  state text NOT NULL,
  demonstration boolean NOT NULL,
  founded_at timestamp with time zone NOT NULL,
  CONSTRAINT node_pkey PRIMARY KEY (single),
  CONSTRAINT node_single_check CHECK (single),
  CONSTRAINT node_state_check CHECK ((state ~ '^[A-Z]{2}$'::text))
);

CREATE TABLE access.officer (
  id uuid NOT NULL,
  name text NOT NULL,
  authority text NOT NULL,
  roles text[] NOT NULL,
  password_hash text,
  failures integer DEFAULT 0 NOT NULL,
  locked_until timestamp with time zone,
  entered_at timestamp with time zone NOT NULL,
  personal jsonb NOT NULL,
  CONSTRAINT officer_pkey PRIMARY KEY (id),
  CONSTRAINT officer_name_key UNIQUE (name),
  CONSTRAINT officer_failures_check CHECK ((failures >= 0)),
  CONSTRAINT officer_name_check CHECK (((name ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'::text) AND (length(name) <= 60))),
  CONSTRAINT officer_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  CONSTRAINT officer_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['border-officer'::text, 'contact-point-officer'::text, 'reviewer'::text, 'oversight-officer'::text, 'administrator'::text]))),
  CONSTRAINT officer_authority_fkey FOREIGN KEY (authority) REFERENCES access.authority(id)
);

CREATE TABLE access.session (
  id uuid NOT NULL,
  officer uuid NOT NULL,
  token_hash bytea NOT NULL,
  started_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  revoked_because text,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT session_check CHECK ((ends_at > started_at)),
  CONSTRAINT session_check1 CHECK (((revoked_at IS NULL) = (revoked_because IS NULL))),
  CONSTRAINT session_revoked_because_check CHECK ((revoked_because = ANY (ARRAY['signed-out'::text, 'revoked'::text, 'officer-locked'::text, 'password-changed'::text]))),
  CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32)),
  CONSTRAINT session_officer_fkey FOREIGN KEY (officer) REFERENCES access.officer(id)
);

CREATE TABLE alerts.change (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  list text NOT NULL,
  subject uuid,
  change text NOT NULL,
  "position" bigint,
  CONSTRAINT change_pkey PRIMARY KEY (id),
  CONSTRAINT change_position_key UNIQUE ("position"),
  CONSTRAINT change_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text, 'basis'::text]))),
  CONSTRAINT change_check CHECK (((subject IS NULL) = (change = 'basis'::text))),
  CONSTRAINT change_position_check CHECK (("position" > 0))
);

CREATE TABLE alerts.feed (
  size bigint NOT NULL,
  CONSTRAINT feed_size_check CHECK ((size >= 0))
);

CREATE TABLE alerts.import (
  id uuid NOT NULL,
  list text NOT NULL,
  format text NOT NULL,
  state text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  started_by text NOT NULL,
  files jsonb NOT NULL,
  bytes_read bigint DEFAULT 0 NOT NULL,
  bytes_total bigint NOT NULL,
  read integer DEFAULT 0 NOT NULL,
  added integer DEFAULT 0 NOT NULL,
  changed integer DEFAULT 0 NOT NULL,
  unchanged integer DEFAULT 0 NOT NULL,
  removed integer DEFAULT 0 NOT NULL,
  refused integer DEFAULT 0 NOT NULL,
  persons integer DEFAULT 0 NOT NULL,
  organisations integer DEFAULT 0 NOT NULL,
  vessels integer DEFAULT 0 NOT NULL,
  aircraft integer DEFAULT 0 NOT NULL,
  list_date text,
  failure_code text,
  failure_detail text,
  abort_requested boolean DEFAULT false NOT NULL,
  CONSTRAINT import_pkey PRIMARY KEY (id),
  CONSTRAINT import_check CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['reading'::text, 'applying'::text])))),
  CONSTRAINT import_check1 CHECK (((failure_code IS NOT NULL) = (state = ANY (ARRAY['aborted'::text, 'failed'::text])))),
  CONSTRAINT import_check2 CHECK (((state <> 'done'::text) OR (read = (((added + changed) + unchanged) + refused)))),
  CONSTRAINT import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'applying'::text, 'done'::text, 'aborted'::text, 'failed'::text]))),
  CONSTRAINT import_list_fkey FOREIGN KEY (list) REFERENCES alerts.list(id)
);

CREATE TABLE alerts.import_change (
  import uuid NOT NULL,
  number integer NOT NULL,
  change text NOT NULL,
  ref text NOT NULL,
  kind text NOT NULL,
  fields text[] NOT NULL,
  personal jsonb NOT NULL,
  CONSTRAINT import_change_pkey PRIMARY KEY (import, number),
  CONSTRAINT import_change_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text]))),
  CONSTRAINT import_change_import_fkey FOREIGN KEY (import) REFERENCES alerts.import(id) ON DELETE CASCADE
);

CREATE TABLE alerts.import_problem (
  import uuid NOT NULL,
  number integer NOT NULL,
  file text NOT NULL,
  place text NOT NULL,
  ref text,
  personal jsonb NOT NULL,
  CONSTRAINT import_problem_pkey PRIMARY KEY (import, number),
  CONSTRAINT import_problem_import_fkey FOREIGN KEY (import) REFERENCES alerts.import(id) ON DELETE CASCADE
);

CREATE TABLE alerts.list (
  id text NOT NULL,
  format text NOT NULL,
  legal_basis text,
  action text,
  stated_by text,
  stated_at timestamp with time zone,
  CONSTRAINT list_pkey PRIMARY KEY (id),
  CONSTRAINT list_action_check CHECK ((action = ANY (ARRAY['freeze'::text, 'refuse-visa'::text, 'inform'::text]))),
  CONSTRAINT list_check CHECK ((num_nulls(legal_basis, action, stated_by, stated_at) = ANY (ARRAY[0, 4]))),
  CONSTRAINT list_legal_basis_check CHECK (((length(legal_basis) >= 10) AND (length(legal_basis) <= 500)))
);

CREATE TABLE alerts.subject (
  id uuid NOT NULL,
  list text NOT NULL,
  ref text NOT NULL,
  scope text NOT NULL,
  kind text NOT NULL,
  version bytea NOT NULL,
  personal jsonb,
  CONSTRAINT subject_pkey PRIMARY KEY (id),
  CONSTRAINT subject_list_ref_key UNIQUE (list, ref),
  CONSTRAINT subject_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'vessel'::text, 'aircraft'::text]))),
  CONSTRAINT subject_version_check CHECK ((octet_length(version) = 32))
);

CREATE TABLE audit.checkpoint (
  size bigint NOT NULL,
  note text NOT NULL,
  CONSTRAINT checkpoint_pkey PRIMARY KEY (size),
  CONSTRAINT checkpoint_size_check CHECK ((size > 0))
);

CREATE TABLE audit.log (
  origin text NOT NULL,
  verifier_key text NOT NULL,
  size bigint DEFAULT 0 NOT NULL,
  CONSTRAINT log_pkey PRIMARY KEY (origin),
  CONSTRAINT log_size_check CHECK ((size >= 0))
);

CREATE TABLE audit.part (
  record uuid NOT NULL,
  name text NOT NULL,
  salt bytea,
  text text,
  erased_by uuid,
  CONSTRAINT part_pkey PRIMARY KEY (record, name),
  CONSTRAINT part_check CHECK ((((salt IS NULL) = (text IS NULL)) AND ((text IS NULL) = (erased_by IS NOT NULL)))),
  CONSTRAINT part_salt_check CHECK ((octet_length(salt) = 32)),
  CONSTRAINT part_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES audit.record(id),
  CONSTRAINT part_record_fkey FOREIGN KEY (record) REFERENCES audit.record(id)
);

CREATE TABLE audit.record (
  id uuid GENERATED ALWAYS AS ((((content)::jsonb ->> 'id'::text))::uuid) STORED NOT NULL,
  content text NOT NULL,
  leaf_hash bytea NOT NULL,
  "position" bigint,
  event text GENERATED ALWAYS AS (((content)::jsonb ->> 'event'::text)) STORED NOT NULL,
  actor text GENERATED ALWAYS AS ((((content)::jsonb -> 'actor'::text) ->> 'id'::text)) STORED NOT NULL,
  outcome text GENERATED ALWAYS AS (((content)::jsonb ->> 'outcome'::text)) STORED NOT NULL,
  case_reference text GENERATED ALWAYS AS (((content)::jsonb ->> 'case'::text)) STORED,
  CONSTRAINT record_pkey PRIMARY KEY (id),
  CONSTRAINT record_position_key UNIQUE ("position"),
  CONSTRAINT record_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32)),
  CONSTRAINT record_position_check CHECK (("position" >= 0))
);

CREATE TABLE audit.tile (
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL,
  CONSTRAINT tile_pkey PRIMARY KEY (level, index),
  CONSTRAINT tile_hashes_check CHECK ((((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0))),
  CONSTRAINT tile_index_check CHECK ((index >= 0)),
  CONSTRAINT tile_level_check CHECK (((level >= 0) AND (level <= 63)))
);

CREATE TABLE platform.migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE screening."check" (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  officer_id uuid NOT NULL,
  outcome text NOT NULL,
  read_as text,
  exact_document integer NOT NULL,
  strong integer NOT NULL,
  possible integer NOT NULL,
  commitment bytea NOT NULL,
  record_id uuid NOT NULL,
  personal jsonb,
  CONSTRAINT check_pkey PRIMARY KEY (id),
  CONSTRAINT check_check CHECK (((outcome = 'unreadable'::text) = (read_as IS NULL))),
  CONSTRAINT check_check1 CHECK (((outcome = 'hit'::text) = (((exact_document + strong) + possible) > 0))),
  CONSTRAINT check_commitment_check CHECK ((length(commitment) = 32)),
  CONSTRAINT check_exact_document_check CHECK ((exact_document >= 0)),
  CONSTRAINT check_outcome_check CHECK ((outcome = ANY (ARRAY['hit'::text, 'no-hit'::text, 'unreadable'::text]))),
  CONSTRAINT check_possible_check CHECK ((possible >= 0)),
  CONSTRAINT check_read_as_check CHECK ((read_as = ANY (ARRAY['mrz'::text, 'document'::text, 'identity'::text]))),
  CONSTRAINT check_strong_check CHECK ((strong >= 0))
);

CREATE INDEX session_of_officer ON access.session USING btree (officer, started_at) WHERE (revoked_at IS NULL);

CREATE INDEX change_pending ON alerts.change USING btree (id) WHERE ("position" IS NULL);

CREATE UNIQUE INDEX feed_is_one ON alerts.feed USING btree ((true));

CREATE INDEX import_list ON alerts.import USING btree (list, id);

CREATE INDEX import_open ON alerts.import USING btree (list) WHERE (ended_at IS NULL);

CREATE INDEX subject_listed ON alerts.subject USING btree (list, kind) WHERE (personal IS NOT NULL);

CREATE UNIQUE INDEX log_is_one ON audit.log USING btree ((true));

CREATE INDEX record_actor ON audit.record USING btree (actor, id);

CREATE INDEX record_case ON audit.record USING btree (case_reference, id) WHERE (case_reference IS NOT NULL);

CREATE INDEX record_event ON audit.record USING btree (event, id);

CREATE INDEX record_pending ON audit.record USING btree (id) WHERE ("position" IS NULL);

CREATE INDEX check_at ON screening."check" USING btree (at);

CREATE TRIGGER stays BEFORE UPDATE ON audit.checkpoint FOR EACH ROW EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER grows BEFORE UPDATE ON audit.log FOR EACH ROW EXECUTE FUNCTION audit.log_grows();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.log FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER is_erased BEFORE UPDATE ON audit.part FOR EACH ROW EXECUTE FUNCTION audit.part_is_erased();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.part FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER is_folded BEFORE UPDATE ON audit.record FOR EACH ROW EXECUTE FUNCTION audit.record_is_folded();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.record FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER grows BEFORE UPDATE ON audit.tile FOR EACH ROW EXECUTE FUNCTION audit.tile_grows();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.tile FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
