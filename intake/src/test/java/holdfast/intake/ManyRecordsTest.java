package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Large files, and several files that are one record. */
class ManyRecordsTest {
    private static final int MANY = 150_000;

    @Test
    void aLargeFileIsHandedOnRecordByRecordWithItsProgress() {
        AtomicLong records = new AtomicLong();
        List<Long> lines = new ArrayList<>();
        ReadReport report = Records.read(
                List.of(new RecordSource(new Input("many.csv", Rows::new), Optional.empty())),
                Agreements.small(),
                r -> records.incrementAndGet(),
                ReadOptions.DEFAULT.with((file, bytes, at) -> lines.add(at)));
        assertThat(report.problems()).isEmpty();
        assertThat(records).hasValue(MANY);
        assertThat(lines).hasSizeGreaterThan(3).isSorted();
        assertThat(lines.getLast()).isEqualTo(MANY + 1);
    }

    /** Makes up its rows while it is read. */
    private static final class Rows extends InputStream {
        private byte[] row = "id,source,occurred,event,by\n".getBytes(StandardCharsets.UTF_8);
        private int at;
        private int next;

        @Override
        public int read() {
            if (at == row.length) {
                if (next == MANY) {
                    return -1;
                }
                row = ("r" + next + ",Mission,2015-02-15T00:" + (10 + next % 50) + "Z,attack,Russia\n")
                        .getBytes(StandardCharsets.UTF_8);
                next++;
                at = 0;
            }
            return row[at++];
        }
    }

    @Test
    void filesGivenTogetherAreOneRecord() {
        Loaded loaded = Loaded.from(
                List.of(
                        source("monday.csv", "id,source,occurred,event\na1,M,2015-02-15,attack\n"),
                        source(
                                "tuesday.csv",
                                "id,source,occurred,event,corrects\na2,M,2015-02-16,attack,a1\na1,M,2015,attack,\n")),
                Agreements.small(),
                ReadOptions.DEFAULT);
        assertThat(Reading.problems(loaded))
                .containsExactly(
                        "tuesday.csv, line 3: the id `a1` was given already, in monday.csv, line 2; expected an id that no other record has;"
                                + " if this record replaces that one, give it an id of its own and say so in `corrects` [HR126]");
    }

    @Test
    void aCorrectionOfARecordThatIsKnownElsewhereIsGood() {
        RecordSource source = source("tuesday.csv", "id,source,occurred,event,corrects\na2,M,2015-02-16,attack,a1\n");
        ReadOptions options = new ReadOptions(100, "a1"::equals, Progress.NONE);
        assertThat(Loaded.from(List.of(source), Agreements.small(), options).records())
                .hasSize(1);
    }

    @Test
    void afterTheFirstErrorNothingMoreIsHandedOn() {
        List<String> handedOn = new ArrayList<>();
        Records.read(
                List.of(
                        source(
                                "one.csv",
                                "id,source,occurred,event\na1,M,2015,attack\na2,M,never,attack\na3,M,2015,attack\n"),
                        source("two.csv", "id,source,occurred,event\na4,M,2015,attack\n")),
                Agreements.small(),
                r -> handedOn.add(r.id()),
                ReadOptions.DEFAULT);
        assertThat(handedOn).containsExactly("a1");
    }

    private static RecordSource source(String name, String text) {
        return new RecordSource(Content.of(name, text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }
}
