package holdfast.record.ingest;

import holdfast.intake.rows.Input;
import holdfast.record.entry.Entry;
import holdfast.record.store.Reading;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a store as lines of JSON in Holdfast's own form, so that whoever reads files reads them by the same way. Entry 0 is line 1; an entry that is no record is an empty line. */
public final class RecordLines {
    /** By whose ending their form is known. */
    public static final String FORM = "record.jsonl";

    private static final int CHUNK = 2048;

    private RecordLines() {}

    /** @param size how many entries are read: those that come meanwhile are none of it */
    public static Input of(Reading store, String name, long size) {
        return new Input(name, FORM, () -> new Lines(store, 0, size), Optional.empty());
    }

    /** Those from one entry to before another alone; the first of them is line 1. */
    public static Input between(Reading store, String name, long from, long to) {
        return new Input(name, FORM, () -> new Lines(store, from, to), Optional.empty());
    }

    static Input of(List<byte[]> records, String name) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        records.forEach(r -> {
            all.writeBytes(r);
            all.write('\n');
        });
        byte[] bytes = all.toByteArray();
        return new Input(name, FORM, () -> new java.io.ByteArrayInputStream(bytes), Optional.empty());
    }

    private static final class Lines extends InputStream {
        private final Reading store;
        private final long size;
        private long next;
        private byte[] chunk = new byte[0];
        private int at;

        Lines(Reading store, long from, long size) {
            this.store = store;
            this.next = from;
            this.size = size;
        }

        @Override
        public int read() {
            return fill() ? chunk[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int some = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, offset, some);
            at += some;
            return some;
        }

        private boolean fill() {
            if (at < chunk.length) {
                return true;
            }
            if (next >= size) {
                return false;
            }
            List<Entry> entries = new ArrayList<>();
            store.read(next, Math.min(size, next + CHUNK), entries::add);
            if (entries.isEmpty()) {
                return false;
            }
            ByteArrayOutputStream lines = new ByteArrayOutputStream(entries.size() * 512);
            for (Entry entry : entries) {
                entry.recordBytes().ifPresent(lines::writeBytes);
                lines.write('\n');
            }
            next = entries.getLast().number() + 1;
            chunk = lines.toByteArray();
            at = 0;
            return true;
        }
    }
}
