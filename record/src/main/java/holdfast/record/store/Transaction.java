package holdfast.record.store;

import holdfast.record.entry.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Entries on their way into the database, some hundred at a time. */
final class Transaction implements Writing {
    private static final int BATCH = 1024;
    private static final int PART = 1 << 20;

    private final Rows rows;
    private final List<Entry> waiting = new ArrayList<>();
    private final List<Long> names = new ArrayList<>();
    private final Map<Long, List<Entry>> waitingByName = new HashMap<>();
    private long size;
    private boolean givenUp;

    Transaction(Rows rows) {
        this.rows = rows;
        this.size = rows.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Optional<Entry> entry(long number) {
        long first = size - waiting.size();
        return number >= first && number < size ? Optional.of(waiting.get((int) (number - first))) : rows.entry(number);
    }

    @Override
    public void read(long from, long to, Consumer<Entry> sink) {
        flush();
        rows.read(from, to, sink);
    }

    @Override
    public List<Entry> texts() {
        flush();
        return rows.texts();
    }

    @Override
    public List<Entry> named(long name) {
        List<Entry> all = new ArrayList<>(rows.named(name));
        all.addAll(waitingByName.getOrDefault(name, List.of()));
        return all;
    }

    @Override
    public void add(Entry entry, long name) {
        if (entry.number() != size) {
            throw new IllegalArgumentException("entry " + entry.number() + " does not follow " + (size - 1));
        }
        waiting.add(entry);
        names.add(name);
        waitingByName.computeIfAbsent(name, n -> new ArrayList<>()).add(entry);
        size++;
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            rows.add(waiting, names);
            waiting.clear();
            names.clear();
            waitingByName.clear();
        }
    }

    @Override
    public void note(String name, String value) {
        rows.note(name, value);
    }

    @Override
    public Optional<String> note(String name) {
        return rows.note(name);
    }

    @Override
    public boolean hasAttachment(byte[] sha256) {
        return rows.attachmentSize(sha256).isPresent();
    }

    @Override
    public void attach(byte[] sha256, long bytes, InputStream content) {
        rows.attachment(sha256, bytes);
        try {
            byte[] part = content.readNBytes(PART);
            for (int i = 0; part.length > 0; i++) {
                rows.attachmentPart(sha256, i, part);
                part = content.readNBytes(PART);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tile(int level, long index, byte[] bytes) {
        rows.tile(level, index, bytes);
    }

    @Override
    public Optional<byte[]> tile(int level, long index) {
        return rows.tile(level, index);
    }

    @Override
    public void giveUp() {
        givenUp = true;
    }

    void end() {
        flush();
        if (givenUp) {
            rows.rollBack();
        }
    }
}
