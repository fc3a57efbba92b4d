package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import holdfast.record.archive.ArchiveFile;
import holdfast.record.archive.CopyAudit;
import holdfast.record.archive.Export;
import holdfast.record.canonical.RecordJson;
import holdfast.record.entry.Statement;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it costs that a record can be relied on: acknowledged records a second, each batch on the disk, in the tree and under a signed checkpoint before the answer; beside it the same bytes
 * written into a plain table of the same database in the same batches, with the same durability and no proof. Then the time and the memory of an audit of the whole, beside hashing the same
 * bytes once, and the size on the disk.
 */
final class Recording {
    private static final long START = 1_767_225_600_000L;

    private Recording() {}

    /** A database, and how a plain table in it is reached. */
    private record Kind(String name, RecordPlace place, String plain, String setting) {}

    static void run(Options options) throws IOException, SQLException {
        int records = options.number("records", 1_000_000);
        int batch = options.number("batch", 1_000);
        int most = options.number("postgresql", Math.min(records, 200_000));
        Path folder = Files.createTempDirectory("holdfast-bench-record-");
        System.out.println(
                "store        records   batch  records/s  processor s  plain/s  ratio  bytes of records  on disk  ratio");
        SharedRecord kept = measured(
                new Kind(
                        "SQLite",
                        RecordPlace.of(folder.resolve("kept").toString()),
                        "jdbc:sqlite:" + folder.resolve("plain.db"),
                        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"),
                records,
                batch);
        audit(kept, folder);
        kept.close();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String at = "localhost:" + server.getPort() + "/postgres?user=postgres";
            measured(
                            new Kind(
                                    "PostgreSQL",
                                    RecordPlace.of("postgresql://postgres@localhost:" + server.getPort() + "/postgres"),
                                    "jdbc:postgresql://" + at,
                                    ""),
                            most,
                            batch)
                    .close();
        }
    }

    /** As a mission reports: who did what to whom, where and on what evidence. */
    private static Record record(int i) {
        long at = START + i * 60_000L;
        return new Record.Observation(
                "smm-2026:" + i,
                at + 3_600_000,
                "https://example.org/reports/2026/" + i / 40,
                Optional.empty(),
                i % 3 == 0 ? "shelling" : "small_arms_fire",
                Time.at(at),
                Map.of(
                        "by",
                        new Value.Actor(i % 7 == 0 ? "unattributed" : "North"),
                        "town",
                        new Value.Text("Lower Bridge " + i % 90),
                        "count",
                        Value.Number.of(i % 13)),
                i % 2 == 0 ? Basis.SEEN : Basis.HEARD,
                Optional.empty(),
                Optional.of("Mission"));
    }

    private static SharedRecord measured(Kind kind, int records, int batch) throws IOException, SQLException {
        SigningKeys keys = SigningKeys.generate("bench.example/record", new SecureRandom());
        SharedRecord record = SharedRecord.make(Stores.open(kind.place(), Opening.MAKE), keys, InstantSource.system())
                .orElseThrow();
        long before = size(kind, record);
        Stopwatch watch = new Stopwatch();
        long bytes = 0;
        for (int from = 0; from < records; from += batch) {
            List<Statement> batched = new ArrayList<>();
            for (int i = from; i < Math.min(records, from + batch); i++) {
                batched.add(new Statement.OfRecord(RecordJson.of(record(i)), Optional.empty()));
            }
            for (Statement one : batched) {
                bytes += one.json().canonical().length;
            }
            record.submit("Mission", submitting -> {
                batched.forEach(submitting::submit);
                return batched.size();
            });
        }
        Stopwatch.Reading read = watch.read();
        double each = records / (read.wall() / 1e9);
        double plain = plain(kind, records, batch);
        long disk = size(kind, record) - before;
        System.out.println(String.format(
                Locale.ROOT,
                "%-11s  %8d  %6d  %9.0f  %11.1f  %7.0f  %5.2f  %16d  %7d  %5.2f",
                kind.name(),
                records,
                batch,
                each,
                read.process() / 1e9,
                plain,
                each / plain,
                bytes,
                disk,
                (double) disk / bytes));
        return record;
    }

    /** Records a second into a table with a number and the bytes, a transaction for each batch. */
    private static double plain(Kind kind, int records, int batch) throws SQLException {
        try (Connection connection = DriverManager.getConnection(kind.plain())) {
            try (var statement = connection.createStatement()) {
                for (String setting : kind.setting().split(";")) {
                    if (!setting.isBlank()) {
                        statement.execute(setting);
                    }
                }
                statement.execute("CREATE TABLE plain (id BIGINT PRIMARY KEY, said "
                        + (kind.setting().isEmpty() ? "BYTEA" : "BLOB") + " NOT NULL)");
            }
            connection.setAutoCommit(false);
            Stopwatch watch = new Stopwatch();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
                for (int from = 0; from < records; from += batch) {
                    for (int i = from; i < Math.min(records, from + batch); i++) {
                        insert.setLong(1, i);
                        insert.setBytes(2, RecordJson.of(record(i)).canonical());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            return records / (watch.read().wall() / 1e9);
        }
    }

    private static long size(Kind kind, SharedRecord record) throws IOException, SQLException {
        if (kind.place() instanceof RecordPlace.Folder) {
            return folderSize(Path.of(record.store().shown()));
        }
        try (Connection connection = DriverManager.getConnection(kind.plain());
                var statement = connection.createStatement();
                ResultSet size = statement.executeQuery("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> 'plain'")) {
            size.next();
            return size.getLong(1);
        }
    }

    private static long folderSize(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static void audit(SharedRecord record, Path folder) throws IOException {
        Path file = folder.resolve("archive");
        Stopwatch writing = new Stopwatch();
        Export.Written written = Export.write(record, record.checkpoint().orElseThrow(), file);
        double exported = writing.read().wall() / 1e9;
        try (ArchiveFile archive = ArchiveFile.open(file)) {
            System.gc();
            resetPeaks();
            Stopwatch watch = new Stopwatch();
            CopyAudit.Report report = CopyAudit.of(archive, Optional.empty());
            Stopwatch.Reading read = watch.read();
            if (!report.isSound()) {
                throw new IllegalStateException("not sound: " + report);
            }
            double hashed = hashed(file);
            System.out.println(String.format(
                    Locale.ROOT,
                    "audit of an archive of %d entries: %.1f s (processor %.1f s; hashing its bytes once %.1f s), at most %d MB of heap; exported in %.1f s, %d bytes",
                    written.entries(),
                    read.wall() / 1e9,
                    read.process() / 1e9,
                    hashed,
                    peaks() >> 20,
                    exported,
                    folderSize(file)));
        }
    }

    private static double hashed(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stopwatch watch = new Stopwatch();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            digest.digest();
            return watch.read().wall() / 1e9;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed())
                .sum();
    }
}
