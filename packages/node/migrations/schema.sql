-- Generated from the migrations, their sum; change the schema by a new migration.

CREATE SCHEMA access;

CREATE SCHEMA alerts;

CREATE SCHEMA audit;

CREATE SCHEMA cases;

CREATE SCHEMA decisions;

CREATE SCHEMA exchange;

CREATE SCHEMA membership;

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

CREATE OR REPLACE FUNCTION audit.part_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.personal IS NULL OR (NEW.record, NEW.name) IS DISTINCT FROM (OLD.record, OLD.name)
    OR NEW.personal IS NOT NULL
      AND (NEW.erased_by IS NOT NULL OR substring(NEW.personal FROM 46) IS DISTINCT FROM substring(OLD.personal FROM 46)) THEN
    RAISE EXCEPTION 'a part of the audit log is erased, wrapped anew or left alone'
      USING ERRCODE = 'integrity_constraint_violation';
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

CREATE OR REPLACE FUNCTION exchange.refuse_uncosigning()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'what was cosigned stays: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $function$;

CREATE OR REPLACE FUNCTION membership.refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'acts and consents only grow: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $function$;

CREATE TABLE access.authority (
  id text NOT NULL,
  names jsonb NOT NULL,
  CONSTRAINT authority_pkey PRIMARY KEY (id),
  CONSTRAINT authority_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

CREATE TABLE access.challenge (
  browser bytea NOT NULL,
  ceremony text NOT NULL,
  challenge bytea NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT challenge_pkey PRIMARY KEY (browser, ceremony),
  CONSTRAINT challenge_browser_check CHECK ((octet_length(browser) = 32)),
  CONSTRAINT challenge_ceremony_check CHECK ((ceremony = ANY (ARRAY['registration'::text, 'sign-in'::text]))),
  CONSTRAINT challenge_challenge_check CHECK ((octet_length(challenge) = 32))
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
  authority text NOT NULL,
  roles text[] NOT NULL,
  password_hash text,
  failures integer DEFAULT 0 NOT NULL,
  locked_until timestamp with time zone,
  entered_at timestamp with time zone NOT NULL,
  personal bytea NOT NULL,
  name_lookup bytea NOT NULL,
  revision integer DEFAULT 1 NOT NULL,
  CONSTRAINT officer_pkey PRIMARY KEY (id),
  CONSTRAINT officer_name_lookup_key UNIQUE (name_lookup),
  CONSTRAINT officer_failures_check CHECK ((failures >= 0)),
  CONSTRAINT officer_name_lookup_check CHECK ((octet_length(name_lookup) = 32)),
  CONSTRAINT officer_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  CONSTRAINT officer_revision_check CHECK ((revision > 0)),
  CONSTRAINT officer_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['border-officer'::text, 'contact-point-officer'::text, 'reviewer'::text, 'oversight-officer'::text, 'administrator'::text]))),
  CONSTRAINT officer_authority_fkey FOREIGN KEY (authority) REFERENCES access.authority(id)
);

CREATE TABLE access.passkey (
  id uuid NOT NULL,
  officer uuid NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  synced boolean NOT NULL,
  entered_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  personal bytea NOT NULL,
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_credential_id_key UNIQUE (credential_id),
  CONSTRAINT passkey_counter_check CHECK ((counter >= 0)),
  CONSTRAINT passkey_credential_id_check CHECK (((octet_length(credential_id) >= 1) AND (octet_length(credential_id) <= 1023))),
  CONSTRAINT passkey_officer_fkey FOREIGN KEY (officer) REFERENCES access.officer(id)
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
  method text NOT NULL,
  passkey uuid,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT session_check CHECK ((ends_at > started_at)),
  CONSTRAINT session_check1 CHECK (((revoked_at IS NULL) = (revoked_because IS NULL))),
  CONSTRAINT session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'passkey'::text, 'one-click'::text]))),
  CONSTRAINT session_passkey_check CHECK (((passkey IS NULL) OR (method = 'passkey'::text))),
  CONSTRAINT session_revoked_because_check CHECK ((revoked_because = ANY (ARRAY['signed-out'::text, 'revoked'::text, 'officer-locked'::text, 'password-changed'::text, 'roles-changed'::text, 'authority-changed'::text, 'passkey-removed'::text]))),
  CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32)),
  CONSTRAINT session_officer_fkey FOREIGN KEY (officer) REFERENCES access.officer(id),
  CONSTRAINT session_passkey_fkey FOREIGN KEY (passkey) REFERENCES access.passkey(id) ON DELETE SET NULL
);

CREATE TABLE alerts.alert (
  id uuid NOT NULL,
  reference text NOT NULL,
  owner text NOT NULL,
  kind text NOT NULL,
  category text NOT NULL,
  action text,
  status text NOT NULL,
  current integer,
  pending integer,
  author uuid,
  authority text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  in_force_at timestamp with time zone,
  expires_at timestamp with time zone,
  review_at timestamp with time zone,
  disputed_at timestamp with time zone,
  revision integer DEFAULT 1 NOT NULL,
  node text,
  owner_revision integer,
  acceptance text,
  flag_action text,
  audience text DEFAULT 'national'::text NOT NULL,
  addressees text[] DEFAULT '{}'::text[] NOT NULL,
  CONSTRAINT alert_pkey PRIMARY KEY (id),
  CONSTRAINT alert_reference_key UNIQUE (reference),
  CONSTRAINT alert_acceptance_check CHECK ((acceptance = ANY (ARRAY['awaited'::text, 'accepted'::text, 'refused'::text]))),
  CONSTRAINT alert_audience_check CHECK ((audience = ANY (ARRAY['all-members'::text, 'members'::text, 'searchable'::text, 'national'::text]))),
  CONSTRAINT alert_check CHECK (((status = ANY (ARRAY['in-force'::text, 'suspended'::text])) <= ((current IS NOT NULL) AND (action IS NOT NULL) AND (expires_at IS NOT NULL)))),
  CONSTRAINT alert_check1 CHECK (((status = ANY (ARRAY['draft'::text, 'in-review'::text])) <= (pending IS NOT NULL))),
  CONSTRAINT alert_is_own_or_held CHECK (((num_nulls(node, owner_revision) = ANY (ARRAY[0, 2])) AND ((node IS NULL) OR (author IS NULL)) AND ((node IS NOT NULL) OR (num_nonnulls(acceptance, flag_action) = 0)) AND ((node IS NULL) OR (audience = 'national'::text)) AND ((audience = 'members'::text) = (cardinality(addressees) > 0)))),
  CONSTRAINT alert_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'document'::text, 'blank-documents'::text, 'vehicle'::text, 'vessel'::text, 'aircraft'::text, 'container'::text, 'firearm'::text]))),
  CONSTRAINT alert_owner_check CHECK ((owner ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT alert_owner_revision_check CHECK ((owner_revision > 0)),
  CONSTRAINT alert_reference_check CHECK ((reference ~ '^[A-Z]{2}-\d{4}-\d{6,}$'::text)),
  CONSTRAINT alert_revision_check CHECK ((revision > 0)),
  CONSTRAINT alert_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'in-review'::text, 'refused'::text, 'abandoned'::text, 'in-force'::text, 'suspended'::text, 'withdrawn'::text, 'expired'::text, 'deleted'::text])))
);

