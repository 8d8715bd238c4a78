-- What is personal in a row is sealed under a key of its own, wrapped by one of the node's key file, and lies in a `bytea`
-- column: `personal` where there is one. Who reads the database reads none of it.
--
-- First the officers. The sign-in name is sealed too; an officer is found by its keyed hash.

ALTER TABLE access.officer RENAME COLUMN personal TO clear;
ALTER TABLE access.officer ADD COLUMN personal bytea;
ALTER TABLE access.officer ADD COLUMN name_lookup bytea;

-- data step

ALTER TABLE access.officer DROP COLUMN clear;
ALTER TABLE access.officer DROP COLUMN name;
ALTER TABLE access.officer ALTER COLUMN personal SET NOT NULL;
ALTER TABLE access.officer ALTER COLUMN name_lookup SET NOT NULL;
ALTER TABLE access.officer ADD CONSTRAINT officer_name_lookup_key UNIQUE (name_lookup);
ALTER TABLE access.officer ADD CONSTRAINT officer_name_lookup_check CHECK (octet_length(name_lookup) = 32);
