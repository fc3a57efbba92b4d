package holdfast.examine.brute;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.mend.Mender;
import holdfast.examine.mend.Tried;
import holdfast.examine.play.Workers;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.table.Remembered;
import holdfast.language.AgreementReader;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** However many work, and whatever was played before: the answer is the same, and so is the place where it is broken off. */
class SideBySideTest {
    private static final long CASES = Long.getLong("workers", 15);
    private static final List<Workers> TEAMS = List.of(new Workers(1), new Workers(2), new Workers(4));

    @Test
    void oneTwoAndFourSayTheSame() {
        same(2_000_000);
    }

    @Test
    void soTheyDoWhereTheWorkIsUsedUp() {
        same(300);
        same(1_500);
    }

    private static void same(long work) {
        LongStream.range(0, CASES).forEach(seed -> {
            List<String> answers = TEAMS.stream()
                    .map(team -> said(new Examiner(bounds(work), List.of(), team).examine(text(seed))))
                    .toList();
            assertThat(answers).as("seed %s", seed).containsOnly(answers.getFirst());
        });
    }

    @Test
    void theSameTextsAreTriedWithTheSameOutcome() {
        LongStream.range(0, CASES).forEach(seed -> {
            List<String> answers = TEAMS.stream().map(team -> tried(seed, team)).toList();
            assertThat(answers).as("seed %s", seed).containsOnly(answers.getFirst());
        });
    }

    private static String tried(long seed, Workers team) {
        Manuscript document = Manuscript.of("random.md", DeeperTest.document(seed));
        Examiner examiner = new Examiner(bounds(2_000_000), List.of(), team);
        Mender mender = new Mender(examiner, SideBySideTest::read, 4_000, 1);
        StringBuilder said = new StringBuilder();
        mender.tried(document, examiner.examine(text(seed)))
                .forEach((finding, tried) -> said.append(finding.code())
                        .append(' ')
                        .append(
                                tried instanceof Tried.Found found
                                        ? found.first().draft().text()
                                                + said(found.first().examination())
                                        : tried)
                        .append('\n'));
        return said.toString();
    }

    @Test
    void whatIsRememberedOfOtherTextsChangesNothing() {
        Remembered all = new Remembered();
        LongStream.range(0, CASES).forEach(seed -> {
            Agreement text = text(seed);
            Agreement moved = Text.read("# Moved\n\nSome words more.\n\n" + DeeperTest.document(seed));
            GuaranteeTable fresh = GuaranteeTable.of(text, bounds(2_000_000), new Remembered(), TEAMS.getFirst());
            GuaranteeTable known = GuaranteeTable.of(text, bounds(2_000_000), all, TEAMS.getFirst());
            GuaranteeTable again = GuaranteeTable.of(moved, bounds(2_000_000), all, TEAMS.getFirst());
            assertThat(known.rows()).as("seed %s", seed).isEqualTo(fresh.rows());
            assertThat(again.rows()).as("seed %s", seed).isEqualTo(fresh.rows());
            assertThat(again.effort().work())
                    .as("seed %s", seed)
                    .isEqualTo(fresh.effort().work());
        });
    }

    private static Bounds bounds(long work) {
        return new Bounds(1, 1, 1, 1, 8, Duration.ofDays(60), work);
    }

    private static Agreement text(long seed) {
        return Text.read(DeeperTest.document(seed));
    }

    private static Optional<Agreement> read(Manuscript draft) {
        return AgreementReader.read(
                        "random.md", draft.text().getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
                .agreement();
    }

    /** All that an examination says, with its stories. */
    static String said(Examination e) {
        StringBuilder said = new StringBuilder();
        e.guarantees().forEach(g -> said.append(g).append('\n'));
        e.prospects()
                .forEach(p -> said.append(p.prohibition())
                        .append(p.reading())
                        .append(p.violator())
                        .append(p.course())
                        .append(p.could())
                        .append(p.vetoes())
                        .append(p.story())
                        .append(p.vote())
                        .append('\n'));
        e.findings().forEach(f -> said.append(f).append('\n'));
        return said.append(e.cutOff())
                .append(e.unbroken())
                .append(e.partial())
                .append(e.work())
                .append(' ')
                .append(e.histories())
                .toString();
    }
}
