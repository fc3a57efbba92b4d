package holdfast.record.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * SQLite: one file, in which a log of what is being written stands beside it (WAL) and reaches the disk before a transaction counts as done
 * ({@code synchronous=FULL}). One connection writes.
 */
final class SqliteConnections implements Connections {
    /** {@code HFRC}, by which the file is known as a record. */
    private static final int APPLICATION = 0x48465243;

    private static final String TABLES = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int READERS = 4;
    /** As many as SQLite itself allows. */
    private static final int ALL = 0;

    private final Path file;
    private final HikariDataSource reading;
    private final HikariDataSource writing;
    private final Jdbi readers;
    private final Jdbi writers;

    private SqliteConnections(Path file, int mostPages) {
        this.file = file;
        this.reading = pool(readingSource(file), READERS, isLocked(file));
        this.writing = pool(source(file, false, mostPages), 1, false);
        this.readers = Jdbi.create(reading);
        this.writers = Jdbi.create(writing);
    }

    static SqliteConnections open(RecordPlace.Folder folder, Opening opening) {
        return open(folder, opening, ALL);
    }

    /** @param mostPages how large the file may become, for whoever wants to see what a full disk does */
    static SqliteConnections open(RecordPlace.Folder folder, Opening opening, int mostPages) {
        Path file = folder.file();
        if (opening == Opening.MAKE) {
            make(folder);
        } else if (!Files.exists(file)) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.NOT_THERE,
                    "there is no record in `" + folder.shown() + "`",
                    "`holdfast record init " + folder.shown() + " --agreement A` makes one",
                    null);
        } else if (opening == Opening.WRITE && !isWritable(file)) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.READ_ONLY,
                    "`" + file + "` may only be read here",
                    "see who may write it and its folder",
                    null);
        }
        SqliteConnections connections = new SqliteConnections(file, mostPages);
        return Connections.checked(connections, () -> {
            if (opening != Opening.MAKE) {
                connections.tryOnce();
            }
            connections.check(opening);
        });
    }

    private static void make(RecordPlace.Folder folder) {
        try {
            Files.createDirectories(folder.folder());
        } catch (IOException e) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.READ_ONLY,
                    "the folder `" + folder.shown() + "` cannot be made",
                    "choose another place",
                    e);
        }
    }

    /** A pool tries again for as long as its patience lasts, and then says no more than that it ran out; the driver says at once what is wrong. */
    private void tryOnce() {
        try (Connection connection = readingSource(file).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    private void check(Opening opening) {
        if (opening == Opening.MAKE) {
            bring();
        }
        int application = readers.withHandle(
                h -> h.createQuery("PRAGMA application_id").mapTo(Integer.class).one());
        if (application == 0 && isEmpty(file)) {
            throw notOurs(
                    "`" + file + "` is empty: it was never finished, or it was cut off",
                    "if there was a record, bring back a copy; if not, make it again: `holdfast record init`");
        }
        if (application != APPLICATION) {
            throw notOurs("`" + file + "` is no record of Holdfast", "name the folder of a record");
        }
        int version = readers.withHandle(h -> Migrations.version(h, TABLES));
        if (version > Migrations.latest()) {
            throw notOurs("`" + file + "` was written by a later Holdfast", "use that one");
        }
        if (version < Migrations.latest() && opening != Opening.READ) {
            bring();
        } else if (version == 0) {
            throw notOurs("`" + file + "` was never finished", "make it again: `holdfast record init`");
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static StoreTrouble notOurs(String message, String help) {
        return new StoreTrouble(StoreTrouble.Kind.NOT_OURS, message, help, null);
    }

    private void bring() {
        SQLiteDataSource source = new SQLiteDataSource(config(SQLiteConfig.TransactionMode.DEFERRED));
        source.setUrl("jdbc:sqlite:" + file);
        Jdbi jdbi = Jdbi.create(source);
        boolean ours = jdbi.withHandle(
                h -> h.createQuery("PRAGMA application_id").mapTo(Integer.class).one() == APPLICATION
                        || h.createQuery("SELECT count(*) FROM sqlite_master")
                                        .mapTo(Long.class)
                                        .one()
                                == 0);
        if (!ours) {
            throw notOurs("`" + file + "` is there already, and is no record", "choose another folder");
        }
        jdbi.useHandle(h -> h.execute("PRAGMA application_id = " + APPLICATION));
        try {
            Migrations.bring(source, "sqlite");
        } catch (FlywayException e) {
            throw new StoreTrouble(StoreTrouble.Kind.OTHER, "the tables of the record could not be made", "", e);
        }
    }

    private static SQLiteConfig config(SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setTransactionMode(mode);
        config.enforceForeignKeys(true);
        config.setCacheSize(-16_000);
        return config;
    }

    private static SQLiteDataSource source(Path file, boolean readOnly, int mostPages) {
        // A writer asks for the lock at once: two that read first and write then would wait for each other.
        SQLiteConfig config =
                config(readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        if (mostPages != ALL) {
            config.setMaxPageCount(mostPages);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static boolean isWritable(Path file) {
        return Files.isWritable(file) && Files.isWritable(folder(file));
    }

    private static boolean isLocked(Path file) {
        return Files.exists(file) && !isWritable(file);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Where nothing can be written, SQLite cannot put its own files beside the record, and must be told that it needs none. */
    private static SQLiteDataSource readingSource(Path file) {
        if (!isLocked(file)) {
            return source(file, true, ALL);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setCacheSize(-16_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // What is not yet in the file itself can be read only with the log beside it.
        source.setUrl("jdbc:sqlite:" + file.toUri() + (hasLog(file) ? "?mode=ro" : "?immutable=1"));
        return source;
    }

    private static boolean hasLog(Path file) {
        try {
            Path log = folder(file).resolve(file.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static HikariDataSource pool(SQLiteDataSource source, int most, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        // SQLite's driver does not let a pool change this afterwards.
        config.setReadOnly(readOnly);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public Jdbi readers() {
        return readers;
    }

    @Override
    public Jdbi writers() {
        return writers;
    }

    @Override
    public String isText() {
        return "substr(bytes, 1, 13) = x'7b2261677265656d656e74223a'";
    }

    @Override
    public void alone(Handle handle) {
        // A transaction that writes is the only one from its first statement on.
    }

    @Override
    public StoreTrouble trouble(SQLException e) {
        int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        return switch (code) {
            case 13 ->
                new StoreTrouble(
                        StoreTrouble.Kind.FULL,
                        "there is no room left for `" + file + "`; nothing of this was kept",
                        "make room and give it again",
                        e);
            case 5, 6 ->
                new StoreTrouble(
                        StoreTrouble.Kind.BUSY,
                        "somebody else is writing to `" + file + "`; nothing of this was kept",
                        "give it again in a moment",
                        e);
            case 3, 8, 14 ->
                new StoreTrouble(
                        StoreTrouble.Kind.READ_ONLY,
                        "`" + file + "` cannot be opened, or may not be written",
                        "see who may read and write it and its folder",
                        e);
            case 11, 26 ->
                new StoreTrouble(
                        StoreTrouble.Kind.DAMAGED,
                        "`" + file + "` is damaged or cut off, or it is no record",
                        "keep it as it is, and bring back a copy: `holdfast record audit` says which one is whole",
                        e);
            case 10 ->
                new StoreTrouble(
                        StoreTrouble.Kind.GONE,
                        "the disk does not answer for `" + file + "`",
                        "see to the disk, and give it again: nothing is taken twice",
                        e);
            default -> new StoreTrouble(StoreTrouble.Kind.OTHER, "`" + file + "`: " + e.getMessage(), "", e);
        };
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
