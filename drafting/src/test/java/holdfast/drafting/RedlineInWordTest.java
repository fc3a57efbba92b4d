package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.drafting.markdown.MarkdownText;
import holdfast.drafting.redline.TextRedline;
import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Span;
import holdfast.drafting.word.Changes;
import holdfast.drafting.word.WordBlock;
import holdfast.drafting.word.WordText;
import holdfast.drafting.word.WordWriter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whoever accepts all tracked changes has the later text; whoever rejects all has the earlier one. */
class RedlineInWordTest {
    private static final String OLD = """
            # Truce

            ## Article 1

            The Parties shall not fire within 10 km of the line.[^1]

            Nothing else is said.

            | Guns | Days |
            | --- | --- |
            | 100 mm | 5 |

            [^1]: The line of 1 March.
            """;

    private static final String NEW = """
            # Truce

            ## Article 1

            The Parties shall not fire or fly within 20 km of the line.[^1]

            ## Article 2

            The Mission confirms.

            | Guns | Days |
            | --- | --- |
            | 100 mm | 7 |

            [^1]: The line of 2 March.
            """;

    private static PlainText text(String markdown) {
        return MarkdownText.read(markdown).text();
    }

    private static List<String> lines(PlainText text) {
        List<String> lines = new ArrayList<>();
        text.blocks().forEach(b -> lines(b, lines));
        text.notes().stream().map(Note::words).map(Span::plain).forEach(lines::add);
        return lines;
    }

    private static void lines(Block block, List<String> lines) {
        switch (block) {
            case Block.Heading h -> lines.add(Span.plain(h.words()));
            case Block.Paragraph p -> lines.add(Span.plain(p.words()));
            case Block.Table t -> t.rows().forEach(r -> r.forEach(c -> lines.add(Span.plain(c.words()))));
        }
    }

    private static List<String> lines(byte[] docx, Changes changes) throws Exception {
        WordText read = WordText.read("r.docx", docx, changes);
        List<String> lines = new ArrayList<>();
        for (WordBlock block : read.blocks()) {
            switch (block) {
                case WordBlock.Paragraph p -> lines.add(Span.plain(p.words()));
                case WordBlock.Table t -> lines(t.table(), lines);
            }
        }
        read.notes().stream().map(Note::words).map(Span::plain).forEach(lines::add);
        return lines;
    }

    @Test
    void acceptedItIsTheLaterTextAndRejectedTheEarlier() throws Exception {
        byte[] docx = WordWriter.write(TextRedline.of(text(OLD), text(NEW)), "Truce");
        assertThat(lines(docx, Changes.ACCEPTED)).isEqualTo(lines(text(NEW)));
        assertThat(lines(docx, Changes.REJECTED)).isEqualTo(lines(text(OLD)));
    }

    /** Told by the file itself: what stands outside of deletions, and what outside of insertions. */
    @Test
    void anotherReaderFindsTheSame() throws Exception {
        byte[] docx = WordWriter.write(TextRedline.of(text(OLD), text(NEW)), "Truce");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            Node body = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(document.getPackagePart().getInputStream())
                    .getDocumentElement();
            assertThat(without(body, "del")).contains("The Parties shall not fire or fly within 20 km of the line.");
            assertThat(without(body, "ins")).contains("The Parties shall not fire within 10 km of the line.");
        }
    }

    private static String without(Node node, String change) {
        if (node instanceof Element e && e.getTagName().equals("w:" + change)) {
            return "";
        }
        boolean words = node instanceof Element e
                && (e.getTagName().equals("w:t") || e.getTagName().equals("w:delText"));
        if (words) {
            return node.getTextContent();
        }
        StringBuilder text = new StringBuilder();
        for (Node n = node.getFirstChild(); n != null; n = n.getNextSibling()) {
            text.append(without(n, change));
        }
        return text.toString();
    }

    @Test
    void onlyTheWordsThatChangedAreMarked() {
        assertThat(TextRedline.of(text("The Parties shall not fire."), text("The Parties must not fire."))
                        .parts()
                        .getFirst())
                .hasToString(
                        "Line[change=KEPT, level=0, pieces=[Piece[change=KEPT, words=[Words[text=The Parties , bold=false, italic=false]]],"
                                + " Piece[change=TAKEN_OUT, words=[Words[text=shall, bold=false, italic=false]]],"
                                + " Piece[change=PUT_IN, words=[Words[text=must, bold=false, italic=false]]],"
                                + " Piece[change=KEPT, words=[Words[text= not fire., bold=false, italic=false]]]]]");
    }

    @Test
    void anyTwoTexts() throws Exception {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            PlainText old = any(random);
            PlainText young = random.nextBoolean() ? any(random) : changed(old, random);
            byte[] docx = WordWriter.write(TextRedline.of(old, young), "t");
            assertThat(lines(docx, Changes.ACCEPTED))
                    .as("seed %d, accepted", seed)
                    .isEqualTo(lines(young));
            assertThat(lines(docx, Changes.REJECTED))
                    .as("seed %d, rejected", seed)
                    .isEqualTo(lines(old));
        }
    }

    private static PlainText any(Random random) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            blocks.add(anyBlock(random));
        }
        return new PlainText(blocks, List.of());
    }

    private static Block anyBlock(Random random) {
        List<Span> words = List.of(Span.Words.plain(anyWords(random)));
        return switch (random.nextInt(5)) {
            case 0 -> new Block.Heading(2, words);
            case 1 -> new Block.Table(List.of(List.of(new Block.Cell(words), new Block.Cell(words))));
            default -> new Block.Paragraph(words);
        };
    }

    private static String anyWords(Random random) {
        String[] known = {"party", "shall", "not", "fire", "within", "10", "days", "of", "the", "line", "report"};
        StringBuilder words = new StringBuilder("x");
        for (int i = 0; i <= random.nextInt(9); i++) {
            words.append(' ').append(known[random.nextInt(known.length)]);
        }
        return words.toString();
    }

    private static PlainText changed(PlainText text, Random random) {
        List<Block> blocks = new ArrayList<>(text.blocks());
        for (int i = 0; i < 2 && !blocks.isEmpty(); i++) {
            int at = random.nextInt(blocks.size());
            switch (random.nextInt(3)) {
                case 0 -> blocks.remove(at);
                case 1 -> blocks.add(at, anyBlock(random));
                default -> blocks.set(at, anyBlock(random));
            }
        }
        blocks.add(new Block.Paragraph(List.of(Span.Words.plain("The end."))));
        return new PlainText(blocks, List.of());
    }

    @Test
    void theSameTextsGiveTheSameBytes() {
        byte[] once = WordWriter.write(TextRedline.of(text(OLD), text(NEW)), "Truce");
        byte[] again = WordWriter.write(TextRedline.of(text(OLD), text(NEW)), "Truce");
        assertThat(again).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.ISO_8859_1))
                .doesNotContain("w:date", "modified", "lastModifiedBy");
    }
}
