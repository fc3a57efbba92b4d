package holdfast.record.store;

import holdfast.record.entry.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The tables, as SQL that both databases understand.
 *
 * @param isText of {@link Connections#isText}
 */
record Rows(Handle handle, String isText) {
    private static final int CHUNK = 2048;

    long size() {
        return handle.createQuery("SELECT coalesce(max(number) + 1, 0) FROM entry")
                .mapTo(Long.class)
                .one();
    }

    List<Entry> entries(long from, long to) {
        return handle.createQuery("SELECT number, bytes FROM entry WHERE number >= ? AND number < ? ORDER BY number")
                .bind(0, from)
                .bind(1, to)
                .setFetchSize(CHUNK)
                .map((row, context) -> new Entry(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /** Chunk by chunk: what is there never changes, so nothing need be held still meanwhile. */
    void read(long from, long to, Consumer<Entry> sink) {
        List<Entry> chunk = entries(from, Math.min(to, from + CHUNK));
        while (!chunk.isEmpty()) {
            chunk.forEach(sink);
            long next = chunk.getLast().number() + 1;
            chunk = next < to ? entries(next, Math.min(to, next + CHUNK)) : List.of();
        }
    }

    Optional<Entry> entry(long number) {
        return entries(number, number + 1).stream().findFirst();
    }

    List<Entry> texts() {
        return handle.createQuery("SELECT number, bytes FROM entry WHERE " + isText + " ORDER BY number")
                .map((row, context) -> new Entry(row.getLong(1), row.getBytes(2)))
                .list();
    }

    List<Entry> named(long name) {
        return handle.createQuery("SELECT number, bytes FROM entry WHERE name = ? ORDER BY number")
                .bind(0, name)
                .map((row, context) -> new Entry(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /** @param names of each entry, in their order */
    void add(List<Entry> entries, List<Long> names) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO entry (number, name, bytes) VALUES (?, ?, ?)");
        for (int i = 0; i < entries.size(); i++) {
            batch.bind(0, entries.get(i).number())
                    .bind(1, names.get(i).longValue())
                    .bind(2, entries.get(i).bytes())
                    .add();
        }
        batch.execute();
    }

    Optional<String> note(String name) {
        return handle.createQuery("SELECT text FROM note WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne();
    }

    void note(String name, String text) {
        handle.execute("INSERT INTO note (name, text) VALUES (?, ?)", name, text);
    }

    Optional<Long> attachmentSize(byte[] sha256) {
        return handle.createQuery("SELECT size FROM attachment WHERE sha256 = ?")
                .bind(0, sha256)
                .mapTo(Long.class)
                .findOne();
    }

    Optional<byte[]> attachmentPart(byte[] sha256, int part) {
        return handle.createQuery("SELECT bytes FROM attachment_part WHERE sha256 = ? AND part = ?")
                .bind(0, sha256)
                .bind(1, part)
                .map((row, context) -> row.getBytes(1))
                .findOne();
    }

    void attachment(byte[] sha256, long size) {
        handle.execute("INSERT INTO attachment (sha256, size) VALUES (?, ?)", sha256, size);
    }

    void attachmentPart(byte[] sha256, int part, byte[] bytes) {
        handle.execute("INSERT INTO attachment_part (sha256, part, bytes) VALUES (?, ?, ?)", sha256, part, bytes);
    }

    Optional<byte[]> tile(int level, long index) {
        return handle.createQuery("SELECT bytes FROM tile WHERE level = ? AND place = ?")
                .bind(0, level)
                .bind(1, index)
                .map((row, context) -> row.getBytes(1))
                .findOne();
    }

    void tile(int level, long index, byte[] bytes) {
        handle.execute("INSERT INTO tile (level, place, bytes) VALUES (?, ?, ?)", level, index, bytes);
    }

    Optional<Store.Checkpoint> checkpoint() {
        return handle.createQuery("SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")
                .map((row, context) -> new Store.Checkpoint(row.getLong(1), row.getBytes(2)))
                .findOne();
    }

    Optional<Store.Checkpoint> checkpoint(long size) {
        return handle.createQuery("SELECT size, note FROM checkpoint WHERE size = ?")
                .bind(0, size)
                .map((row, context) -> new Store.Checkpoint(row.getLong(1), row.getBytes(2)))
                .findOne();
    }

    List<Long> checkpoints() {
        return handle.createQuery("SELECT size FROM checkpoint ORDER BY size")
                .mapTo(Long.class)
                .list();
    }

    boolean keep(Store.Checkpoint checkpoint) {
        boolean further = checkpoint().map(c -> c.size() < checkpoint.size()).orElse(true);
        if (further) {
            handle.execute("INSERT INTO checkpoint (size, note) VALUES (?, ?)", checkpoint.size(), checkpoint.note());
        }
        return further;
    }

    /** @return whether it is new */
    boolean cosign(long size, String line) {
        boolean known = cosignatures(size).contains(line);
        if (!known) {
            handle.execute("INSERT INTO cosignature (size, line) VALUES (?, ?)", size, line);
        }
        return !known;
    }

    List<String> cosignatures(long size) {
        return handle.createQuery("SELECT line FROM cosignature WHERE size = ? ORDER BY number")
                .bind(0, size)
                .mapTo(String.class)
                .list();
    }

    void rollBack() {
        handle.rollback();
    }
}
