package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemText;
import holdfast.language.format.Formatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged agreements: whatever is done to one, reading it ends with diagnostics at places that exist, never with an exception. */
class FuzzTest {
    private static final int ROUNDS = 12;
    private static final List<String> WORDS = List.of(
            "must",
            "not",
            "(",
            ")",
            ",",
            "\"",
            "while",
            "on",
            "a",
            "breach",
            "B",
            "P",
            "of",
            "2",
            "2.1",
            "within",
            "24",
            "hours",
            "```",
            "\n",
            "read",
            "as",
            "define",
            "event",
            "state",
            "zone",
            "each",
            "--",
            "0",
            "99999999999999",
            "2015-02-30",
            "25:00",
            "km",
            "\u0000",
            "\uD800",
            "`",
            ":",
            "=",
            "is",
            "every",
            "and",
            "or",
            "no",
            "for",
            "has",
            "happened",
            "may",
            "with",
            "until",
            "at",
            "\t",
            "\u00a0",
            "if",
            "after",
            "accept",
            "F16",
            "because",
            "forces");

    static List<Corpus.Text> texts() {
        return Corpus.texts();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void neverFails(Corpus.Text text) {
        Random random = new Random(text.path().getFileName().toString().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            String damaged = damage(text.markdown(), random, 1 + random.nextInt(4));
            Outcome outcome = text.read(damaged);
            outcome.diagnostics().forEach(d -> assertPlaceExists(d, damaged));
            assertThat(outcome.agreement().isPresent())
                    .isEqualTo(outcome.diagnostics().stream().noneMatch(Problem::isError));
            assertThat(ProblemText.of(outcome.diagnostics()).lines()).allMatch(l -> l.length() <= ProblemText.WIDTH);
            String formatted = Formatter.lay(damaged).text();
            assertThat(Formatter.lay(formatted).text()).isEqualTo(formatted);
        }
    }

    private static void assertPlaceExists(Problem d, String damaged) {
        List<String> lines = List.of(damaged.split("\r\n|\n|\r", -1));
        if (d.place() instanceof Place.InText at) {
            assertThat(at.line()).isBetween(1, lines.size());
            assertThat(at.column()).isBetween(1, lines.get(at.line() - 1).length() + 2);
            assertThat(at.length()).isPositive();
        }
        assertThat(d.found()).isNotBlank().doesNotContain("holdfast.language", "Exception");
    }

    private static String damage(String text, Random random, int times) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(5)) {
                case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(20)));
                case 1 -> damaged.insert(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
                case 2 -> damaged.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 3 -> {
                    int from = random.nextInt(damaged.length());
                    String piece = damaged.substring(from, Math.min(damaged.length(), from + random.nextInt(60)));
                    damaged.insert(at, piece);
                }
                default -> replaceWord(damaged, at, WORDS.get(random.nextInt(WORDS.size())));
            }
            if (damaged.isEmpty()) {
                return "";
            }
        }
        return damaged.toString();
    }

    private static void replaceWord(StringBuilder text, int at, String word) {
        int start = at;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        text.replace(start, end, word);
    }
}