CREATE TABLE alerts.change (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  list text,
  subject uuid,
  change text NOT NULL,
  "position" bigint,
  alert uuid,
  CONSTRAINT change_pkey PRIMARY KEY (id),
  CONSTRAINT change_position_key UNIQUE ("position"),
  CONSTRAINT change_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text, 'basis'::text]))),
  CONSTRAINT change_names_one CHECK ((((alert IS NOT NULL) AND (list IS NULL) AND (subject IS NULL) AND (change <> 'basis'::text)) OR ((alert IS NULL) AND (list IS NOT NULL) AND ((subject IS NULL) = (change = 'basis'::text))))),
  CONSTRAINT change_position_check CHECK (("position" > 0))
);

CREATE TABLE alerts.circulation (
  alert uuid NOT NULL,
  node text NOT NULL,
  told text NOT NULL,
  version integer NOT NULL,
  outbox uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  flagged_at timestamp with time zone,
  flag_why text,
  flag_action text,
  CONSTRAINT circulation_pkey PRIMARY KEY (alert, node),
  CONSTRAINT circulation_check CHECK (((flagged_at IS NULL) = (flag_why IS NULL))),
  CONSTRAINT circulation_told_check CHECK ((told = ANY (ARRAY['circulated'::text, 'suspended'::text, 'withdrawn'::text, 'deleted'::text]))),
  CONSTRAINT circulation_alert_fkey FOREIGN KEY (alert) REFERENCES alerts.alert(id)
);

CREATE TABLE alerts.correction (
  id uuid NOT NULL,
  list text NOT NULL,
  ref text NOT NULL,
  subject uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  proposed_by uuid NOT NULL,
  authority text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  personal bytea,
  CONSTRAINT correction_pkey PRIMARY KEY (id),
  CONSTRAINT correction_check CHECK ((num_nulls(decided_by, decided_at) = ANY (ARRAY[0, 2]))),
  CONSTRAINT correction_check1 CHECK ((decided_by <> proposed_by)),
  CONSTRAINT correction_check2 CHECK (((state <> ALL (ARRAY['in-force'::text, 'declined'::text])) OR (decided_by IS NOT NULL))),
  CONSTRAINT correction_check3 CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['proposed'::text, 'in-force'::text])))),
  CONSTRAINT correction_kind_check CHECK ((kind = ANY (ARRAY['additional-name'::text, 'wrong-name'::text, 'additional-birth-date'::text, 'wrong-birth-date'::text]))),
  CONSTRAINT correction_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'in-force'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text])))
);

CREATE TABLE alerts.feed (
  size bigint NOT NULL,
  CONSTRAINT feed_size_check CHECK ((size >= 0))
);

CREATE TABLE alerts.filter (
  id uuid NOT NULL,
  officer uuid NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT filter_pkey PRIMARY KEY (id)
);

CREATE TABLE alerts.import (
  id uuid NOT NULL,
  list text NOT NULL,
  format text NOT NULL,
  state text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  started_by text NOT NULL,
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
  abort_requested boolean DEFAULT false NOT NULL,
  personal bytea NOT NULL,
  failure_detail bytea,
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
  personal bytea NOT NULL,
  CONSTRAINT import_change_pkey PRIMARY KEY (import, number),
  CONSTRAINT import_change_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text]))),
  CONSTRAINT import_change_import_fkey FOREIGN KEY (import) REFERENCES alerts.import(id) ON DELETE CASCADE
);

CREATE TABLE alerts.import_problem (
  import uuid NOT NULL,
  number integer NOT NULL,
  personal bytea NOT NULL,
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

CREATE TABLE alerts.photograph (
  id uuid NOT NULL,
  alert uuid NOT NULL,
  identity integer NOT NULL,
  version integer NOT NULL,
  added_at timestamp with time zone NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  personal bytea NOT NULL,
  file uuid,
  owners_id uuid,
  CONSTRAINT photograph_pkey PRIMARY KEY (id),
  CONSTRAINT photograph_owners UNIQUE (alert, owners_id),
  CONSTRAINT photograph_identity_check CHECK ((identity >= 0)),
  CONSTRAINT photograph_alert_fkey FOREIGN KEY (alert) REFERENCES alerts.alert(id)
);

CREATE TABLE alerts.photograph_awaited (
  file uuid NOT NULL,
  alert uuid NOT NULL,
  owners_id uuid NOT NULL,
  identity integer NOT NULL,
  CONSTRAINT photograph_awaited_pkey PRIMARY KEY (file),
  CONSTRAINT photograph_awaited_alert_owners_id_key UNIQUE (alert, owners_id),
  CONSTRAINT photograph_awaited_identity_check CHECK ((identity >= 0)),
  CONSTRAINT photograph_awaited_alert_fkey FOREIGN KEY (alert) REFERENCES alerts.alert(id)
);

CREATE TABLE alerts.reading (
  officer uuid NOT NULL,
  what text NOT NULL,
  hour timestamp with time zone NOT NULL,
  count integer NOT NULL,
  CONSTRAINT reading_pkey PRIMARY KEY (officer, what, hour),
  CONSTRAINT reading_count_check CHECK ((count > 0)),
  CONSTRAINT reading_what_check CHECK ((what = ANY (ARRAY['alert'::text, 'line'::text])))
);

CREATE TABLE alerts.reference (
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT reference_pkey PRIMARY KEY (year),
  CONSTRAINT reference_last_check CHECK ((last > 0))
);

CREATE TABLE alerts.step (
  alert uuid NOT NULL,
  number integer NOT NULL,
  at timestamp with time zone NOT NULL,
  step text NOT NULL,
  by text NOT NULL,
  version integer,
  record uuid NOT NULL,
  category text NOT NULL,
  personal bytea,
  CONSTRAINT step_pkey PRIMARY KEY (alert, number),
  CONSTRAINT step_number_check CHECK ((number > 0)),
  CONSTRAINT step_alert_fkey FOREIGN KEY (alert) REFERENCES alerts.alert(id)
);

CREATE TABLE alerts.subject (
  id uuid NOT NULL,
  list text NOT NULL,
  ref text NOT NULL,
  scope text NOT NULL,
  kind text NOT NULL,
  version bytea NOT NULL,
  personal bytea,
  CONSTRAINT subject_pkey PRIMARY KEY (id),
  CONSTRAINT subject_list_ref_key UNIQUE (list, ref),
  CONSTRAINT subject_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'vessel'::text, 'aircraft'::text]))),
  CONSTRAINT subject_version_check CHECK ((octet_length(version) = 32))
);

