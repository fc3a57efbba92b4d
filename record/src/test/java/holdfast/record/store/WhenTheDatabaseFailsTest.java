package holdfast.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import holdfast.record.Places;
import holdfast.record.Simple;
import holdfast.record.archive.CopyAudit;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, a database that goes away: what is told, and what is there afterwards. */
class WhenTheDatabaseFailsTest {
    private final SigningKeys keys = SigningKeys.generate("test.example/fails", new SecureRandom());

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldAndCostsNothingThatWasAcknowledged() throws Exception {
        RecordPlace.Folder place = new RecordPlace.Folder(folder.resolve("r"));
        SharedRecord.make(Stores.open(place, Opening.MAKE), keys, InstantSource.system())
                .orElseThrow()
                .close();
        long acknowledged = 0;
        // SQLite is told that the disk ends after so many pages, and then says what it says of any full disk.
        try (SharedRecord record = SharedRecord.open(
                new SqlStore(place, SqliteConnections.open(place, Opening.WRITE, 120)),
                Optional.of(keys),
                InstantSource.system())) {
            StoreTrouble trouble = null;
            while (trouble == null) {
                long from = acknowledged;
                trouble = catchThrowableOfType(StoreTrouble.class, () -> Simple.submit(record, "r", from, from + 20));
                acknowledged += trouble == null ? 20 : 0;
            }
            assertThat(trouble.kind()).isEqualTo(StoreTrouble.Kind.FULL);
            assertThat(trouble).hasMessageContaining("there is no room left");
        }
        goesOn(place, acknowledged);
    }

    /** The server's own error, raised by a trigger where a disk cannot be filled. */
    @Test
    void aFullDiskOfAServerIsToldAndCostsNothingThatWasAcknowledged() throws Exception {
        RecordPlace.Database place = (RecordPlace.Database) Places.POSTGRESQL.place();
        SharedRecord.make(Stores.open(place, Opening.MAKE), keys, InstantSource.system())
                .orElseThrow()
                .close();
        Jdbi jdbi = Jdbi.create(place.jdbc() + "?user=postgres");
        jdbi.useHandle(
                h -> h.execute(
                        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                                + "IF NEW.number >= 130 THEN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$"));
        jdbi.useHandle(h ->
                h.execute("CREATE TRIGGER full_disk BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION full_disk()"));
        try (SharedRecord record =
                SharedRecord.open(Stores.open(place, Opening.WRITE), Optional.of(keys), InstantSource.system())) {
            for (int i = 0; i < 6; i++) {
                Simple.submit(record, "r", i * 20, i * 20 + 20);
            }
            StoreTrouble trouble = catchThrowableOfType(StoreTrouble.class, () -> Simple.submit(record, "r", 120, 140));
            assertThat(trouble.kind()).isEqualTo(StoreTrouble.Kind.FULL);
        }
        jdbi.useHandle(h -> h.execute("DROP TRIGGER full_disk ON entry"));
        goesOn(place, 120);
    }

    private void goesOn(RecordPlace place, long acknowledged) throws Exception {
        try (SharedRecord record =
                SharedRecord.open(Stores.open(place, Opening.WRITE), Optional.of(keys), InstantSource.system())) {
            List<String> there = Simple.ids(record.store());
            // The last batch may be there whole without having been acknowledged: the disk may have ended between it
            // and its checkpoint.
            assertThat((long) there.size()).isIn(acknowledged, acknowledged + 20);
            assertThat(there)
                    .isEqualTo(LongStream.range(0, there.size())
                            .mapToObj(i -> "r" + i)
                            .toList());
            Simple.submit(record, "r", acknowledged, acknowledged + 100);
            assertThat(record.signedSize()).isEqualTo(acknowledged + 100);
            assertThat(CopyAudit.of(record, Optional.empty()).isSound()).isTrue();
        }
    }

    @Test
    void aDatabaseThatGoesAwayAndReturnsHasAllThatItAcknowledgedOnce() throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgres server = server(data, 0);
        int port = server.getPort();
        RecordPlace place = RecordPlace.of("postgresql://postgres@localhost:" + port + "/postgres");
        SharedRecord.make(Stores.open(place, Opening.MAKE), keys, InstantSource.system())
                .orElseThrow()
                .close();
        AtomicLong acknowledged = new AtomicLong();
        AtomicLong gone = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        try (SharedRecord record =
                SharedRecord.open(Stores.open(place, Opening.WRITE), Optional.of(keys), InstantSource.system())) {
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    long from = acknowledged.get();
                    StoreTrouble trouble =
                            catchThrowableOfType(StoreTrouble.class, () -> Simple.submit(record, "r", from, from + 3));
                    if (trouble == null) {
                        acknowledged.set(from + 3);
                    } else {
                        // Given again until it is acknowledged.
                        assertThat(trouble.kind()).isEqualTo(StoreTrouble.Kind.GONE);
                        gone.incrementAndGet();
                    }
                }
            });
            for (int i = 0; i < 3; i++) {
                Thread.sleep(400);
                server.close();
                Thread.sleep(200);
                server = server(data, port);
            }
            long before = acknowledged.get();
            for (int i = 0; i < 300 && acknowledged.get() < before + 30; i++) {
                Thread.sleep(100);
            }
            enough.set(true);
            writer.join();
            List<String> ids = Simple.ids(record.store());
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(ids)
                    .isEqualTo(LongStream.range(0, acknowledged.get())
                            .mapToObj(i -> "r" + i)
                            .toList());
            assertThat(gone.get()).isPositive();
            assertThat(acknowledged.get()).isGreaterThanOrEqualTo(before + 30);
            assertThat(CopyAudit.of(record, Optional.empty()).isSound()).isTrue();
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws Exception {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
