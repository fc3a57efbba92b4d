package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of F03 to F12 that the pages do not show: the lesser ones, and other ways to the same failure. */
class WhoDecidesTest {
    private static final String PARTIES = """
            time zone Europe/Kyiv
            party North, South
            measures from weakest: sanctions
            event attack(by: party, on: party), sanction(by: party, about: breach) is sanctions
            """;

    @Test
    void aRefusalWithAClockAndNoMeasureIsLesser() {
        assertThat(found(Catalogue.F03, PARTIES + """
                actor Mission
                event patrol(by: party), deny_access(by: party), open_gate(by: party)
                1.1  each party P must not attack(by P)
                1.2  Mission must patrol with no deadline
                1.3  on deny_access(by P), P must open_gate(by P) within 24 hours
                """)).containsExactly("LESSER [1.3]");
    }

    @Test
    void aRefusalByOneReadingOnlyIsLesser() {
        assertThat(found(Catalogue.F03, PARTIES + """
                guarantor East, West
                actor Mission
                question barring answers a_breach, no_breach
                event patrol(by: party), deny_access(by: party)
                1.1  each party P must not attack(by P)
                1.2  Mission must patrol with no deadline
                read barring as a_breach, 1.3  each party P must not deny_access(by P)
                read barring as no_breach, 1.3  each party P may deny_access(by P)
                1.4  on a breach B of 1.1 and 1.3, each guarantor G must sanction(by G, about B) within 72 hours
                """)).containsExactly("LESSER [1.3]");
    }

    @Test
    void aGuarantorWhoIsBoundAndHasNoPartInTheAnswerIsLesser() {
        assertThat(found(Catalogue.F05, PARTIES + """
                guarantor East, West, Far
                1.1  North, Far must not attack
                1.2  on a breach B of 1.1, East and West must sanction(about B) within 72 hours
                """)).containsExactly("LESSER [1.1]");
    }

    @Test
    void whoIsBoundAndCanStopTheFinderIsAnAddresseeThatJudges() {
        assertThat(found(Catalogue.F05, PARTIES + """
                guarantor East
                body Commission of North, South, East, decides by consensus
                1.1  each party P must not attack(by P)
                Commission confirms breaches of 1
                """)).containsExactly("FIRES [1.1]");
    }

    @Test
    void aVetoThatHoldsUnderOneReadingIsLesser() {
        assertThat(found(Catalogue.F06, PARTIES + """
                guarantor East, West
                body All of North, East, West, decides by consensus
                question by_vote answers needed, not_needed
                1.1  each party P must not attack(by P)
                read by_vote as needed,
                1.2  on decision(of All, on "sanctions", result "adopted"), East and West must sanction within 72 hours
                read by_vote as not_needed,
                1.2  on a breach B of 1.1, East and West must sanction(about B) within 72 hours
                """)).containsExactly("LESSER [1.1]");
    }

    @Test
    void aPowerToEndTheWatchingEndsIt() {
        assertThat(found(Catalogue.F08, PARTIES + """
                actor Mission
                event patrol(by: party), send_home(by: party)
                1.1  each party P must not attack(by P)
                1.2  Mission must patrol with no deadline
                1.3  North may terminate 1.2 with send_home
                """)).containsExactly("FIRES [1.2]");
    }

    @Test
    void whoeverWatchesMayLeave() {
        assertThat(found(Catalogue.F08, PARTIES + """
                actor Mission
                event patrol(by: party), arrived, leave(by: party)
                state mandate begins with arrived, ends with leave(by Mission)
                1.1  each party P must not attack(by P)
                1.2  while mandate, Mission must patrol with no deadline
                """)).isEmpty();
    }

    @Test
    void anExceptionOnWhichSomebodyRulesIsLesser() {
        assertThat(found(Catalogue.F09, PARTIES + """
                guarantor East, West
                body Council of East, West, decides by majority
                undefined self_defence "self-defence"
                1.1  each party P must not attack(by P) where not self_defence
                Council rules on self_defence
                """)).containsExactly("LESSER [1.1]");
    }

    @Test
    void anExceptionByTheBearersOwnWordFires() {
        assertThat(found(Catalogue.F09, PARTIES + """
                event claim_self_defence(by: party)
                1.1  each party P must not attack(by P) where not claim_self_defence(by P) has happened
                """)).containsExactly("FIRES [1.1]");
    }

    @Test
    void aPermissionOnAnOpenTermToDoWhatIsForbiddenFires() {
        assertThat(found(Catalogue.F09, PARTIES + """
                undefined threat "a threat"
                1.1  each party P must not attack(by P)
                1.2  if threat, North may attack
                """)).containsExactly("FIRES [1.2]");
    }

    @Test
    void aDutyThatWaitsForTheConsentOfAnotherGuarantor() {
        assertThat(found(Catalogue.F12, PARTIES + """
                guarantor East, West
                event ratify(by: party)
                1.1  each party P must not attack(by P)
                1.2  on a breach B of 1.1, if ratify(by West) has happened, East must sanction(about B) within 72 hours
                1.3  on a breach B of 1.1, if ratify(by East) has happened, West must sanction(about B) within 72 hours
                """)).containsExactly("FIRES [1.2, 1.3]");
    }

    @Test
    void whoeverWaitsForItsOwnConsentAloneIsAsItShouldBe() {
        assertThat(found(Catalogue.F12, PARTIES + """
                guarantor East, West
                event ratify(by: party)
                1.1  each party P must not attack(by P)
                1.2  on a breach B of 1.1, if ratify(by East) has happened, East must sanction(about B) within 72 hours
                1.3  on a breach B of 1.1, if ratify(by West) has happened, West must sanction(about B) within 72 hours
                """)).isEmpty();
    }

    private static List<String> found(Code code, String statements) {
        String document = "## Article 1. Peace\n\n```holdfast\nagreement \"A small peace\"\n" + statements + "```\n";
        Outcome outcome =
                AgreementReader.read("agreement.md", document.getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        Bounds bounds = new Bounds(1, 0, 1, 1, 8, Duration.ofDays(400), 20_000_000);
        return new Examiner(bounds, List.of())
                .examine(outcome.agreement().orElseThrow()).findings().stream()
                        .filter(f -> f.code() == code)
                        .map((Finding f) -> f.weight() + " " + f.clauses())
                        .toList();
    }
}