CREATE TABLE alerts.version (
  alert uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  authors uuid[] NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT version_pkey PRIMARY KEY (alert, number),
  CONSTRAINT version_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'amendment'::text, 'extension'::text]))),
  CONSTRAINT version_number_check CHECK ((number > 0)),
  CONSTRAINT version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'approved'::text, 'refused'::text, 'abandoned'::text]))),
  CONSTRAINT version_alert_fkey FOREIGN KEY (alert) REFERENCES alerts.alert(id)
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
  growth text DEFAULT 'alone'::text NOT NULL,
  CONSTRAINT log_pkey PRIMARY KEY (origin),
  CONSTRAINT log_growth_check CHECK ((growth = ANY (ARRAY['alone'::text, 'held'::text, 'witnessed'::text]))),
  CONSTRAINT log_size_check CHECK ((size >= 0))
);

CREATE TABLE audit.lost_record (
  "position" bigint NOT NULL,
  leaf_hash bytea NOT NULL,
  CONSTRAINT lost_record_pkey PRIMARY KEY ("position"),
  CONSTRAINT lost_record_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32)),
  CONSTRAINT lost_record_position_check CHECK (("position" >= 0))
);

CREATE TABLE audit.part (
  record uuid NOT NULL,
  name text NOT NULL,
  erased_by uuid,
  personal bytea,
  CONSTRAINT part_pkey PRIMARY KEY (record, name),
  CONSTRAINT part_is_held_or_erased CHECK (((personal IS NULL) = (erased_by IS NOT NULL))),
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

CREATE TABLE cases.entry (
  follow_up uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  form text,
  urgent boolean NOT NULL,
  outcome text,
  answers uuid,
  here boolean NOT NULL,
  officer uuid,
  at timestamp with time zone NOT NULL,
  due_at timestamp with time zone,
  answered_at timestamp with time zone,
  outbox uuid,
  record uuid NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT entry_pkey PRIMARY KEY (follow_up, id),
  CONSTRAINT entry_follow_up_number_key UNIQUE (follow_up, number),
  CONSTRAINT entry_check CHECK (((kind = 'outcome'::text) = (outcome IS NOT NULL))),
  CONSTRAINT entry_check1 CHECK ((here OR (officer IS NULL))),
  CONSTRAINT entry_form_check CHECK ((form = ANY (ARRAY['asked'::text, 'given'::text]))),
  CONSTRAINT entry_kind_check CHECK ((kind = ANY (ARRAY['hit'::text, 'text'::text, 'acknowledgement'::text, 'outcome'::text, 'identity'::text, 'warrant'::text, 'extradition-intended'::text, 'cancellation'::text]))),
  CONSTRAINT entry_number_check CHECK ((number > 0)),
  CONSTRAINT entry_follow_up_fkey FOREIGN KEY (follow_up) REFERENCES cases.follow_up(id) ON DELETE CASCADE
);

CREATE TABLE cases.file (
  file uuid NOT NULL,
  follow_up uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  officer uuid,
  entry uuid,
  "position" smallint,
  CONSTRAINT file_pkey PRIMARY KEY (file),
  CONSTRAINT file_follow_up_entry_position_key UNIQUE (follow_up, entry, "position"),
  CONSTRAINT file_check CHECK (((entry IS NULL) = ("position" IS NULL))),
  CONSTRAINT file_check1 CHECK (((entry IS NOT NULL) OR (officer IS NOT NULL))),
  CONSTRAINT file_follow_up_fkey FOREIGN KEY (follow_up) REFERENCES cases.follow_up(id) ON DELETE CASCADE
);

CREATE TABLE cases.follow_up (
  id uuid NOT NULL,
  side text NOT NULL,
  node text,
  other text,
  reference text NOT NULL,
  owner text NOT NULL,
  category text NOT NULL,
  urgent boolean NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  acknowledged_at timestamp with time zone,
  officer uuid,
  sounded_at timestamp with time zone,
  escalated_at timestamp with time zone,
  closed_at timestamp with time zone,
  entries integer DEFAULT 0 NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT follow_up_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_check CHECK (((node IS NULL) = (other IS NULL))),
  CONSTRAINT follow_up_check1 CHECK (((side = 'owning'::text) OR (node IS NOT NULL))),
  CONSTRAINT follow_up_entries_check CHECK ((entries >= 0)),
  CONSTRAINT follow_up_other_check CHECK ((other ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT follow_up_owner_check CHECK ((owner ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT follow_up_side_check CHECK ((side = ANY (ARRAY['owning'::text, 'reporting'::text])))
);

CREATE TABLE cases.inquiry (
  id uuid NOT NULL,
  side text NOT NULL,
  node text NOT NULL,
  other text NOT NULL,
  reference text NOT NULL,
  alert text,
  category text,
  asked_at timestamp with time zone NOT NULL,
  officer uuid,
  decision text,
  decided_at timestamp with time zone,
  recalled_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  outbox uuid,
  personal bytea NOT NULL,
  CONSTRAINT inquiry_pkey PRIMARY KEY (id),
  CONSTRAINT inquiry_side_node_reference_key UNIQUE (side, node, reference),
  CONSTRAINT inquiry_check CHECK (((side = 'asking'::text) OR ((alert IS NOT NULL) AND (category IS NOT NULL)))),
  CONSTRAINT inquiry_check1 CHECK (((decision IS NULL) = (decided_at IS NULL))),
  CONSTRAINT inquiry_check2 CHECK (((recalled_at IS NULL) OR (decision = 'confirmed'::text))),
  CONSTRAINT inquiry_decision_check CHECK ((decision = ANY (ARRAY['confirmed'::text, 'not-confirmed'::text]))),
  CONSTRAINT inquiry_other_check CHECK ((other ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT inquiry_reference_check CHECK ((reference ~ '^[0-9a-f]{32}$'::text)),
  CONSTRAINT inquiry_side_check CHECK ((side = ANY (ARRAY['asking'::text, 'owning'::text])))
);

CREATE TABLE decisions.consent (
  hash text NOT NULL,
  member text NOT NULL,
  line text NOT NULL,
  known_at timestamp with time zone NOT NULL,
  CONSTRAINT consent_pkey PRIMARY KEY (hash, member),
  CONSTRAINT consent_member_check CHECK ((member ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT consent_hash_fkey FOREIGN KEY (hash) REFERENCES decisions.proposal(hash)
);

CREATE TABLE decisions.proposal (
  hash text NOT NULL,
  organisation text NOT NULL,
  number integer NOT NULL,
  statement text NOT NULL,
  proposed_by text NOT NULL,
  known_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT proposal_pkey PRIMARY KEY (hash),
  CONSTRAINT proposal_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT proposal_number_check CHECK ((number > 1))
);

CREATE TABLE exchange.ask_count (
  state text NOT NULL,
  officer text NOT NULL,
  hour timestamp with time zone NOT NULL,
  asked integer NOT NULL,
  hits integer NOT NULL,
  CONSTRAINT ask_count_pkey PRIMARY KEY (state, hour, officer),
  CONSTRAINT ask_count_asked_check CHECK ((asked > 0)),
  CONSTRAINT ask_count_check CHECK (((hits >= 0) AND (hits <= asked)))
);

CREATE TABLE exchange.ask_hit (
  reference text NOT NULL,
  node text NOT NULL,
  at timestamp with time zone NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT ask_hit_pkey PRIMARY KEY (reference),
  CONSTRAINT ask_hit_reference_check CHECK ((reference ~ '^[0-9a-f]{32}$'::text))
);

CREATE TABLE exchange.ask_pause (
  state text NOT NULL,
  paused_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT ask_pause_pkey PRIMARY KEY (state)
);

CREATE TABLE exchange.ask_seen (
  node text NOT NULL,
  id text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT ask_seen_pkey PRIMARY KEY (node, id)
);

CREATE TABLE exchange.cosignature (
  size bigint NOT NULL,
  node text NOT NULL,
  line text NOT NULL,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT cosignature_pkey PRIMARY KEY (size, node),
  CONSTRAINT cosignature_size_check CHECK ((size >= 0))
);

CREATE TABLE exchange.cosigned (
  log text NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  note text NOT NULL,
  cosigned_at timestamp with time zone NOT NULL,
  CONSTRAINT cosigned_pkey PRIMARY KEY (log, size),
  CONSTRAINT cosigned_root_check CHECK ((octet_length(root) = 32)),
  CONSTRAINT cosigned_size_check CHECK ((size >= 0))
);

CREATE TABLE exchange.dead_letter (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  code text NOT NULL,
  released_at timestamp with time zone,
  released_as uuid,
  CONSTRAINT dead_letter_pkey PRIMARY KEY (id),
  CONSTRAINT dead_letter_check CHECK (((released_at IS NULL) = (released_as IS NULL))),
  CONSTRAINT dead_letter_id_fkey FOREIGN KEY (id) REFERENCES exchange.outbox(id),
  CONSTRAINT dead_letter_released_as_fkey FOREIGN KEY (released_as) REFERENCES exchange.outbox(id)
);

CREATE TABLE exchange.enclosure (
  outbox uuid NOT NULL,
  "position" smallint NOT NULL,
  file uuid NOT NULL,
  outcome text,
  code text,
  outcome_at timestamp with time zone,
  CONSTRAINT enclosure_pkey PRIMARY KEY (outbox, "position"),
  CONSTRAINT enclosure_check CHECK (((outcome IS NULL) = (outcome_at IS NULL))),
  CONSTRAINT enclosure_check1 CHECK (((code IS NOT NULL) = (NOT (outcome IS DISTINCT FROM 'refused'::text)))),
  CONSTRAINT enclosure_outcome_check CHECK ((outcome = ANY (ARRAY['here'::text, 'refused'::text]))),
  CONSTRAINT enclosure_position_check CHECK ((("position" >= 0) AND ("position" <= 99))),
  CONSTRAINT enclosure_file_fkey FOREIGN KEY (file) REFERENCES exchange.file(id),
  CONSTRAINT enclosure_outbox_fkey FOREIGN KEY (outbox) REFERENCES exchange.outbox(id) ON DELETE CASCADE
);

CREATE TABLE exchange.file (
  id uuid NOT NULL,
  state text NOT NULL,
  size bigint NOT NULL,
  chunks integer DEFAULT 0 NOT NULL,
  kept_at timestamp with time zone NOT NULL,
  holder text,
  node text,
  seq bigint,
  "position" smallint,
  failure text,
  tries integer DEFAULT 0 NOT NULL,
  retry_at timestamp with time zone,
  told boolean DEFAULT false NOT NULL,
  personal bytea,
  CONSTRAINT file_pkey PRIMARY KEY (id),
  CONSTRAINT file_node_seq_position_key UNIQUE (node, seq, "position"),
  CONSTRAINT file_check CHECK ((num_nulls(node, seq, "position") = ANY (ARRAY[0, 3]))),
  CONSTRAINT file_check1 CHECK (((personal IS NULL) = (state = ANY (ARRAY['making'::text, 'taken'::text, 'erased'::text])))),
  CONSTRAINT file_chunks_check CHECK (((chunks >= 0) AND (chunks <= 1024))),
  CONSTRAINT file_size_check CHECK (((size >= 0) AND (size <= 1073741824))),
  CONSTRAINT file_state_check CHECK ((state = ANY (ARRAY['making'::text, 'coming'::text, 'here'::text, 'taken'::text, 'refused'::text, 'gone'::text, 'erased'::text]))),
  CONSTRAINT file_tries_check CHECK ((tries >= 0))
);

CREATE TABLE exchange.file_chunk (
  file uuid NOT NULL,
  number integer NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT file_chunk_pkey PRIMARY KEY (file, number),
  CONSTRAINT file_chunk_number_check CHECK (((number >= 0) AND (number <= 1023))),
  CONSTRAINT file_chunk_sealed_check CHECK ((octet_length(sealed) <= 1048598)),
  CONSTRAINT file_chunk_file_fkey FOREIGN KEY (file) REFERENCES exchange.file(id) ON DELETE CASCADE
);

CREATE TABLE exchange.inbox (
  node text NOT NULL,
  seq bigint NOT NULL,
  envelope bytea NOT NULL,
  type text NOT NULL,
  received_at timestamp with time zone NOT NULL,
  refused text,
  record uuid NOT NULL,
  receipt text NOT NULL,
  personal bytea,
  about text,
  erase boolean DEFAULT false NOT NULL,
  signature bytea,
  CONSTRAINT inbox_pkey PRIMARY KEY (node, seq),
  CONSTRAINT inbox_envelope_check CHECK ((octet_length(envelope) = 32)),
  CONSTRAINT inbox_seq_check CHECK ((seq > 0)),
  CONSTRAINT inbox_signature_check CHECK ((octet_length(signature) = 64))
);

CREATE TABLE exchange.incoming (
  node text NOT NULL,
  received bigint DEFAULT 0 NOT NULL,
  applied bigint DEFAULT 0 NOT NULL,
  receipts bigint DEFAULT 0 NOT NULL,
  received_at timestamp with time zone,
  tries integer DEFAULT 0 NOT NULL,
  retry_at timestamp with time zone,
  CONSTRAINT incoming_pkey PRIMARY KEY (node),
  CONSTRAINT incoming_applied_check CHECK ((applied >= 0)),
  CONSTRAINT incoming_check CHECK ((applied <= received)),
  CONSTRAINT incoming_receipts_check CHECK ((receipts >= 0)),
  CONSTRAINT incoming_received_check CHECK ((received >= 0)),
  CONSTRAINT incoming_tries_check CHECK ((tries >= 0))
);

CREATE TABLE exchange.mirrored_tile (
  log text NOT NULL,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL,
  CONSTRAINT mirrored_tile_pkey PRIMARY KEY (log, level, index),
  CONSTRAINT mirrored_tile_hashes_check CHECK ((((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0))),
  CONSTRAINT mirrored_tile_index_check CHECK ((index >= 0)),
  CONSTRAINT mirrored_tile_level_check CHECK (((level >= 0) AND (level <= 63)))
);

CREATE TABLE exchange.opening (
  node text NOT NULL,
  state text NOT NULL,
  since timestamp with time zone NOT NULL,
  target bigint,
  why text,
  regained_from bigint,
  regained_to bigint,
  CONSTRAINT opening_pkey PRIMARY KEY (node),
  CONSTRAINT opening_check CHECK ((regained_to >= regained_from)),
  CONSTRAINT opening_check1 CHECK (((state = 'contradicted'::text) = (why IS NOT NULL))),
  CONSTRAINT opening_check2 CHECK ((num_nulls(regained_from, regained_to) = ANY (ARRAY[0, 2]))),
  CONSTRAINT opening_regained_from_check CHECK ((regained_from > 0)),
  CONSTRAINT opening_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'catching-up'::text, 'open'::text, 'contradicted'::text]))),
  CONSTRAINT opening_target_check CHECK ((target >= 0))
);

CREATE TABLE exchange.outbox (
  id uuid NOT NULL,
  ordinal bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  node text NOT NULL,
  type text NOT NULL,
  handling text NOT NULL,
  instrument text,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  seq bigint,
  envelope bytea,
  sent_at timestamp with time zone,
  head bigint,
  head_hash text,
  voided boolean,
  signature bytea,
  signed_by text,
  record uuid,
  personal bytea,
  about text,
  erase boolean DEFAULT false NOT NULL,
  CONSTRAINT outbox_pkey PRIMARY KEY (id),
  CONSTRAINT outbox_node_seq_key UNIQUE (node, seq),
  CONSTRAINT outbox_check CHECK ((num_nulls(seq, envelope, sent_at, head, head_hash, voided, signature, signed_by, record) = ANY (ARRAY[0, 9]))),
  CONSTRAINT outbox_envelope_check CHECK ((octet_length(envelope) = 32)),
  CONSTRAINT outbox_says_until_numbered CHECK (((personal IS NOT NULL) OR (seq IS NOT NULL))),
  CONSTRAINT outbox_seq_check CHECK ((seq > 0)),
  CONSTRAINT outbox_signature_check CHECK ((octet_length(signature) = 64))
);

CREATE TABLE exchange.outgoing (
  node text NOT NULL,
  sent bigint DEFAULT 0 NOT NULL,
  delivered bigint DEFAULT 0 NOT NULL,
  settled bigint DEFAULT 0 NOT NULL,
  receipts bigint DEFAULT 0 NOT NULL,
  delivered_at timestamp with time zone,
  head bigint,
  reached_at timestamp with time zone,
  failing_since timestamp with time zone,
  failure text,
  CONSTRAINT outgoing_pkey PRIMARY KEY (node),
  CONSTRAINT outgoing_check CHECK (((delivered <= sent) AND (settled <= sent))),
  CONSTRAINT outgoing_check1 CHECK (((failing_since IS NULL) = (failure IS NULL))),
  CONSTRAINT outgoing_delivered_check CHECK ((delivered >= 0)),
  CONSTRAINT outgoing_receipts_check CHECK ((receipts >= 0)),
  CONSTRAINT outgoing_sent_check CHECK ((sent >= 0)),
  CONSTRAINT outgoing_settled_check CHECK ((settled >= 0))
);

CREATE TABLE exchange.passed (
  node text NOT NULL,
  direction text NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT passed_pkey PRIMARY KEY (node, direction, first, last),
  CONSTRAINT passed_check CHECK ((last >= first)),
  CONSTRAINT passed_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  CONSTRAINT passed_first_check CHECK ((first > 0))
);

CREATE TABLE exchange.receipt_given (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  node text NOT NULL,
  number bigint,
  seq bigint NOT NULL,
  status text NOT NULL,
  line text NOT NULL,
  CONSTRAINT receipt_given_pkey PRIMARY KEY (id),
  CONSTRAINT receipt_given_node_number_key UNIQUE (node, number),
  CONSTRAINT receipt_given_node_seq_status_key UNIQUE (node, seq, status),
  CONSTRAINT receipt_given_number_check CHECK ((number > 0)),
  CONSTRAINT receipt_given_seq_check CHECK ((seq > 0)),
  CONSTRAINT receipt_given_status_check CHECK ((status = ANY (ARRAY['accepted'::text, 'refused'::text, 'opened'::text])))
);

CREATE TABLE exchange.receipt_held (
  node text NOT NULL,
  seq bigint NOT NULL,
  status text NOT NULL,
  line text NOT NULL,
  CONSTRAINT receipt_held_pkey PRIMARY KEY (node, seq, status),
  CONSTRAINT receipt_held_seq_check CHECK ((seq > 0)),
  CONSTRAINT receipt_held_status_check CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'refused'::text, 'opened'::text])))
);

CREATE TABLE exchange.receipt_superseded (
  node text NOT NULL,
  seq bigint NOT NULL,
  status text NOT NULL,
  at timestamp with time zone NOT NULL,
  line text NOT NULL,
  CONSTRAINT receipt_superseded_pkey PRIMARY KEY (node, seq, status, at),
  CONSTRAINT receipt_superseded_seq_check CHECK ((seq > 0)),
  CONSTRAINT receipt_superseded_status_check CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'refused'::text, 'opened'::text])))
);

