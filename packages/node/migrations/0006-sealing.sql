-- What else is personal in the tables there were: parts of the log, lists and the reports of their imports, checks.

-- Parts of the log. Salt and text are one sealed value: by the salt alone a short text could be guessed from the leaf.
DROP TRIGGER is_erased ON audit.part;
DROP FUNCTION audit.part_is_erased();
ALTER TABLE audit.part ADD COLUMN personal bytea;

-- `personal` is the subject as its list gives it; `version` becomes a keyed hash, by which nobody can confirm a guess.
ALTER TABLE alerts.subject RENAME COLUMN personal TO clear;
ALTER TABLE alerts.subject ADD COLUMN personal bytea;

-- An officer names his files, and a failure may quote one.
ALTER TABLE alerts.import ADD COLUMN personal bytea;
ALTER TABLE alerts.import RENAME COLUMN failure_detail TO clear;
ALTER TABLE alerts.import ADD COLUMN failure_detail bytea;

ALTER TABLE alerts.import_change RENAME COLUMN personal TO clear;
ALTER TABLE alerts.import_change ADD COLUMN personal bytea;

-- In a row that was cut or shifted anything may stand where its reference should: all of it is sealed.
ALTER TABLE alerts.import_problem RENAME COLUMN personal TO clear;
ALTER TABLE alerts.import_problem ADD COLUMN personal bytea;

ALTER TABLE screening."check" RENAME COLUMN personal TO clear;
ALTER TABLE screening."check" ADD COLUMN personal bytea;

-- data step

ALTER TABLE audit.part DROP COLUMN salt;
ALTER TABLE audit.part DROP COLUMN text;
ALTER TABLE audit.part ADD CONSTRAINT part_is_held_or_erased CHECK ((personal IS NULL) = (erased_by IS NOT NULL));

-- Rotating a key writes the header anew, the first 45 bytes; the sealed content behind it never changes.
CREATE FUNCTION audit.part_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.personal IS NULL OR (NEW.record, NEW.name) IS DISTINCT FROM (OLD.record, OLD.name)
    OR NEW.personal IS NOT NULL
      AND (NEW.erased_by IS NOT NULL OR substring(NEW.personal FROM 46) IS DISTINCT FROM substring(OLD.personal FROM 46)) THEN
    RAISE EXCEPTION 'a part of the audit log is erased, wrapped anew or left alone'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON audit.part FOR EACH ROW EXECUTE FUNCTION audit.part_stays();

ALTER TABLE alerts.subject DROP COLUMN clear;
CREATE INDEX subject_listed ON alerts.subject (list, kind) WHERE personal IS NOT NULL;

ALTER TABLE alerts.import DROP COLUMN clear;
ALTER TABLE alerts.import DROP COLUMN files;
ALTER TABLE alerts.import ALTER COLUMN personal SET NOT NULL;

ALTER TABLE alerts.import_change DROP COLUMN clear;
ALTER TABLE alerts.import_change ALTER COLUMN personal SET NOT NULL;

ALTER TABLE alerts.import_problem DROP COLUMN clear;
ALTER TABLE alerts.import_problem DROP COLUMN file;
ALTER TABLE alerts.import_problem DROP COLUMN place;
ALTER TABLE alerts.import_problem DROP COLUMN ref;
ALTER TABLE alerts.import_problem ALTER COLUMN personal SET NOT NULL;

ALTER TABLE screening."check" DROP COLUMN clear;
