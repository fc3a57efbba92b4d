package holdfast.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.record.Places;
import holdfast.record.entry.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written stays, whole and in order; nobody changes it. */
class StoreTest {
    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsReadBack(Places places) {
        RecordPlace place = places.place();
        try (Store store = Stores.open(place, Opening.MAKE)) {
            write(store, 3000);
        }
        try (Store store = Stores.open(place, Opening.READ)) {
            List<Long> numbers = new ArrayList<>();
            store.read(2, 2999, e -> numbers.add(e.number()));

            assertThat(store.size()).isEqualTo(3000);
            assertThat(numbers).hasSize(2997).isSorted().startsWith(2L);
            assertThat(store.entry(17)).contains(entry(17));
            assertThat(store.named(17)).containsExactly(entry(17));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGivenUpLeavesNothing(Places places) {
        try (Store store = Stores.open(places.place(), Opening.MAKE)) {
            write(store, 10);
            store.write(writing -> {
                for (int i = 10; i < 2000; i++) {
                    writing.add(entry(i), i);
                }
                writing.giveUp();
                return writing.size();
            });
            assertThatThrownBy(() -> store.write(writing -> {
                        writing.add(entry(10), 10);
                        throw new IllegalStateException("halfway");
                    }))
                    .hasMessage("halfway");

            assertThat(store.size()).isEqualTo(10);
            write(store, 1);
            assertThat(store.size()).isEqualTo(11);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseItselfRefusesToChangeOrTakeAwayAnything(Places places) {
        RecordPlace place = places.place();
        try (Store store = Stores.open(place, Opening.MAKE)) {
            write(store, 5);
            store.keep(new Store.Checkpoint(5, new byte[] {1}));
            Jdbi jdbi = Jdbi.create(jdbc(place));
            for (String change : List.of(
                    "UPDATE entry SET name = 1",
                    "DELETE FROM entry",
                    "DELETE FROM checkpoint",
                    "UPDATE checkpoint SET size = 2",
                    "INSERT INTO entry (number, name, bytes) VALUES (7, 1, '')",
                    "INSERT INTO checkpoint (size, note) VALUES (4, '')")) {
                assertThatThrownBy(() -> jdbi.withHandle(h -> h.execute(change)))
                        .as(change)
                        .hasMessageMatching("(?s).*(never|follows).*");
            }
            assertThat(store.size()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCheckpointNeverGoesBack(Places places) {
        try (Store store = Stores.open(places.place(), Opening.MAKE)) {
            assertThat(store.keep(new Store.Checkpoint(5, new byte[] {5}))).isTrue();
            assertThat(store.keep(new Store.Checkpoint(4, new byte[] {4}))).isFalse();
            assertThat(store.keep(new Store.Checkpoint(5, new byte[] {6}))).isFalse();
            assertThat(store.checkpoint().orElseThrow().note()).containsExactly(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAttachmentOfSomeMegabytesComesBackAsItWas(Places places) throws Exception {
        byte[] content = new byte[3_500_000];
        new Random(1).nextBytes(content);
        try (Store store = Stores.open(places.place(), Opening.MAKE)) {
            store.write(writing -> {
                writing.attach(new byte[32], content.length, new ByteArrayInputStream(content));
                return 0;
            });
            assertThat(store.attachment(new byte[32]).readAllBytes()).isEqualTo(content);
            store.write(writing -> {
                assertThat(writing.hasAttachment(new byte[32])).isTrue();
                assertThat(writing.hasAttachment(new byte[31])).isFalse();
                return 0;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNoRecordItIsSaid(Places places) {
        assertThatThrownBy(() -> Stores.open(places.place(), Opening.READ))
                .isInstanceOf(StoreTrouble.class)
                .hasMessageStartingWith("there is no record in");
    }

    @Test
    void aFileThatIsSomethingElseIsLeftAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(RecordPlace.Folder.FILE);
        Files.writeString(
                file, "my diary, which is longer than a header of a database would have to be, by some signs");
        String before = Files.readString(file);

        assertThatThrownBy(() -> Stores.open(new RecordPlace.Folder(folder), Opening.MAKE))
                .isInstanceOf(StoreTrouble.class);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aUrlIsUnderstoodAlsoWhereAPathSwallowedASlashOfIt() {
        RecordPlace.Database place = (RecordPlace.Database)
                RecordPlace.of(Path.of("postgresql://mission:secret@db.example:5433/minsk?currentSchema=a")
                        .toString());

        assertThat(place.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/minsk?currentSchema=a");
        assertThat(place.user()).contains("mission");
        assertThat(place.shown())
                .isEqualTo("postgresql://mission@db.example:5433/minsk")
                .doesNotContain("secret");
    }

    private static String jdbc(RecordPlace place) {
        return switch (place) {
            case RecordPlace.Folder folder -> "jdbc:sqlite:" + folder.file();
            case RecordPlace.Database database -> database.jdbc() + "?user=postgres";
        };
    }

    private static void write(Store store, int more) {
        store.write(writing -> {
            long first = writing.size();
            for (long i = first; i < first + more; i++) {
                writing.add(entry(i), i);
            }
            return 0;
        });
    }

    private static Entry entry(long number) {
        return new Entry(number, ("entry " + number).getBytes(StandardCharsets.UTF_8));
    }
}