CREATE TABLE exchange.restore (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  size_before bigint NOT NULL,
  size_after bigint NOT NULL,
  lost bigint NOT NULL,
  CONSTRAINT restore_pkey PRIMARY KEY (id),
  CONSTRAINT restore_check CHECK ((size_after >= size_before)),
  CONSTRAINT restore_lost_check CHECK ((lost >= 0)),
  CONSTRAINT restore_size_before_check CHECK ((size_before >= 0))
);

CREATE TABLE exchange.split_view (
  log text NOT NULL,
  held text NOT NULL,
  shown text NOT NULL,
  node text NOT NULL,
  found_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT split_view_pkey PRIMARY KEY (log)
);

CREATE TABLE exchange.suspension (
  node text NOT NULL,
  suspended_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT suspension_pkey PRIMARY KEY (node)
);

CREATE TABLE exchange.watched_log (
  log text NOT NULL,
  size bigint,
  note text,
  seen_at timestamp with time zone,
  reread bigint DEFAULT 0 NOT NULL,
  refused_since timestamp with time zone,
  refusal text,
  broken_at bigint,
  CONSTRAINT watched_log_pkey PRIMARY KEY (log),
  CONSTRAINT watched_log_broken_at_check CHECK ((broken_at >= 0)),
  CONSTRAINT watched_log_check CHECK ((num_nulls(size, note, seen_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT watched_log_check1 CHECK (((refused_since IS NULL) = (refusal IS NULL))),
  CONSTRAINT watched_log_check2 CHECK (((broken_at IS NULL) OR (refusal IS NOT NULL))),
  CONSTRAINT watched_log_reread_check CHECK ((reread >= 0)),
  CONSTRAINT watched_log_size_check CHECK ((size >= 0))
);

CREATE TABLE exchange.witness (
  node text NOT NULL,
  known bigint DEFAULT 0 NOT NULL,
  cosigned_at timestamp with time zone,
  missed integer DEFAULT 0 NOT NULL,
  state text DEFAULT 'cosigning'::text NOT NULL,
  since timestamp with time zone NOT NULL,
  refusal text,
  broken_at bigint,
  CONSTRAINT witness_pkey PRIMARY KEY (node),
  CONSTRAINT witness_broken_at_check CHECK ((broken_at >= 0)),
  CONSTRAINT witness_check CHECK (((state = 'refusing'::text) = (refusal IS NOT NULL))),
  CONSTRAINT witness_check1 CHECK (((broken_at IS NULL) OR (refusal IS NOT NULL))),
  CONSTRAINT witness_known_check CHECK ((known >= 0)),
  CONSTRAINT witness_missed_check CHECK ((missed >= 0)),
  CONSTRAINT witness_state_check CHECK ((state = ANY (ARRAY['cosigning'::text, 'silent'::text, 'refusing'::text])))
);

CREATE TABLE membership.act (
  number integer NOT NULL,
  hash text NOT NULL,
  line text NOT NULL,
  adopted_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT act_pkey PRIMARY KEY (number),
  CONSTRAINT act_hash_key UNIQUE (hash),
  CONSTRAINT act_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT act_number_check CHECK ((number > 0))
);

CREATE TABLE membership.consent (
  organisation text NOT NULL,
  number integer NOT NULL,
  hash text NOT NULL,
  line text NOT NULL,
  given_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT consent_pkey PRIMARY KEY (organisation, number, hash),
  CONSTRAINT consent_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT consent_number_check CHECK ((number > 0))
);

CREATE TABLE membership.own_key (
  use text NOT NULL,
  id text NOT NULL,
  node text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  made_at timestamp with time zone NOT NULL,
  public text NOT NULL,
  personal bytea NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT own_key_pkey PRIMARY KEY (use, id),
  CONSTRAINT own_key_use_check CHECK ((use = ANY (ARRAY['signing'::text, 'sealing'::text, 'tls'::text, 'witness'::text])))
);

CREATE TABLE membership.standing (
  organisation text NOT NULL,
  pin text NOT NULL,
  node text NOT NULL,
  joined_at timestamp with time zone NOT NULL,
  record uuid NOT NULL,
  CONSTRAINT standing_pkey PRIMARY KEY (organisation),
  CONSTRAINT standing_pin_check CHECK ((pin ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE platform.migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE platform.rewrite (
  table_name text NOT NULL,
  CONSTRAINT rewrite_pkey PRIMARY KEY (table_name)
);

CREATE TABLE screening.cleared (
  pair bytea NOT NULL,
  alert uuid,
  subject uuid,
  at timestamp with time zone NOT NULL,
  second_line uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT cleared_pkey PRIMARY KEY (pair),
  CONSTRAINT cleared_check CHECK ((num_nonnulls(alert, subject) = 1)),
  CONSTRAINT cleared_pair_check CHECK ((octet_length(pair) = 32))
);

CREATE TABLE screening.counter (
  officer uuid NOT NULL,
  hour timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  way text NOT NULL,
  slot smallint NOT NULL,
  count integer NOT NULL,
  CONSTRAINT counter_pkey PRIMARY KEY (officer, hour, outcome, way, slot),
  CONSTRAINT counter_count_check CHECK ((count > 0)),
  CONSTRAINT counter_outcome_check CHECK ((outcome = ANY (ARRAY['hit'::text, 'no-hit'::text, 'unreadable'::text]))),
  CONSTRAINT counter_slot_check CHECK ((slot >= 0)),
  CONSTRAINT counter_way_check CHECK ((way = ANY (ARRAY['mrz'::text, 'document'::text, 'identity'::text, 'object'::text, 'unread'::text, 'passenger-list'::text])))
);

CREATE TABLE screening.handover (
  id uuid NOT NULL,
  authority text NOT NULL,
  from_officer uuid NOT NULL,
  from_at timestamp with time zone NOT NULL,
  to_officer uuid,
  to_at timestamp with time zone,
  record uuid NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT handover_pkey PRIMARY KEY (id),
  CONSTRAINT handover_check CHECK ((num_nonnulls(to_officer, to_at) <> 1)),
  CONSTRAINT handover_check1 CHECK ((to_officer <> from_officer))
);

CREATE TABLE screening.last_check (
  id uuid NOT NULL,
  officer uuid NOT NULL,
  session uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT last_check_pkey PRIMARY KEY (id)
);

CREATE TABLE screening.oversight_key (
  id bytea NOT NULL,
  sealing_key text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT oversight_key_pkey PRIMARY KEY (id),
  CONSTRAINT oversight_key_id_check CHECK ((octet_length(id) = 8))
);

CREATE TABLE screening.passenger (
  list uuid NOT NULL,
  place integer NOT NULL,
  line integer NOT NULL,
  state text NOT NULL,
  "check" uuid,
  at timestamp with time zone,
  personal bytea,
  CONSTRAINT passenger_pkey PRIMARY KEY (list, place),
  CONSTRAINT passenger_check CHECK ((num_nulls("check", at) =
CASE
    WHEN (state = ANY (ARRAY['hit'::text, 'discreet'::text])) THEN 0
    ELSE 2
END)),
  CONSTRAINT passenger_check1 CHECK (((personal IS NULL) = (state = 'not-reached'::text))),
  CONSTRAINT passenger_line_check CHECK ((line > 0)),
  CONSTRAINT passenger_place_check CHECK ((place >= 0)),
  CONSTRAINT passenger_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'hit'::text, 'discreet'::text, 'not-reached'::text]))),
  CONSTRAINT passenger_list_fkey FOREIGN KEY (list) REFERENCES screening.passenger_list(id) ON DELETE CASCADE
);

CREATE TABLE screening.passenger_list (
  id uuid NOT NULL,
  officer uuid NOT NULL,
  session uuid NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  state text NOT NULL,
  persons integer NOT NULL,
  unread integer NOT NULL,
  hits integer DEFAULT 0 NOT NULL,
  no_hits integer DEFAULT 0 NOT NULL,
  not_reached integer DEFAULT 0 NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT passenger_list_pkey PRIMARY KEY (id),
  CONSTRAINT passenger_list_check CHECK (((ended_at IS NULL) = (state = 'running'::text))),
  CONSTRAINT passenger_list_check1 CHECK ((((hits + no_hits) + not_reached) <= persons)),
  CONSTRAINT passenger_list_check2 CHECK (((state = 'running'::text) OR (((hits + no_hits) + not_reached) = persons))),
  CONSTRAINT passenger_list_hits_check CHECK ((hits >= 0)),
  CONSTRAINT passenger_list_no_hits_check CHECK ((no_hits >= 0)),
  CONSTRAINT passenger_list_not_reached_check CHECK ((not_reached >= 0)),
  CONSTRAINT passenger_list_persons_check CHECK ((persons >= 0)),
  CONSTRAINT passenger_list_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'stopped'::text]))),
  CONSTRAINT passenger_list_unread_check CHECK ((unread >= 0))
);

