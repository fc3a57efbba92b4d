package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of the 58 clause patterns is an agreement itself: its examples are read like any other text. */
class ClausePatternsTest {
    private static final Path PAGE =
            ShippedReplay.AGREEMENTS.resolveSibling("docs").resolve("clause-patterns.md");
    private static final List<String> PATTERNS =
            IntStream.rangeClosed(1, 58).mapToObj("CP%02d"::formatted).toList();

    @Test
    void everyExampleIsAccepted() {
        Outcome outcome = AgreementReader.read(PAGE);

        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.agreement()).isPresent();
    }

    @Test
    void everyPatternHasAnArticleWithAClause() {
        Agreement page = AgreementReader.read(PAGE).agreement().orElseThrow();
        List<String> headings = page.norms().stream()
                .map(n -> page.article(n.origin()))
                .map(Article::heading)
                .distinct()
                .toList();

        assertThat(PATTERNS).allMatch(p -> headings.stream().anyMatch(h -> h.endsWith("(" + p + ")")));
    }

    @Test
    void everyPatternHasALineInTheTable() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(PATTERNS).allMatch(p -> page.contains("\n| " + p + " | "));
    }
}
