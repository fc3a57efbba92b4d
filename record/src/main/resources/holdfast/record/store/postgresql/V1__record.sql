-- Nothing here is ever changed or taken away; the triggers say so to whoever tries.

CREATE TABLE entry (
  number bigint PRIMARY KEY,
  name bigint NOT NULL,
  bytes bytea NOT NULL
);
CREATE INDEX entry_name ON entry (name);

CREATE TABLE attachment (
  sha256 bytea PRIMARY KEY,
  size bigint NOT NULL
);
CREATE TABLE attachment_part (
  sha256 bytea NOT NULL REFERENCES attachment (sha256),
  part integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (sha256, part)
);

-- Full tiles only; those at the right edge are worked out of the entries.
CREATE TABLE tile (
  level integer NOT NULL,
  place bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (level, place)
);

CREATE TABLE checkpoint (
  size bigint PRIMARY KEY,
  note bytea NOT NULL
);
CREATE TABLE cosignature (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  size bigint NOT NULL,
  line text NOT NULL,
  UNIQUE (size, line)
);
CREATE TABLE note (
  name text PRIMARY KEY,
  text text NOT NULL
);

CREATE FUNCTION holdfast_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> (SELECT coalesce(max(number) + 1, 0) FROM entry) THEN
    RAISE EXCEPTION 'an entry follows the last one';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION holdfast_advances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size <= (SELECT coalesce(max(size), -1) FROM checkpoint) THEN
    RAISE EXCEPTION 'a checkpoint never goes back';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION holdfast_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is in the record is never changed or taken away';
END $$;

CREATE TRIGGER entry_follows BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION holdfast_follows();
CREATE TRIGGER checkpoint_advances BEFORE INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION holdfast_advances();

CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON entry EXECUTE FUNCTION holdfast_stays();
CREATE TRIGGER attachment_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON attachment EXECUTE FUNCTION holdfast_stays();
CREATE TRIGGER attachment_part_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON attachment_part EXECUTE FUNCTION holdfast_stays();
CREATE TRIGGER tile_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON tile EXECUTE FUNCTION holdfast_stays();
CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint EXECUTE FUNCTION holdfast_stays();
CREATE TRIGGER cosignature_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON cosignature EXECUTE FUNCTION holdfast_stays();
CREATE TRIGGER note_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON note EXECUTE FUNCTION holdfast_stays();