CREATE TABLE screening.possible_hit (
  id uuid NOT NULL,
  officer uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT possible_hit_pkey PRIMARY KEY (id)
);

CREATE TABLE screening.query (
  id uuid NOT NULL,
  shredded_on timestamp with time zone NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT query_pkey PRIMARY KEY (id)
);

CREATE TABLE screening.question (
  day date NOT NULL,
  hash bytea NOT NULL,
  count integer NOT NULL,
  CONSTRAINT question_pkey PRIMARY KEY (day, hash),
  CONSTRAINT question_count_check CHECK ((count > 0)),
  CONSTRAINT question_hash_check CHECK ((octet_length(hash) = 32))
);

CREATE TABLE screening.repeated (
  officer uuid NOT NULL,
  day date NOT NULL,
  count integer NOT NULL,
  CONSTRAINT repeated_pkey PRIMARY KEY (officer, day),
  CONSTRAINT repeated_count_check CHECK ((count > 0))
);

CREATE TABLE screening.second_line (
  id uuid NOT NULL,
  "check" uuid NOT NULL,
  authority text NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  held_since timestamp with time zone,
  held_until timestamp with time zone,
  overdue_at timestamp with time zone,
  revision integer DEFAULT 1 NOT NULL,
  personal bytea NOT NULL,
  CONSTRAINT second_line_pkey PRIMARY KEY (id),
  CONSTRAINT second_line_check_key UNIQUE ("check"),
  CONSTRAINT second_line_check CHECK (((held_until IS NULL) OR (held_since IS NOT NULL))),
  CONSTRAINT second_line_revision_check CHECK ((revision > 0))
);

