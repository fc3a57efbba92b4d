package holdfast.record.store;

import holdfast.record.entry.Entry;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A record in a database. */
final class SqlStore implements Store {
    private final RecordPlace place;
    private final Connections connections;

    SqlStore(RecordPlace place, Connections connections) {
        this.place = place;
        this.connections = connections;
    }

    @Override
    public String shown() {
        return place.shown();
    }

    @Override
    public long size() {
        return reading(Rows::size);
    }

    @Override
    public void read(long from, long to, Consumer<Entry> sink) {
        reading(rows -> {
            rows.read(from, to, sink);
            return to;
        });
    }

    @Override
    public Optional<Entry> entry(long number) {
        return reading(rows -> rows.entry(number));
    }

    @Override
    public List<Entry> texts() {
        return reading(Rows::texts);
    }

    @Override
    public List<Entry> named(long name) {
        return reading(rows -> rows.named(name));
    }

    @Override
    public Optional<String> note(String name) {
        return reading(rows -> rows.note(name));
    }

    @Override
    public InputStream attachment(byte[] sha256) {
        long size = reading(rows -> rows.attachmentSize(sha256))
                .orElseThrow(() -> new StoreTrouble(
                        StoreTrouble.Kind.NOT_THERE, "there is no attachment with that digest", "", null));
        return new AttachmentStream(size, part -> reading(rows -> rows.attachmentPart(sha256, part)));
    }

    @Override
    public Optional<byte[]> tile(int level, long index) {
        return reading(rows -> rows.tile(level, index));
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return reading(Rows::checkpoint);
    }

    @Override
    public Optional<Checkpoint> checkpoint(long size) {
        return reading(rows -> rows.checkpoint(size));
    }

    @Override
    public List<Long> checkpoints() {
        return reading(Rows::checkpoints);
    }

    @Override
    public boolean keep(Checkpoint checkpoint) {
        return transaction(rows -> rows.keep(checkpoint));
    }

    @Override
    public void cosign(long size, String line) {
        transaction(rows -> rows.cosign(size, line));
    }

    @Override
    public List<String> cosignatures(long size) {
        return reading(rows -> rows.cosignatures(size));
    }

    @Override
    public <T> T write(Work<T> work) {
        return transaction(rows -> {
            Transaction transaction = new Transaction(rows);
            T result = work.in(transaction);
            transaction.end();
            return result;
        });
    }

    private <T> T reading(Function<Rows, T> query) {
        return told(connections.readers(), handle -> query.apply(new Rows(handle, connections.isText())));
    }

    private <T> T transaction(Function<Rows, T> work) {
        return told(
                connections.writers(),
                handle -> handle.inTransaction(h -> {
                    connections.alone(h);
                    return work.apply(new Rows(h, connections.isText()));
                }));
    }

    private <T> T told(Jdbi jdbi, Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw trouble(connections, e);
        }
    }

    static StoreTrouble trouble(Connections connections, RuntimeException e) {
        SQLException cause = cause(e);
        return cause == null
                ? new StoreTrouble(StoreTrouble.Kind.OTHER, String.valueOf(e.getMessage()), "", e)
                : connections.trouble(cause);
    }

    private static @Nullable SQLException cause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    @Override
    public void close() {
        connections.close();
    }
}
