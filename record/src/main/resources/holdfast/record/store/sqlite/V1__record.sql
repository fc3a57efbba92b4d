-- Nothing here is ever changed or taken away; the triggers say so to whoever tries.

CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  name INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
CREATE INDEX entry_name ON entry (name);

CREATE TABLE attachment (
  sha256 BLOB PRIMARY KEY,
  size INTEGER NOT NULL
);
CREATE TABLE attachment_part (
  sha256 BLOB NOT NULL REFERENCES attachment (sha256),
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
);

-- Full tiles only; those at the right edge are worked out of the entries.
CREATE TABLE tile (
  level INTEGER NOT NULL,
  place INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (level, place)
);

CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note BLOB NOT NULL
);
CREATE TABLE cosignature (
  number INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  line TEXT NOT NULL,
  UNIQUE (size, line)
);
CREATE TABLE note (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
  WHEN NEW.number <> (SELECT coalesce(max(number) + 1, 0) FROM entry)
  BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
CREATE TRIGGER checkpoint_advances BEFORE INSERT ON checkpoint
  WHEN NEW.size <= (SELECT coalesce(max(size), -1) FROM checkpoint)
  BEGIN SELECT RAISE(ABORT, 'a checkpoint never goes back'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never taken away'); END;
CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;
CREATE TRIGGER attachment_is_kept BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'an attachment is never taken away'); END;
CREATE TRIGGER attachment_part_stays BEFORE UPDATE ON attachment_part BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;
CREATE TRIGGER attachment_part_is_kept BEFORE DELETE ON attachment_part BEGIN SELECT RAISE(ABORT, 'an attachment is never taken away'); END;
CREATE TRIGGER tile_stays BEFORE UPDATE ON tile BEGIN SELECT RAISE(ABORT, 'a tile is never changed'); END;
CREATE TRIGGER tile_is_kept BEFORE DELETE ON tile BEGIN SELECT RAISE(ABORT, 'a tile is never taken away'); END;
CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'a checkpoint is never taken away'); END;
CREATE TRIGGER cosignature_stays BEFORE UPDATE ON cosignature BEGIN SELECT RAISE(ABORT, 'a signature is never changed'); END;
CREATE TRIGGER cosignature_is_kept BEFORE DELETE ON cosignature BEGIN SELECT RAISE(ABORT, 'a signature is never taken away'); END;
CREATE TRIGGER note_stays BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'a note about the record is never changed'); END;
CREATE TRIGGER note_is_kept BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a note about the record is never taken away'); END;