CREATE TABLE screening.verdict_counter (
  day date NOT NULL,
  verdict text NOT NULL,
  count integer NOT NULL,
  CONSTRAINT verdict_counter_pkey PRIMARY KEY (day, verdict),
  CONSTRAINT verdict_counter_count_check CHECK ((count > 0)),
  CONSTRAINT verdict_counter_verdict_check CHECK ((verdict = ANY (ARRAY['same-person'::text, 'not-the-same'::text, 'cannot-be-established'::text])))
);

CREATE INDEX challenge_end ON access.challenge USING btree (ends_at);

CREATE INDEX passkey_of_officer ON access.passkey USING btree (officer);

CREATE INDEX session_of_officer ON access.session USING btree (officer, started_at) WHERE (revoked_at IS NULL);

CREATE INDEX alert_author ON alerts.alert USING btree (author);

CREATE INDEX alert_awaited ON alerts.alert USING btree (id) WHERE (acceptance = 'awaited'::text);

CREATE INDEX alert_category ON alerts.alert USING btree (category, kind, status);

CREATE INDEX alert_created ON alerts.alert USING btree (status, created_at, id) INCLUDE (category, kind);

CREATE INDEX alert_disputed ON alerts.alert USING btree (disputed_at) WHERE (disputed_at IS NOT NULL);

