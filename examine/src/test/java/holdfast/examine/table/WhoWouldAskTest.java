package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.check.Check;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer counts only where those who keep their word would make it come; and what somebody does before a breach can be a way out of it. */
class WhoWouldAskTest {
    private static final String TEXT = """
            # The dam

            ```holdfast
            agreement "The dam"
            time zone Asia/Bishkek
            days count excluding the first day
            party Uplands, Lowlands
            guarantor Lantern
            measures from weakest: levy
            event open_gates(by: party), torch_fields(by: party, on: party), drill(by: party), swear(by: party), plea(by: party)
            event levy_tax(by: party) is levy, levy_on(by: party, about: breach) is levy
            %s
            ```
            """;

    private static final String BROKEN = "1.1  Uplands must not open_gates\n1.1 in favour of Lowlands\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Anybody's to do, and nobody would think that it is for asking.
                "1.2  on torch_fields, Lantern must levy_tax within 3 days",
                "1.2  on drill, Lantern must levy_tax within 3 days of drill",
                "1.2  if torch_fields has happened, Lantern must levy_tax within 3 days of torch_fields",
                // Forbidden by another clause, to whomever.
                "1.2  on torch_fields(by Lowlands), Lantern must levy_tax within 3 days\n1.3  each party P must not torch_fields(by P)",
                "1.2  on torch_fields(by Lowlands), Lantern must levy_tax within 3 days\n1.3  Uplands must not torch_fields",
                // What a breach grows into is a wrong, whoever does it.
                "1.3  on a breach B of 1.1, Lantern may swear\n1.4  if B grows into torch_fields(by Lowlands), Lantern must levy_on(about B) within 3 days",
                // Said to be force.
                "event storm(by: party) is force\n1.2  on storm(by Lowlands), Lantern must levy_tax within 3 days",
                // Lantern's to do, by another clause.
                "1.2  Lantern may drill\n1.3  on drill, Lantern must levy_tax within 3 days",
                // What follows is an answer to another breach.
                "1.2  on plea(by Lowlands), Uplands must swear within 2 days\n1.3  on a breach B of 1.2, Lantern must levy_on(about B) within 3 days",
                "1.2  Uplands must swear within 9 days of plea\n1.3  on a breach B of 1.2, Lantern must levy_on(about B) within 3 days",
                "1.2  on plea(by Lowlands), Uplands must swear within 2 days\n1.3  on a breach B of 1.2, Uplands must drill within 1 day\n1.4  on a breach C of 1.3, Lantern must levy_on(about C) within 3 days",
            })
    void isNoAnswer(String statements) {
        Examination examination = examined(BROKEN + statements);
        assertThat(rows(examination, "1.1"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.measure()).isEmpty());
        assertThat(examination.findings())
                .anyMatch(f -> f.code() == Catalogue.F01 && f.clauses().contains("1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2  on plea, Lantern must levy_tax within 3 days",
                "1.2  on drill(by Lowlands), Lantern must levy_tax within 3 days",
                "event horn(by: party) is talk\n1.2  on horn, Lantern must levy_tax within 3 days",
                "1.2  Lowlands may swear\n1.3  on swear, Lantern must levy_tax within 3 days",
                // The chain begins with the breach.
                "1.2  on a breach B of 1.1, Lantern must swear within 2 days\n1.3  when 1.2 is fulfilled, Lantern must levy_tax within 3 days",
            })
    void isAnAnswer(String statements) {
        assertThat(rows(examined(BROKEN + statements), "1.1"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.measure()).contains("levy"));
    }

    @Test
    void aRowSaysByWhatAndByWhomItIsSetOffWhereTheTextLeavesThatOpen() {
        Examination examination = examined(BROKEN + "1.2  on plea, Lantern must levy_tax within 3 days");
        assertThat(rows(examination, "1.1"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.setOffBy()).containsExactly(new Guarantee.Deed("plea", "Lowlands")));
        assertThat(examination.assumptions()).anyMatch(a -> a.contains("`plea`") && a.contains("is talk"));
        assertThat(rows(examined(BROKEN + "1.2  on plea(by Lowlands), Lantern must levy_tax within 3 days"), "1.1"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.setOffBy()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1  each party P must not open_gates(by P) unless swear has happened",
                "1.1  each party P must not open_gates(by P) where not swear(by P) has happened",
                "define flood(by X) as open_gates(by X) where not swear has happened\n1.1  each party P must not flood(by P)",
                "state sworn begins with swear\n1.1  each party P must not open_gates(by P) where not sworn",
            })
    void whatIsDoneOnceBeforeIsAWayOut(String statements) {
        Examination examination =
                examined(statements + "\n1.2  on a breach B of 1.1, Lantern must levy_on(about B) within 3 days");
        assertThat(rows(examination, "1.1")).isNotEmpty().allSatisfy(g -> {
            assertThat(g.measure()).isEmpty();
            assertThat(g.evaded()).containsExactly("swear");
            assertThat(g.evadedBefore()).isTrue();
        });
        assertThat(examination.findings())
                .anyMatch(f ->
                        Catalogue.numbers(Check::isAWayOut).contains(f.code().name()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What only the protected can do is another matter.
                "1.1  Uplands must not open_gates unless swear(by Lowlands) has happened",
                "1.1  while not flooded, each party P must not open_gates(by P)\nstate flooded begins with rain\nevent rain",
            })
    void whatOnlyOthersDoIsNone(String statements) {
        Examination examination =
                examined(statements + "\n1.2  on a breach B of 1.1, Lantern must levy_on(about B) within 3 days");
        assertThat(rows(examination, "1.1"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.measure()).contains("levy"));
        assertThat(examination.findings())
                .noneMatch(f ->
                        Catalogue.numbers(Check::isAWayOut).contains(f.code().name()));
    }

    @Test
    void whereAClauseWouldAnswerAndIsVotedDownItIsSaidSo() {
        Examination examination = examined("""
                body Bench of Uplands, Lowlands, Lantern, decides by majority, Uplands may veto, Lowlands may veto
                1.1  each party P must not open_gates(by P)
                Bench confirms breaches of 1
                1.2  on a confirmed breach B of 1.1, Lantern must levy_on(about B) within 3 days""");
        assertThat(examination.findings())
                .filteredOn(f -> f.code() == Catalogue.F01 && f.clauses().contains("1.1"))
                .hasSize(1)
                .allSatisfy(f -> assertThat(f.sentence())
                        .contains("1.2 would answer, but waits for Bench")
                        .doesNotContain("no clause answers"));
        assertThat(examination.findings())
                .filteredOn(f -> f.weight() == Finding.Weight.FIRES)
                .extracting(Finding::code)
                .contains(Catalogue.F06)
                .doesNotContain(Catalogue.F01, Catalogue.F02);
    }

    @Test
    void whatGuarantorsOweAndNothingCallsAMeasureIsSaid() {
        assertThat(examined(
                                BROKEN
                                        + "event mediate(by: party)\n1.2  on a breach B of 1.1, Lantern must mediate within 3 days")
                        .assumptions())
                .anyMatch(a ->
                        a.contains("`mediate`") && a.contains("1.2") && a.contains("`event mediate(...) is mediate`"));
    }

    private static List<Guarantee> rows(Examination examination, String clause) {
        return examination.guarantees().stream()
                .filter(g -> g.prohibition().equals(clause)
                        && g.defectors().isEmpty()
                        && g.course().kind() == Course.Kind.ONCE)
                .toList();
    }

    private static Examination examined(String statements) {
        Outcome outcome = AgreementReader.read(
                "agreement.md", TEXT.formatted(statements).getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return new Examiner(Bounds.USUAL, List.of()).examine(outcome.agreement().orElseThrow());
    }
}
