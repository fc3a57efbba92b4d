package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.found.Bounds;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody owes whether the text is broken or not answers no breach. */
class AnswersRestOnTheBreachTest {
    private static final String TEXT = """
            # A river truce

            ```holdfast
            agreement "River truce"
            time zone Africa/Khartoum
            days count excluding the first day
            party Upland, Delta
            guarantor Harbour, Plateau
            measures from weakest: talks (talk), subsidy, brigade
            event signature, harvest, flood
            event raid(by: party, on: party), ferry(by: party)
            event post(by: party, troops: number) is brigade
            event meet(by: party) is talks
            event pay(by: party) is subsidy
            event pay_for(by: party, about: breach) is subsidy
            1.1  each party P must not raid(by P)
            ```

            ```holdfast
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A force that stands there anyway.
                "2.1  Harbour, Plateau must post with no deadline",
                // Two things that have nothing to do with each other, nor with a breach.
                "2.1  Harbour must meet with no deadline\n2.2  Plateau must pay with no deadline",
                // Aid that is paid again and again, breach or no breach.
                "state signed begins with signature\n2.1  while signed, Harbour must pay every 30 days",
                "state wet begins with flood, ends with harvest\n2.1  while wet, Plateau must pay every 60 days",
                // Owed on something that is nobody's breach.
                "2.1  on harvest, Plateau must pay within 10 days",
                "2.1  on flood, Harbour must meet within 2 days\n2.2  on harvest, Plateau must post",
                // Owed since it was signed, by a day or without one.
                "2.1  on signature, Harbour must post with no deadline",
                "2.1  Harbour must post by 2031-05-01",
                // In force only once it was signed, and owed from then on.
                "state signed begins with signature\n2.1  while signed, Harbour must post with no deadline",
            })
    void whatIsOwedAnywayIsNoAnswer(String statements) {
        Examination examination = examined(statements);
        assertThat(examination.guarantees()).isNotEmpty().allSatisfy(g -> {
            assertThat(g.measure()).isEmpty();
            assertThat(g.clauses()).isEmpty();
        });
        assertThat(examination.findings()).anyMatch(f -> f.code() == Catalogue.F01);
    }

    @Test
    void nobodyCountsTheStandingDutyAmongWhatCouldFollow() {
        Examination examination = examined("2.1  Harbour, Plateau must post with no deadline");
        assertThat(examination.prospects()).isNotEmpty().allMatch(p -> p.could().isEmpty());
    }

    @Test
    void aPermissionAsksForNothing() {
        assertThat(examined("2.1  on a breach B of 1.1, Harbour may pay_for(about B)")
                        .guarantees())
                .isNotEmpty()
                .allMatch(g -> g.measure().isEmpty());
    }

    /** What the protected can set off by asking is there to be had, whatever it is asked for. */
    @Test
    void whatTheProtectedMayAskForAtAnyTimeCounts() {
        assertThat(examined("2.1  on ferry(by Upland), Harbour must meet within 2 days")
                        .guarantees())
                .filteredOn(g -> g.violator().equals("Delta")
                        && g.course().kind() == Course.Kind.ONCE
                        && g.defectors().isEmpty())
                .hasSize(1)
                .allMatch(g -> g.measure().equals(Optional.of("talks")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.1  on a breach B of 1.1, Harbour must pay_for(about B) within 5 days",
                // Not called a breach, but set off by the act that is one.
                "2.1  on raid, Harbour must pay within 5 days",
                // A standing duty beside the answer takes nothing from it.
                "2.1  on a breach B of 1.1, Harbour must pay_for(about B) within 5 days\n2.2  Plateau must pay with no deadline",
            })
    void whatTheBreachSetsOffIs(String statements) {
        assertThat(examined(statements).guarantees())
                .filteredOn(g -> g.defectors().isEmpty() && g.course().kind() == Course.Kind.ONCE)
                .isNotEmpty()
                .allSatisfy(g -> {
                    assertThat(g.measure()).contains("subsidy");
                    assertThat(g.clauses()).containsExactly("2.1");
                    assertThat(g.within()).isPresent();
                });
    }

    /** Who may do the same without a breach does, where everybody helps: what keeps that from being set off lets the act be an answer (seed 560016598). */
    @Test
    void whatMayBeDoneAnywayCanBeKeptFromBeingSetOff() {
        assertThat(examined("""
                        state dry begins with harvest, ends with flood
                        define spree(by X) as at least 2 raid(by X) within 1 hour
                        event rest(by: party)
                        2.1  on a breach B of 1.1, Delta must meet within 6 hours
                        2.2  while dry, on raid(by Upland), Delta must pay with no deadline
                        2.3  if B grows into spree(by Upland), Delta may meet
                        2.4  when dry begins, if not rest(by Delta) has happened, Delta may pay""").prospects())
                .filteredOn(p -> p.violator().equals("Upland") && p.course().kind() == Course.Kind.GROWS)
                .isNotEmpty()
                .allMatch(p -> p.could().equals(Optional.of("subsidy")));
    }

    /** It is dry only once two raids are over: what grew while it was dry is the third, and what is done about the first fulfils nothing (seed 590028862). */
    @Test
    void whatIsOwedBecauseABreachGrewIsDoneAboutTheOneThatGrew() {
        assertThat(examined("""
                        state dry begins with harvest, ends with flood
                        define spree(by X) as at least 2 raid(by X) within 1 hour
                        2.1  on a breach B of 1.1, Delta must meet within 6 hours
                        2.2  while dry, if B grows into spree(by Upland), Harbour must pay_for(by Harbour, about B) within 5 hours
                        2.3  when 2.2 is fulfilled, Plateau must post(by Plateau) within 48 hours""").prospects())
                .filteredOn(p -> p.violator().equals("Upland") && p.course().kind() == Course.Kind.GROWS)
                .isNotEmpty()
                .allMatch(p -> p.could().equals(Optional.of("brigade")));
    }

    private static Examination examined(String statements) {
        Outcome outcome = AgreementReader.read(
                "agreement.md",
                (TEXT + statements + "\n```\n").getBytes(StandardCharsets.UTF_8),
                name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return new Examiner(Bounds.USUAL, List.of()).examine(outcome.agreement().orElseThrow());
    }
}