CREATE INDEX alert_expires ON alerts.alert USING btree (status, expires_at, id) INCLUDE (category, kind);

CREATE INDEX alert_kind ON alerts.alert USING btree (kind);

CREATE INDEX alert_owner ON alerts.alert USING btree (owner);

CREATE INDEX alert_pending ON alerts.alert USING btree (id) WHERE (pending IS NOT NULL);

CREATE INDEX alert_reference ON alerts.alert USING btree (status, reference, id) INCLUDE (category, kind);

CREATE INDEX alert_review ON alerts.alert USING btree (status, review_at, id) INCLUDE (category, kind);

CREATE INDEX alert_travelling ON alerts.alert USING btree (id) WHERE ((audience = ANY (ARRAY['all-members'::text, 'members'::text])) AND (status = 'in-force'::text));

CREATE INDEX alert_updated ON alerts.alert USING btree (status, updated_at, id) INCLUDE (category, kind);

CREATE INDEX change_pending ON alerts.change USING btree (id) WHERE ("position" IS NULL);

CREATE INDEX circulation_outbox ON alerts.circulation USING btree (outbox);

CREATE INDEX correction_proposed ON alerts.correction USING btree (proposed_at, id) WHERE (state = 'proposed'::text);

CREATE INDEX correction_standing ON alerts.correction USING btree (subject) WHERE (state = 'in-force'::text);

CREATE INDEX correction_subject ON alerts.correction USING btree (subject, proposed_at);

CREATE UNIQUE INDEX feed_is_one ON alerts.feed USING btree ((true));

CREATE INDEX filter_officer ON alerts.filter USING btree (officer);

CREATE INDEX import_list ON alerts.import USING btree (list, id);

CREATE INDEX import_open ON alerts.import USING btree (list) WHERE (ended_at IS NULL);

CREATE INDEX photograph_alert ON alerts.photograph USING btree (alert);

CREATE INDEX step_at ON alerts.step USING btree (at);

CREATE INDEX subject_listed ON alerts.subject USING btree (list, kind) WHERE (personal IS NOT NULL);

CREATE INDEX version_in_review ON alerts.version USING btree (alert, number) WHERE (state = 'in-review'::text);

CREATE UNIQUE INDEX log_is_one ON audit.log USING btree ((true));

