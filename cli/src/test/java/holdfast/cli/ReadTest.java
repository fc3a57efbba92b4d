package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.report.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code read}: the 58 patterns of real agreements, each as a sentence; golden, and read aloud by a person when they change. */
class ReadTest {
    private static final Path HOME = Path.of("..");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        return main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk"})
    void saysEveryPatternAsASentence(String language) throws IOException {
        assertThat(run("read", "../docs/clause-patterns.md", "--language", language))
                .as(err.toString())
                .isZero();
        Golden.same("patterns-" + language + ".txt", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk"})
    void noSentenceShowsAnIdentifier(String language) {
        assertThat(run("read", "../docs/clause-patterns.md", "--language", language))
                .isZero();
        assertThat(out.toString().lines().filter(l -> l.matches(".*\\w_\\w.*|.*\\p{Ll}\\p{Lu}.*")))
                .isEmpty();
    }

    @Test
    void aLanguageWithoutSentencesIsRefused() {
        assertThat(run("read", "minsk-2015", "--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("--language: there are no sentences in `fr`", "`en` and `uk`");
    }
}
