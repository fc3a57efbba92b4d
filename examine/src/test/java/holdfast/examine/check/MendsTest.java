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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** That something has happened is said in several ways, and an exception without an end is mended in each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state answering(P) begins with return_fire(by P)\n1.1  each party P must not shell(by P) unless answering(P)",
                "state answering begins with return_fire\n1.1  each party P must not shell(by P) unless answering",
                """
                state answering begins with return_fire
                state free is answering
                1.1  while not free, each party P must not shell(by P)""",
                """
                state free is return_fire has happened
                1.1  each party P must not shell(by P) unless free""",
                """
                state answering begins with return_fire
                define real_shelling(by P) as shell(by P) where not answering
                1.1  each party P must not real_shelling(by P)"""
            })
    void anExceptionWithoutAnEndGetsOneHoweverItIsSaid(String statements) {
        Manuscript document = Manuscript.of(
                "agreement.md",
                """
                # The pass

                ## Article 1. The guns rest

                ```holdfast
                agreement "The pass"
                time zone UTC
                days count excluding the first day
                party Upper, Lower
                guarantor Harbour
                measures from weakest: embargo
                event shell(by: party), return_fire(by: party), close(by: party, about: breach) is embargo
                """ + statements + "\n1.2  on a breach B of 1.1, Harbour must close(about B) within 24 hours\n```\n");
        Examination before = EXAMINER.examine(read(document).orElseThrow());
        Finding finding = before.findings().stream()
                .filter(f ->
                        Catalogue.numbers(Check::isAWayOut).contains(f.code().name())
                                && f.weight() == Finding.Weight.FIRES)
                .findFirst()
                .orElseThrow();
        Tried tried = new Mender(EXAMINER, MendsTest::read, Long.MAX_VALUE, 1).tried(document, before, finding);
        assertThat(tried).isInstanceOfSatisfying(Tried.Found.class, found -> isEnded(finding, before, found.first()));
    }

    /** What a word excepts is not so while nobody has decided it; what a word forbids is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "each party P must not shell(by P) where not grave | only once `Council` has adopted it",
                "each party P must not shell(by P) unless grave | only once `Council` has adopted it",
                "each party P must not shell(by P) where grave | from the start, until `Council` refuses it",
            })
    void silenceOnAnOpenWordLetsNobodyOffAndTheMendSaysThatThisIsForThePartiesToSettle(String clause, String choice) {
        Agreement agreement = read(Manuscript.of("agreement.md", """
                        # The pass

                        ## Article 1. The guns rest

                        ```holdfast
                        agreement "The pass"
                        time zone UTC
                        days count excluding the first day
                        party Upper, Lower
                        guarantor Harbour, Lighthouse, Mole
                        body Council of Harbour, Lighthouse, Mole, decides by majority
                        undefined grave "a grave matter"
                        event shell(by: party)
                        1.1  %CLAUSE%
                        ```
                        """.replace("%CLAUSE%", clause)))
                .orElseThrow();
        Examination examination = EXAMINER.examine(agreement);
        Finding vague = examination.findings().stream()
                .filter(f -> f.code() == Catalogue.F23)
                .findFirst()
                .orElseThrow();
        assertThat(examination.proposals().get(vague))
                .filteredOn(p -> p.changes().stream().anyMatch(c -> c.toString().contains("state grave")))
                .first()
                .satisfies(
                        p -> assertThat(p.toSettle()).anyMatch(s -> s.startsWith("`grave`: that it is so " + choice)));
    }

    private static void isEnded(Finding finding, Examination before, Mend mend) {
        assertThat(mend.effect()).isEqualTo(Mend.Effect.ENDS);
        Examination after = EXAMINER.examine(read(mend.draft()).orElseThrow());
        assertThat(after.findings())
                .filteredOn(f -> f.code() == finding.code())
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
