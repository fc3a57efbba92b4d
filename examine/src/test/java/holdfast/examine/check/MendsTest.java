package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Mender;
import holdfast.examine.mend.Tried;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.subject.Subject;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each finding of the text on its page that has it is ended by a text that the examiner writes and tries, or its check says why no text can. */
class MendsTest {
    private static final Examiner EXAMINER = new Examiner(
            new Bounds(1, 0, 1, 1, 8, Duration.ofDays(400), 20_000_000),
            List.of(new Subject.Loss("a town", 25 * 3_600_000L)));

    @ParameterizedTest
    @EnumSource
    void endsWhatItsPageShowsOrSaysWhyNoTextCan(Catalogue code) {
        Manuscript document =
                Manuscript.of("agreement.md", FindingPage.of(code).examples().getFirst());
        Examination before = EXAMINER.examine(read(document).orElseThrow());
        Finding finding = before.findings().stream()
                .filter(f -> f.code() == code && f.weight() == Finding.Weight.FIRES)
                .findFirst()
                .orElseThrow();
        Tried tried = new Mender(EXAMINER, MendsTest::read, Long.MAX_VALUE, 1).tried(document, before, finding);
        switch (tried) {
            case Tried.Found found -> isEnded(finding, before, found.first());
            case Tried.BeyondText beyond ->
                assertThat(FindingPage.of(code).text()).contains("No text of one clause mends this");
            case Tried.NoneFound none -> throw new AssertionError("none of " + none.tried() + " texts ends it");
            case Tried.NotTried ignored -> throw new AssertionError("it was not tried");
        }
    }

    /** On what is left open somebody may rule, each time; it is open until then. Who decided it once would decide it for ever. */
    private static final Set<Catalogue> EASED = Set.of(Catalogue.F09, Catalogue.F23);

    private static void isEnded(Finding finding, Examination before, Mend mend) {
        boolean eased = finding.code() instanceof Catalogue code && EASED.contains(code);
        assertThat(mend.effect()).isEqualTo(eased ? Mend.Effect.EASES : Mend.Effect.ENDS);
        Examination after = EXAMINER.examine(read(mend.draft()).orElseThrow());
        assertThat(after.findings())
                .filteredOn(f -> f.code() == finding.code() && !(eased && f.weight() == Finding.Weight.LESSER))
                .noneMatch(f -> f.clauses().isEmpty()
                        || finding.clauses().isEmpty()
                        || f.clauses().stream().anyMatch(finding.clauses()::contains));
        assertThat(firing(before)).containsAll(firing(after));
        assertThat(mend.table().changes())
                .noneMatch(c -> c.kinds().contains(GuaranteeChange.Kind.LOST)
                        || c.kinds().contains(GuaranteeChange.Kind.WEAKER));
    }

    private static Set<String> firing(Examination examination) {
        return examination.findings().stream()
                .filter(f -> f.weight() == Finding.Weight.FIRES)
                .map(f -> f.code().name())
                .collect(Collectors.toSet());
    }

    private static Optional<Agreement> read(Manuscript document) {
        Outcome outcome = AgreementReader.read(
                "agreement.md", document.text().getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        return outcome.agreement();
    }
}