CREATE INDEX record_actor ON audit.record USING btree (actor, id);

CREATE INDEX record_case ON audit.record USING btree (case_reference, id) WHERE (case_reference IS NOT NULL);

CREATE INDEX record_event ON audit.record USING btree (event, id);

CREATE INDEX record_pending ON audit.record USING btree (id) WHERE ("position" IS NULL);

CREATE INDEX case_file_waiting ON cases.file USING btree (at) WHERE (entry IS NULL);

CREATE INDEX entry_due ON cases.entry USING btree (due_at) WHERE ((due_at IS NOT NULL) AND (answered_at IS NULL));

CREATE INDEX follow_up_changed ON cases.follow_up USING btree (changed_at, id);

CREATE INDEX follow_up_closed ON cases.follow_up USING btree (closed_at) WHERE (closed_at IS NOT NULL);

CREATE INDEX follow_up_open ON cases.follow_up USING btree (changed_at, id) WHERE (closed_at IS NULL);

CREATE INDEX follow_up_unacknowledged ON cases.follow_up USING btree (opened_at) WHERE ((side = 'owning'::text) AND (acknowledged_at IS NULL) AND (closed_at IS NULL));

CREATE INDEX inquiry_expires ON cases.inquiry USING btree (expires_at);

CREATE INDEX inquiry_told ON cases.inquiry USING btree (alert) WHERE ((side = 'owning'::text) AND (decision = 'confirmed'::text) AND (recalled_at IS NULL));

CREATE INDEX inquiry_undecided ON cases.inquiry USING btree (asked_at) WHERE ((side = 'owning'::text) AND (decision IS NULL));

CREATE INDEX proposal_number ON decisions.proposal USING btree (number);

CREATE INDEX ask_hit_at ON exchange.ask_hit USING btree (at);

CREATE INDEX ask_seen_expired ON exchange.ask_seen USING btree (expires_at);

CREATE INDEX dead_letter_open ON exchange.dead_letter USING btree (at, id) WHERE (released_at IS NULL);

CREATE INDEX enclosure_file ON exchange.enclosure USING btree (file);

CREATE INDEX file_untold ON exchange.file USING btree (node, size) WHERE ((NOT told) AND (node IS NOT NULL));

CREATE INDEX inbox_about ON exchange.inbox USING btree (node, about) WHERE ((about IS NOT NULL) AND (personal IS NOT NULL));

CREATE INDEX inbox_envelope ON exchange.inbox USING btree (envelope);

CREATE INDEX inbox_kept ON exchange.inbox USING btree (node, seq) WHERE (personal IS NOT NULL);

CREATE INDEX inbox_to_erase ON exchange.inbox USING btree (node, seq) WHERE (erase AND (personal IS NOT NULL));

CREATE INDEX outbox_about ON exchange.outbox USING btree (about) WHERE ((about IS NOT NULL) AND (personal IS NOT NULL));

CREATE INDEX outbox_envelope ON exchange.outbox USING btree (envelope) WHERE (envelope IS NOT NULL);

CREATE INDEX outbox_kept ON exchange.outbox USING btree (node, seq) WHERE (personal IS NOT NULL);

CREATE INDEX outbox_to_erase ON exchange.outbox USING btree (node, seq) WHERE (erase AND (personal IS NOT NULL));

CREATE INDEX outbox_waiting ON exchange.outbox USING btree (node, ordinal) WHERE (seq IS NULL);

CREATE INDEX receipt_given_waiting ON exchange.receipt_given USING btree (node, id) WHERE (number IS NULL);

CREATE UNIQUE INDEX standing_is_one ON membership.standing USING btree ((true));

CREATE INDEX cleared_alert ON screening.cleared USING btree (alert) WHERE (alert IS NOT NULL);

CREATE INDEX cleared_expires ON screening.cleared USING btree (expires_at);

CREATE INDEX cleared_subject ON screening.cleared USING btree (subject) WHERE (subject IS NOT NULL);

CREATE INDEX counter_hour ON screening.counter USING btree (hour);

CREATE INDEX handover_at ON screening.handover USING btree (from_at, id);

CREATE INDEX last_check_session ON screening.last_check USING btree (session, at);

CREATE UNIQUE INDEX oversight_key_is_one ON screening.oversight_key USING btree ((true));

CREATE INDEX passenger_list_officer ON screening.passenger_list USING btree (officer, taken_at);

CREATE INDEX passenger_list_running ON screening.passenger_list USING btree (taken_at, id) WHERE (state = 'running'::text);

CREATE INDEX possible_hit_at ON screening.possible_hit USING btree (at);

CREATE INDEX query_shredded ON screening.query USING btree (shredded_on);

CREATE INDEX second_line_held ON screening.second_line USING btree (held_since) WHERE ((held_since IS NOT NULL) AND (held_until IS NULL) AND (overdue_at IS NULL));

CREATE INDEX second_line_open ON screening.second_line USING btree (opened_at, id) WHERE (closed_at IS NULL);

CREATE INDEX second_line_opened ON screening.second_line USING btree (opened_at, id);

CREATE TRIGGER stays BEFORE UPDATE ON audit.checkpoint FOR EACH ROW EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER grows BEFORE UPDATE ON audit.log FOR EACH ROW EXECUTE FUNCTION audit.log_grows();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.log FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays BEFORE UPDATE ON audit.lost_record FOR EACH ROW EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.lost_record FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays BEFORE UPDATE ON audit.part FOR EACH ROW EXECUTE FUNCTION audit.part_stays();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.part FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER is_folded BEFORE UPDATE ON audit.record FOR EACH ROW EXECUTE FUNCTION audit.record_is_folded();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.record FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER grows BEFORE UPDATE ON audit.tile FOR EACH ROW EXECUTE FUNCTION audit.tile_grows();

CREATE TRIGGER stays_whole BEFORE DELETE OR TRUNCATE ON audit.tile FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON exchange.cosigned FOR EACH ROW EXECUTE FUNCTION exchange.refuse_uncosigning();

CREATE TRIGGER stays_whole BEFORE TRUNCATE ON exchange.cosigned FOR EACH STATEMENT EXECUTE FUNCTION exchange.refuse_uncosigning();

CREATE TRIGGER stays BEFORE DELETE OR UPDATE OR TRUNCATE ON membership.act FOR EACH STATEMENT EXECUTE FUNCTION membership.refuse();

CREATE TRIGGER stays BEFORE DELETE OR UPDATE OR TRUNCATE ON membership.consent FOR EACH STATEMENT EXECUTE FUNCTION membership.refuse();

CREATE TRIGGER stays BEFORE DELETE OR UPDATE OR TRUNCATE ON membership.standing FOR EACH STATEMENT EXECUTE FUNCTION membership.refuse();
