package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Status;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.text.NeverInForce;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts beyond what is played, breaches by time alone, and clauses that contradict themselves: what cannot be reached is said so, and nothing is concluded from it. */
class NothingFromWhatIsNotFoundTest {
    private static final String TEXT = """
            ## Article 1. Wells

            ```holdfast
            agreement "Wells"
            time zone Asia/Amman
            days count excluding the first day
            party Upper, Lower
            guarantor Warden
            measures from weakest: levy
            event draw(by: party), tour(by: party), opened, closed
            event charge(by: party, about: breach) is levy
            state season begins with opened, ends with closed
            state shut is not season
            %s
            ```

            ## Article 2. Answer

            ```holdfast
            2.1  on a breach B of 1.1, Warden must charge(by Warden, about B) within 2 days
            ```
            """;

    /** As many acts as it takes; and the answer follows in the story as in the row. */
    @ParameterizedTest
    @CsvSource({"650", "2000", "12000"})
    void aCountOverSixHundredIsReached(int count) {
        Examination examined = examined("define drain(by P) as at least " + count
                + " draw(by P) within 30 days\n1.1  Upper must not drain(by Upper)");
        Guarantee row = examined.guarantees().getFirst();
        assertThat(row.measure()).contains("levy");
        assertThat(row.story().claims())
                .anyMatch(c -> c.clause().equals("2.1") && c.status() == Status.FULFILLED)
                .anyMatch(c -> c.clause().equals("1.1") && c.status() == Status.BREACHED);
    }

    /** More than is played is not found: no row, and no finding that would follow from one. */
    @Test
    void aCountThatIsNotPlayedIsNotFound() {
        Examination examined =
                examined("define drain(by P) as at least 300000 draw(by P)\n1.1  Upper must not drain(by Upper)");
        assertThat(examined.unbroken())
                .extracting(GuaranteeTable.Unbroken::prohibition)
                .containsExactly("1.1");
        assertThat(examined.guarantees()).isEmpty();
        assertThat(examined.findings())
                .extracting(Finding::code)
                .doesNotContain(
                        Catalogue.F01, Catalogue.F02, Catalogue.F10, Catalogue.F12, Catalogue.F19, Catalogue.F25);
        // That one guarantor alone stands behind 2.1 is in the text; that all hangs on it is not known.
        assertThat(examined.findings()).noneMatch(f -> f.code() == Catalogue.F11 && f.weight() == Finding.Weight.FIRES);
    }

    /** Time alone breaks what is to be kept; the answer to that is an answer, and is owed only because of it. */
    @Test
    void timeAloneBreaksIt() {
        Examination examined = examined("1.1  Upper must keep not (no tour(by Upper) for 90 days)");
        Guarantee row = examined.guarantees().getFirst();
        assertThat(row.violator()).isEqualTo("Upper");
        assertThat(row.story().claims()).anyMatch(c -> c.clause().equals("1.1") && c.status() == Status.BREACHED);
        assertThat(examined.unbroken()).isEmpty();
    }

    @Test
    void anAnswerToWhatTimeBreaksIsAnAnswer() {
        Examination examined = examined("1.1  while season, Upper must keep not (no opened for 20 days)");
        Guarantee row = examined.guarantees().getFirst();
        assertThat(row.measure()).contains("levy");
        assertThat(row.clauses()).containsExactly("2.1");
        assertThat(examined.findings()).extracting(Finding::code).doesNotContain(Catalogue.F01, Catalogue.F02);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1  while season and not season, Upper must tour(by Upper) within 3 days of opened",
                "1.1  while season and shut, Upper must not draw(by Upper)",
                "1.1  while shut and season, Upper must tour(by Upper) every 3 days",
                "1.1  while season, on draw(by Lower), if not season, Upper must tour(by Upper) within 3 days",
                "1.1  while opened has happened and (season or closed has happened) and not (season or closed has happened), Upper must not draw(by Upper)",
            })
    void whatContradictsItselfIsNamed(String clause) {
        assertThat(NeverInForce.clauses(agreement(clause))).containsExactly("1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1  while season, Upper must tour(by Upper) within 3 days of opened",
                "1.1  while season or not season, Upper must not draw(by Upper)",
                "1.1  while shut and not (opened has happened), Upper must not draw(by Upper)",
            })
    void whatDoesNotIsNot(String clause) {
        assertThat(NeverInForce.clauses(agreement(clause))).isEmpty();
    }

    private static Examination examined(String statements) {
        return new Examiner(Bounds.USUAL, List.of(new Subject.Loss("a town", 25 * 3_600_000L)))
                .examine(agreement(statements));
    }

    private static Agreement agreement(String statements) {
        Outcome outcome = read(statements);
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return outcome.agreement().orElseThrow();
    }

    private static Outcome read(String statements) {
        return AgreementReader.read(
                "agreement.md", TEXT.formatted(statements).getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
    }
}
