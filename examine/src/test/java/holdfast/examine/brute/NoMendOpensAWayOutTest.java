package holdfast.examine.brute;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.check.Check;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Mender;
import holdfast.examine.mend.Tried;
import holdfast.language.AgreementReader;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the examiner proposes to write, nobody gets out of anything by it: no exception without an end, and nothing that somebody can do first. */
class NoMendOpensAWayOutTest {
    private static final Examiner EXAMINER =
            new Examiner(new Bounds(0, 1, 1, 1, 8, Duration.ofDays(60), 2_000_000), List.of());

    private static final long CASES = Long.getLong("mended", 40);

    @Test
    void ofRandomTexts() {
        LongStream.range(0, CASES).parallel().forEach(NoMendOpensAWayOutTest::of);
    }

    private static void of(long seed) {
        Manuscript document = Manuscript.of("random.md", RandomGuarantees.document(RandomGuarantees.statements(seed)));
        Examination before = EXAMINER.examine(read(document).orElseThrow());
        Mender mender = new Mender(EXAMINER, NoMendOpensAWayOutTest::read, 200_000, 2);
        for (Finding finding : before.findings()) {
            if (mender.tried(document, before, finding) instanceof Tried.Found(List<Mend> mends)) {
                for (Mend mend : mends) {
                    Examination after = mend.examination();
                    assertThat(endless(after))
                            .as("seed %s, %s", seed, finding.code())
                            .isLessThanOrEqualTo(endless(before));
                    // Of a row that said nothing it was not tried how to escape.
                    assertThat(escaped(after))
                            .as("seed %s, %s", seed, finding.code())
                            .doesNotContainAnyElementsOf(answered(before));
                }
            }
        }
    }

    private static long endless(Examination examination) {
        return examination.findings().stream()
                .filter(f ->
                        Catalogue.numbers(Check::isAWayOut).contains(f.code().name()))
                .mapToLong(f -> f.clauses().size())
                .sum();
    }

    private static List<String> escaped(Examination examination) {
        return examination.guarantees().stream()
                .filter(g -> g.evadedBefore() && g.measure().isEmpty())
                .map(g -> g.prohibition() + " " + g.violator())
                .toList();
    }

    private static List<String> answered(Examination examination) {
        return Stream.concat(
                        Stream.of("none"),
                        examination.guarantees().stream()
                                .filter(g -> g.measure().isPresent())
                                .map(g -> g.prohibition() + " " + g.violator()))
                .toList();
    }

    private static Optional<Agreement> read(Manuscript document) {
        return AgreementReader.read(
                        "random.md", document.text().getBytes(StandardCharsets.UTF_8), n -> Optional.empty())
                .agreement();
    }
}
