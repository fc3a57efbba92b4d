package holdfast.engine.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.AgreementReader;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** That a monitor goes on from a snapshot as if it had never stopped, the random cases of the module {@code reference} show. */
class SnapshotTest {
    private static Program text(String clause) {
        String text = """
                # Ferries

                ```holdfast
                agreement "Ferries"
                time zone UTC
                days count excluding the first day
                party Isle, Mainland
                event sails(by: party, pier: number, note: text), docks(by: party, pier: number)
                %s
                ```
                """.formatted(clause);
        return Program.of(AgreementReader.read("ferries.md", text.getBytes(UTF_8), n -> Optional.empty())
                .agreement()
                .orElseThrow());
    }

    private static final Program FERRIES =
            text("1.1  on sails(by P, pier N), P must docks(by P, pier N) within 2 hours");

    private static byte[] written(Monitor monitor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(monitor, out);
        return out.toByteArray();
    }

    private static Monitor watching() {
        Monitor monitor = Monitor.ofManyRecords(FERRIES);
        monitor.advanceTo(0);
        for (int i = 0; i < 9; i++) {
            monitor.accept(new Record.Observation(
                    "ferry " + i,
                    i,
                    "the harbour master",
                    Optional.empty(),
                    "sails",
                    Time.at(i),
                    Map.of(
                            "by", new Value.Actor("Isle"),
                            "pier", Value.Number.of(i),
                            "note", new Value.Text("long ".repeat(9_000))),
                    Basis.SEEN,
                    Optional.empty()));
        }
        monitor.advanceTo(1);
        return monitor;
    }

    @Test
    void long_texts_come_back_whole() throws IOException {
        Monitor before = watching();
        Monitor after = Snapshot.read(FERRIES, new ByteArrayInputStream(written(before)));
        assertThat(after.facts()).isEqualTo(before.facts());
        after.advanceTo(100_000_000);
        before.advanceTo(100_000_000);
        assertThat(after.verdicts()).isEqualTo(before.verdicts()).hasSize(9);
    }

    @Test
    void a_snapshot_of_another_text_is_refused() throws IOException {
        byte[] snapshot = written(watching());
        Program other = text("1.1  on sails(by P, pier N), P must docks(by P, pier N) within 3 hours");
        assertThatThrownBy(() -> Snapshot.read(other, new ByteArrayInputStream(snapshot)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another text");
    }

    @Test
    void what_is_cut_off_or_damaged_is_refused_in_words() throws IOException {
        byte[] snapshot = written(watching());
        for (int length = 0; length < snapshot.length; length += 1 + length / 40) {
            byte[] part = java.util.Arrays.copyOf(snapshot, length);
            assertThatThrownBy(() -> Snapshot.read(FERRIES, new ByteArrayInputStream(part)))
                    .isInstanceOf(IOException.class);
        }
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = snapshot.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Snapshot.read(FERRIES, new ByteArrayInputStream(damaged));
            } catch (IOException refused) {
                assertThat(refused).hasNoSuppressedExceptions();
            }
        }
    }
}
