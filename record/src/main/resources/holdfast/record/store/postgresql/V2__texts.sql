-- The entries of agreements' texts, `{"agreement":…`, are few among many, and whoever opens the record needs the last of them at once.
CREATE INDEX entry_text ON entry (number) WHERE substr(bytes, 1, 13) = CAST('\x7b2261677265656d656e74223a' AS bytea);
