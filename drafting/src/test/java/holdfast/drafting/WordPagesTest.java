package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.drafting.word.WordCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page, and every page a code. */
class WordPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "diagnostics");

    @ParameterizedTest
    @EnumSource(WordCode.class)
    void everyCodeHasAPage(WordCode code) throws IOException {
        assertThat(Files.readString(PAGES.resolve(code.label() + ".md")))
                .startsWith("# " + code.label() + ": ")
                .contains("## Summary\n", "## Example\n", "## Mend\n", "## Why\n");
    }

    @Test
    void everyPageHasACode() throws IOException {
        List<String> labels =
                Arrays.stream(WordCode.values()).map(WordCode::label).toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(p -> p.getFileName().toString())
                            .filter(n -> n.startsWith("HW"))
                            .map(n -> n.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(labels);
        }
    }
}
