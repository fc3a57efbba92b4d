package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of sizes that nobody writes are read in a time that grows with them, or refused with the limit. The hang guards are generous: nothing here is timed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TextSizesTest {
    private static final String WATCH =
            "1.1  while %s, each party P must not sail(by P, knots N) where N more than 3\n";

    @ParameterizedTest
    @ValueSource(ints = {1000, 5000})
    void longChainsOfDefinitionsAreRefused(int n) {
        String chain = "define leg0(by P) as sail(by P)\n"
                + each(1, n, i -> "define leg" + i + "(by P) as leg" + (i - 1) + "(by P)\n");
        String problem = problem(chain, "1.1  each party P must not leg" + (n - 1) + "(by P)\n");
        assertThat(problem).contains("HF316", "chain of more than 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 5000})
    void longChainsOfStatesAreRefused(int n) {
        String chain = each(1, n, i -> "state calm" + i + " is calm" + (i - 1) + "\n");
        assertThat(problem(chain, WATCH.formatted("calm" + (n - 1)))).contains("HF316", "chain of more than 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80})
    void statesThatSayTheOneBeforeTwiceAreRefused(int n) {
        String states = each(1, n, i -> "state calm" + i + " is calm" + (i - 1) + " or not calm" + (i - 1) + "\n");
        assertThat(problem(states, WATCH.formatted("calm" + (n - 1)))).contains("HF316", "more than 10000");
    }

    @Test
    void deepParenthesesAreRefused() {
        String deep = "(".repeat(4000) + "calm0" + ")".repeat(4000);
        assertThat(problem("", WATCH.formatted(deep))).contains("HF108", "100 deep");
    }

    @Test
    void aVeryLongLineIsRead() {
        String line = String.join(" or ", Collections.nCopies(20_000, "calm0"));
        assertThat(read("", WATCH.formatted(line)).agreement()).isPresent();
    }

    @Test
    void twoThousandPartiesAreRead() {
        String parties = "party " + each(0, 2000, i -> (i == 0 ? "" : ", ") + "Ship" + i) + "\n";
        Outcome outcome = read(parties, WATCH.formatted("calm0"));
        assertThat(outcome.agreement().orElseThrow().actors()).hasSize(2002);
    }

    @Test
    void twoHundredAnswersMayDivideAClauseAndNoMore() {
        assertThat(read(question(200), variants(200)).agreement()).isPresent();
        assertThat(problem(question(1000), variants(1000))).contains("HF214", "more than 200 statements");
    }

    private static String question(int answers) {
        return "question limit answers " + each(0, answers, i -> (i == 0 ? "" : ", ") + "knots" + i) + "\n";
    }

    private static String variants(int answers) {
        return each(
                0,
                answers,
                i -> "read limit as knots" + i + ", 1.1  each party P must not sail(by P, knots N) where N more than "
                        + i + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"second", "10 seconds", "59 seconds"})
    void whatRecursMoreOftenThanEveryMinuteIsRefused(String period) {
        assertThat(problem("", "1.1  while calm0, Red must sail every " + period + "\n"))
                .contains("HF423");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60 seconds", "minute", "hour", "day"})
    void whatRecursLessOftenIsRead(String period) {
        assertThat(read("", "1.1  while calm0, Red must sail every " + period + "\n")
                        .agreement())
                .isPresent();
    }

    private static String each(int from, int to, IntFunction<String> line) {
        return IntStream.range(from, to).mapToObj(line).collect(Collectors.joining());
    }

    /** The first problem, as its code and what it says. */
    private static String problem(String declarations, String clauses) {
        List<Problem> errors = read(declarations, clauses).diagnostics().stream()
                .filter(Problem::isError)
                .toList();
        assertThat(errors).isNotEmpty();
        return errors.getFirst().code().label() + " " + errors.getFirst().found();
    }

    private static Outcome read(String declarations, String clauses) {
        String text = """
                # Lagoon

                ```holdfast
                agreement "Lagoon"
                time zone Europe/Rome
                days count excluding the first day
                party Red, Green
                event calmed
                event sail(by: party, knots: number)
                state calm0 begins with calmed
                %s```

                ## Article 1

                ```holdfast
                %s```
                """.formatted(declarations, clauses);
        return AgreementReader.read("lagoon.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
    }
}
