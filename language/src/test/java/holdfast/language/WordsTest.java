package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sentences as lawyers, officers and translators write them: each is taken, or answered with one mend, in the names of its own document. The file
 * holds a sentence and, below it, what it gives; after a change run with {@code -Dgolden.update=true} and review the difference.
 */
class WordsTest {
    private static final Path TABLE = Path.of("src/test/resources/words/phrasings.txt");

    /** What is shown where nothing better is known: it names no mend. */
    private static final String FORM = "such a statement is written";

    /** How many of them may be answered so. */
    private static final int MOST_BAD = 8;

    private static final String BEGIN = """
            # T

            ```holdfast
            agreement "T"
            time zone Asia/Tbilisi
            days count excluding the first day
            party Arland, Besia
            guarantor Cordia, Dor
            group Watchers = Cordia, Dor
            body Council of Arland, Besia, Cordia, decides by majority, within 3 days
            event signing, halt, vacate(by: party, town: text), patrol(by: party, count: number), fire(by: party, on: party)
            event notify(by: party, about: breach), pass(by: party), approval(by: party), release(by: party, prisoners: number)
            state truce begins with signing, ends with halt
            undefined necessary
            ```

            ## Article 2. A

            ```holdfast
            """;

    record Phrasing(String sentence, String gives) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Phrasing> phrasings() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<Phrasing> all = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            all.add(new Phrasing(lines.get(i), lines.get(i + 1).strip()));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("phrasings")
    void isTakenOrAnsweredWithItsMend(Phrasing phrasing) {
        assertThat(gives(phrasing.sentence())).isEqualTo(phrasing.gives());
    }

    @Test
    void answersSpeakOfTheirOwnDocument() throws IOException {
        List<Phrasing> all = phrasings();
        if (Boolean.getBoolean("golden.update")) {
            List<String> lines = new ArrayList<>();
            all.forEach(p -> lines.addAll(List.of(p.sentence(), "  " + gives(p.sentence()))));
            Files.write(TABLE, lines);
        }
        assertThat(all).hasSizeGreaterThan(200);
        assertThat(all.stream().filter(p -> p.gives().contains(FORM)).toList()).hasSizeLessThanOrEqualTo(MOST_BAD);
        assertThat(all).allSatisfy(p -> assertThat(p.gives()).doesNotContain("Russia", "Ukraine", "attack"));
    }

    /** A clause or a declaration that a help quotes in full; one with dots in it is none. */
    private static final Pattern STATEMENT =
            Pattern.compile("(.+ (must|shall|will|may)( not)? .+|(state|term|define|event|undefined|body) .+)");

    @Test
    void whateverAHelpQuotesCanBeWrittenInTheDocument() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Phrasing phrasing : phrasings()) {
            List<String> quoted = Pattern.compile("`([^`]*)`")
                    .matcher(phrasing.gives().replaceFirst("^.*? -> ", ""))
                    .results()
                    .map(m -> m.group(1))
                    .filter(q -> STATEMENT.matcher(q).matches() && !q.contains("..."))
                    .toList();
            if (quoted.isEmpty() || phrasing.gives().equals("taken")) {
                continue;
            }
            StringBuilder text = new StringBuilder(BEGIN);
            int number = 1;
            for (String one : quoted) {
                boolean clause = !one.matches("(state|term|define|event|undefined|body|in force) .*");
                text.append(clause ? "2." + number++ + " " + one.replaceFirst("^[0-9.]+[a-z]? +", "") : one)
                        .append("\n");
            }
            text.append("2.90 each party must not halt_of_all\nevent halt_of_all(by: party)\n```\n");
            AgreementReader.read("t.md", text.toString().getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
                    .diagnostics()
                    .stream()
                    .filter(d -> List.of("HF101", "HF301", "HF303", "HF307")
                            .contains(d.code().label()))
                    .forEach(d -> wrong.add(phrasing.sentence() + ": " + phrasing.gives() + ": " + d.found()));
            assertThat(phrasing.gives()).doesNotContainPattern("(must|shall) (fire|attack|kill)");
        }
        assertThat(wrong).isEmpty();
    }

    private static String gives(String sentence) {
        String text = BEGIN + sentence.replace("\\n", "\n") + "\n```\n";
        Outcome outcome = AgreementReader.read("t.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        List<Problem> errors =
                outcome.diagnostics().stream().filter(Problem::isError).toList();
        if (errors.isEmpty()) {
            return "taken";
        }
        assertThat(errors).as("one mend").hasSize(1);
        Problem one = errors.getFirst();
        return one.code().label() + " " + one.found() + " -> " + one.help();
    }
}
