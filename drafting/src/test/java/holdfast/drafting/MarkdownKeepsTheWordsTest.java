package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.drafting.markdown.MarkdownLines;
import holdfast.drafting.markdown.MarkdownText;
import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the words of a text are, written as Markdown and read again they are the same. */
class MarkdownKeepsTheWordsTest {
    private static final String[] PIECES = {
        "a",
        "word",
        " ",
        " ",
        "1.",
        "12)",
        "(a)",
        "#",
        "##",
        "-",
        "--",
        "---",
        "+",
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "~~~",
        ">",
        "<br>",
        "<b>",
        "&amp;",
        "&",
        "[x]",
        "[^1]",
        "](y)",
        "!",
        "\\",
        "|",
        ":",
        ":--",
        "=",
        "===",
        "http://a.b",
        "\"",
        "“",
        "Стаття",
        "§ 3",
        "№",
        "й",
        "…",
        ".",
        "holdfast"
    };

    private static List<Span> words(Random random, boolean alike) {
        List<Span> spans = new ArrayList<>();
        int n = 1 + random.nextInt(9);
        for (int i = 0; i < n; i++) {
            if (random.nextInt(12) == 0) {
                spans.add(new Span.Break());
            } else {
                boolean bold = !alike && random.nextInt(4) == 0;
                boolean italic = !alike && random.nextInt(5) == 0;
                spans.add(new Span.Words(PIECES[random.nextInt(PIECES.length)], bold, italic));
            }
        }
        return Span.tidy(spans);
    }

    private static Block block(Random random, boolean alike) {
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Heading(1 + random.nextInt(6), withoutBreaks(words(random, true)));
            case 1 -> {
                List<List<Block.Cell>> rows = new ArrayList<>();
                int columns = 1 + random.nextInt(3);
                for (int r = 0; r <= random.nextInt(3); r++) {
                    List<Block.Cell> row = new ArrayList<>();
                    for (int c = 0; c < columns; c++) {
                        row.add(new Block.Cell(words(random, true)));
                    }
                    rows.add(row);
                }
                yield new Block.Table(rows);
            }
            default -> new Block.Paragraph(words(random, alike));
        };
    }

    private static List<Span> withoutBreaks(List<Span> words) {
        return Span.tidy(words.stream()
                .map(s -> s instanceof Span.Break ? Span.Words.plain(" ") : s)
                .toList());
    }

    private static boolean isEmpty(Block block) {
        return switch (block) {
            case Block.Heading h -> h.words().isEmpty();
            case Block.Paragraph p -> p.words().isEmpty();
            case Block.Table t -> false;
        };
    }

    @Test
    void anyWords() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            List<Block> blocks = new ArrayList<>();
            StringBuilder markdown = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                Block block = block(random, true);
                if (!isEmpty(block)) {
                    blocks.add(block);
                    markdown.append(String.join("\n", MarkdownLines.of(block).lines()))
                            .append("\n\n");
                }
            }
            assertThat(MarkdownText.read(markdown.toString()).text().blocks())
                    .as("seed %d\n%s", seed, markdown)
                    .isEqualTo(blocks);
        }
    }

    @Test
    void boldAndItalicLettersAreKeptOrToldOf() {
        for (int seed = 0; seed < 20_000; seed++) {
            Block.Paragraph block = new Block.Paragraph(words(new Random(seed), false));
            if (isEmpty(block)) {
                continue;
            }
            MarkdownLines.Written written = MarkdownLines.of(block);
            PlainText again =
                    MarkdownText.read(String.join("\n", written.lines())).text();
            assertThat(again.blocks()).as("seed %d: %s", seed, written).hasSize(1);
            Block.Paragraph read = (Block.Paragraph) again.blocks().getFirst();
            assertThat(Span.plain(read.words())).as("seed %d", seed).isEqualTo(Span.plain(block.words()));
            if (!written.emphasisLost()) {
                assertThat(read).isEqualTo(block);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"**bold** and *thin*", "1\\. A point", "\\- a dash", "a\\\nb"})
    void whatIsWrittenIsPlainToRead(String markdown) {
        Block block = MarkdownText.read(markdown).text().blocks().getFirst();
        assertThat(String.join("\n", MarkdownLines.of(block).lines())).isEqualTo(markdown);
    }

    @Test
    void numbersOfListsBecomeWords() {
        String markdown = "3. third\n4. fourth\n   - below\n\n- dash\n";
        assertThat(MarkdownText.read(markdown).text().blocks())
                .extracting(b -> Span.plain(((Block.Paragraph) b).words()))
                .containsExactly("3. third", "4. fourth", "• below", "• dash");
    }
}
