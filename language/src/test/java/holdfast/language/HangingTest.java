package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HangingTest {
    private static Map<String, Set<String>> questions(String statements) {
        return hanging(statements).byClause();
    }

    private static Hanging hanging(String statements) {
        String document = "## Article 2\n```holdfast\nparty Ukraine, Russia\n"
                + "event attack(by: party), war, peace, halt(by: party)\n"
                + "question q answers a, b\nquestion r answers c, d\n" + statements + "\n```\n";
        Outcome outcome =
                AgreementReader.read("t.md", document.getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        return Hanging.in(outcome.agreement().orElseThrow(() -> new AssertionError(outcome.diagnostics())));
    }

    @Test
    void onItsOwnPrefix() {
        Map<String, Set<String>> found = questions("""
                read q as a, 2.1 Ukraine must not attack
                read q as b, 2.1 Russia must not attack
                2.2 Russia must not attack""");
        assertThat(found).isEqualTo(Map.of("2.1", Set.of("q"), "2.2", Set.of()));
    }

    @Test
    void throughNamesAndClauses() {
        Map<String, Set<String>> found = questions("""
                read q as a, state fighting begins with war
                read q as b, state fighting begins with peace
                state calm is not fighting
                2.1 while calm, Ukraine must not attack
                2.2 on a breach B of 2.1, Russia must halt within 1 hour
                2.3 Russia must not attack
                """);
        assertThat(found).isEqualTo(Map.of("2.1", Set.of("q"), "2.2", Set.of("q"), "2.3", Set.of()));
    }

    @Test
    void onRulesAndPowersAboutIt() {
        Map<String, Set<String>> found = questions("""
                2.1 Ukraine must not attack
                2.2 Russia must not attack
                read q as a, 2.3 Ukraine may suspend 2.1 with halt
                read r as c, a breach of 2.2 ends after 1 hour without a further act
                read r as d, a breach of 2.2 ends after 2 hours without a further act""");
        assertThat(found).isEqualTo(Map.of("2.1", Set.of("q"), "2.2", Set.of("r"), "2.3", Set.of("q")));
    }

    @Test
    void onWhoAnswersForWhom() {
        Map<String, Set<String>> found = questions("""
                2.1 Ukraine must not attack
                2.2 on attack(by Ukraine), Russia must halt within 1 hour
                read q as a, Ukraine answers for Russia
                read r as c, Ukraine attributes""");
        assertThat(found).isEqualTo(Map.of("2.1", Set.of("q", "r"), "2.2", Set.of("r")));
    }

    @Test
    void onWhoAnswersForWhomOnlyAsToTheOneWhoAnswers() {
        Hanging hanging = hanging("""
                2.1 each party P must not attack(by P)
                2.2 Russia must not attack
                2.3 anyone must not attack
                read q as a, Ukraine answers for Russia""");
        assertThat(hanging.byClause()).isEqualTo(Map.of("2.1", Set.of("q"), "2.2", Set.of(), "2.3", Set.of()));
        assertThat(hanging.of("2.1", "Ukraine")).containsExactly("q");
        assertThat(hanging.of("2.1", "Russia")).isEmpty();
        assertThat(hanging.of("2.1", "nobody named")).isEmpty();
    }

    @Test
    void onABreachByOneOnlyAsToThatOne() {
        Map<String, Set<String>> found = questions("""
                2.1 each party P must not attack(by P)
                2.2 on a breach B of 2.1 by Russia, Ukraine must halt within 1 hour
                2.3 if B continues after 1 hour, Ukraine must halt within 1 hour
                2.4 on a breach C of 2.1 by Ukraine, Russia must halt within 1 hour
                2.5 on a breach D of 2.1, Russia must halt within 1 hour
                read q as a, Ukraine answers for Russia""");
        assertThat(found)
                .isEqualTo(Map.of(
                        "2.1", Set.of("q"), "2.2", Set.of(), "2.3", Set.of(), "2.4", Set.of("q"), "2.5", Set.of("q")));
    }

    @Test
    void notOnWhatIsForTheExaminer() {
        Map<String, Set<String>> found = questions("""
                2.1 Ukraine must not attack
                read q as a, accept F16 for 2.1 because "it is meant"
                read r as c, forces of Ukraine are in the area""");
        assertThat(found).isEqualTo(Map.of("2.1", Set.of()));
    }
}
