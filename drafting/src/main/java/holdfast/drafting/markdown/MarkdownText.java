package holdfast.drafting.markdown;

import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the prose of a Markdown document: what is left when its formal blocks are taken away. Numbers of lists become words of their paragraphs, as a reader sees
 * them. Notes are numbered in the order of their marks.
 */
public final class MarkdownText {
    private static final int DEEPEST = 100;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    /** Fenced blocks that are no prose: formal clauses and scenarios. */
    private static final List<String> FORMAL = List.of("holdfast", "scenario");

    private final List<String> leftOut = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int feet;
    private int ends;

    private MarkdownText() {}

    /**
     * The prose of a document.
     *
     * @param leftOut what of it a plain text does not have, each in a few words
     */
    public record Read(PlainText text, List<String> leftOut) {
        public Read {
            leftOut = List.copyOf(leftOut);
        }
    }

    public static Read read(String markdown) {
        MarkdownText reader = new MarkdownText();
        PlainText text = reader.text(markdown);
        return new Read(text, reader.leftOut);
    }

    private PlainText text(String markdown) {
        Node page = PARSER.parse(markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown);
        for (Node node = page.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteDefinition definition) {
                definitions.putIfAbsent(definition.getLabel(), definition);
            }
        }
        children(page, "");
        for (int i = 0; i < labels.size(); i++) {
            String written = List.copyOf(labels.keySet()).get(i);
            notes.add(new Note(labels.get(written), note(definitions.get(written))));
        }
        return new PlainText(blocks, notes);
    }

    private void children(Node node, String marker) {
        String before = marker;
        for (@Nullable Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            before = block(child, before);
        }
    }

    /**
     * @param marker the number or sign of the list that stands before the next paragraph
     * @return what still stands before the next one
     */
    private String block(Node node, String marker) {
        switch (node) {
            case Heading h -> blocks.add(new Block.Heading(h.getLevel(), words(h, marker)));
            case Paragraph p -> paragraph(p, marker);
            case BulletList list -> list(list, 0, "");
            case OrderedList list ->
                list(list, Optional.ofNullable(list.getMarkerStartNumber()).orElse(1), delimiter(list));
            case BlockQuote quote -> children(quote, marker);
            case TableBlock table -> blocks.add(table(table));
            case FencedCodeBlock fence -> fence(fence);
            case IndentedCodeBlock code -> code(code.getLiteral());
            case ThematicBreak ignored -> leftOut.add("a line across the page");
            case HtmlBlock html -> html(html);
            case FootnoteDefinition ignored -> {}
            case LinkReferenceDefinition ignored -> {}
            default -> {
                leftOut.add("a block of a kind that is not known here");
                return marker;
            }
        }
        return "";
    }

    private static String delimiter(OrderedList list) {
        return Optional.ofNullable(list.getMarkerDelimiter()).orElse(".");
    }

    private void list(Node list, int first, String delimiter) {
        int number = first;
        for (@Nullable Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                children(item, delimiter.isEmpty() ? "• " : number++ + delimiter + " ");
            }
        }
    }

    private void paragraph(Paragraph p, String marker) {
        List<Span> words = words(p, marker);
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words));
        }
    }

    private void fence(FencedCodeBlock fence) {
        String kind = Optional.ofNullable(fence.getInfo()).orElse("").strip().split("\\s", 2)[0];
        if (!FORMAL.contains(kind)) {
            code(fence.getLiteral());
        }
    }

    private void code(String literal) {
        List<Span> words = new ArrayList<>();
        for (String line : literal.strip().lines().toList()) {
            if (!words.isEmpty()) {
                words.add(new Span.Break());
            }
            words.add(Span.Words.plain(line));
        }
        if (!Span.tidy(words).isEmpty()) {
            blocks.add(new Block.Paragraph(Span.tidy(words)));
        }
    }

    private void html(HtmlBlock html) {
        if (!html.getLiteral().stripLeading().startsWith("<!--")) {
            leftOut.add(
                    "HTML: `" + html.getLiteral().strip().lines().findFirst().orElse("") + "`");
        }
    }

    private Block.Table table(TableBlock table) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (@Nullable Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead || part instanceof TableBody) {
                for (@Nullable Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (row instanceof TableRow) {
                        rows.add(row(row));
                    }
                }
            }
        }
        return new Block.Table(rows);
    }

    private List<Block.Cell> row(Node row) {
        List<Block.Cell> cells = new ArrayList<>();
        for (@Nullable Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(new Block.Cell(words(cell, "")));
            }
        }
        return cells;
    }

    private List<Span> words(Node block, String marker) {
        List<Span> words = new ArrayList<>();
        if (!marker.isEmpty()) {
            words.add(Span.Words.plain(marker));
        }
        inline(block, false, false, words);
        return Span.tidy(words);
    }

    private void inline(Node parent, boolean bold, boolean italic, List<Span> words) {
        for (@Nullable Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
            switch (at) {
                case Text text -> words.add(new Span.Words(text.getLiteral(), bold, italic));
                case Code code -> words.add(new Span.Words(code.getLiteral(), bold, italic));
                case SoftLineBreak ignored -> words.add(new Span.Words(" ", bold, italic));
                case HardLineBreak ignored -> words.add(new Span.Break());
                case StrongEmphasis strong -> inline(strong, true, italic, words);
                case Emphasis emphasis -> inline(emphasis, bold, true, words);
                case FootnoteReference mark -> mark(mark, bold, italic, words);
                case HtmlInline html -> html(html, words);
                case Link link -> {
                    inline(link, bold, italic, words);
                    leftOut.add("the address of a link: " + link.getDestination());
                }
                case Image image -> {
                    inline(image, bold, italic, words);
                    leftOut.add("a picture: " + image.getDestination());
                }
                default -> inline(at, bold, italic, words);
            }
        }
    }

    private void html(HtmlInline html, List<Span> words) {
        if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
            words.add(new Span.Break());
        } else if (!html.getLiteral().startsWith("<!--")) {
            leftOut.add("HTML: `" + html.getLiteral() + "`");
        }
    }

    private void mark(FootnoteReference mark, boolean bold, boolean italic, List<Span> words) {
        if (!definitions.containsKey(mark.getLabel())) {
            words.add(new Span.Words("[^" + mark.getLabel() + "]", bold, italic));
            return;
        }
        String label = labels.computeIfAbsent(
                mark.getLabel(),
                l -> l.matches(Note.AT_END + "[0-9]*") ? Note.AT_END + ++ends : String.valueOf(++feet));
        words.add(new Span.NoteMark(label));
    }

    private List<Span> note(@Nullable FootnoteDefinition definition) {
        List<Span> words = new ArrayList<>();
        for (@Nullable Node at = definition == null ? null : definition.getFirstChild();
                at != null;
                at = at.getNext()) {
            if (!words.isEmpty()) {
                words.add(new Span.Break());
            }
            inline(at, false, false, words);
        }
        return Span.tidy(words);
    }
}
