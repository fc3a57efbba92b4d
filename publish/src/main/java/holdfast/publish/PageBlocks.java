package holdfast.publish;

import holdfast.publish.Block.Cell;
import holdfast.publish.Block.Paragraph.Kind;
import holdfast.publish.Block.Row;
import holdfast.publish.Run.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads a page off its tree, block by block. What an element looks like is told by its name and class, as the house style has them. */
final class PageBlocks {
    private static final String RED = "8C1D18";
    private static final String GREEN = "1B6E3C";
    private static final String BLUE = "1F4E8C";
    private static final String GREY = "555555";

    /** Colours of classes. */
    private static final Map<String, String> COLOURS = Map.of(
            "breached",
            RED,
            "alarm",
            RED,
            "partial",
            RED,
            "nothing",
            RED,
            "fulfilled",
            GREEN,
            "pending",
            BLUE,
            "sub",
            GREY,
            "intake",
            GREY,
            "key",
            GREY);

    private static final Set<String> BOLD =
            Set.of("clause", "alarm", "partial", "nothing", "measure", "firing", "breach");
    private static final Set<String> ITALIC = Set.of("undetermined", "disputed", "accepted");

    /** Elements that stand within a line. */
    private static final Set<String> INLINE =
            Set.of("a", "b", "code", "del", "em", "i", "ins", "small", "span", "strong", "sub", "sup");

    private final List<Block> blocks = new ArrayList<>();

    private PageBlocks() {}

    /** @param page of which nothing is folded away */
    static List<Block> of(Document page) {
        PageBlocks reading = new PageBlocks();
        reading.inside(PageTree.first(page, "body").orElseThrow());
        return List.copyOf(reading.blocks);
    }

    /** Words that stand beside blocks, in no block of their own, are a paragraph: nothing that the page says is left out. */
    private void inside(Element element) {
        List<Run> beside = new ArrayList<>();
        for (Node child : PageTree.children(element)) {
            if (child instanceof Element e && !INLINE.contains(e.getTagName())) {
                paragraph(element, beside);
                beside.clear();
                block(e);
            } else {
                into(beside, child, EnumSet.noneOf(Look.class), "");
            }
        }
        paragraph(element, beside);
    }

    private void paragraph(Element of, List<Run> words) {
        List<Run> runs = trimmed(words);
        if (!runs.isEmpty()) {
            blocks.add(new Block.Paragraph(kind(of), runs));
        }
    }

    private void block(Element e) {
        switch (e.getTagName()) {
            case "h1", "h2", "h3" -> blocks.add(new Block.Heading(e.getTagName().charAt(1) - '0', runs(e)));
            case "p" -> blocks.add(new Block.Paragraph(kind(e), runs(e)));
            case "dl" -> pairs(e);
            case "figcaption" -> blocks.add(new Block.Paragraph(Kind.SMALL, runs(e)));
            case "blockquote" -> blocks.add(new Block.Paragraph(Kind.QUOTED, runs(e)));
            case "pre" ->
                e.getTextContent()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> new Run(line.strip(), EnumSet.of(Look.CODE), "", 0))
                        .forEach(line -> blocks.add(new Block.Paragraph(Kind.BOXED, List.of(line))));
            case "ul", "ol" -> list(e, 0);
            case "table" -> table(e);
            case "svg" -> picture(e, false);
            case "article" -> {
                if (PageTree.hasClass(e, "side")) {
                    blocks.add(new Block.NewPage());
                }
                inside(e);
            }
            default -> inside(e);
        }
    }

    /** A word and what it means, or a thing and what it is, share a line. */
    private void pairs(Element dl) {
        List<Run> line = new ArrayList<>();
        for (Node child : PageTree.children(dl)) {
            if (child instanceof Element e && e.getTagName().equals("dt")) {
                runs(e).forEach(r -> line.add(new Run(r.text(), with(r.looks(), Look.BOLD), r.colour(), r.note())));
                line.add(new Run(": ", EnumSet.of(Look.BOLD), "", 0));
            } else if (child instanceof Element e) {
                line.addAll(runs(e));
                blocks.add(new Block.Paragraph(Kind.SMALL, List.copyOf(line)));
                line.clear();
            }
        }
    }

    private static Set<Look> with(Set<Look> looks, Look one) {
        Set<Look> all = EnumSet.of(one);
        all.addAll(looks);
        return all;
    }

    private static Kind kind(Element p) {
        if (PageTree.hasClass(p, "intake") || PageTree.hasClass(p, "key")) {
            return Kind.SMALL;
        }
        return PageTree.hasClass(p, "mend") || PageTree.hasClass(p, "sheet") ? Kind.BOXED : Kind.PLAIN;
    }

    /** Figures and signs stand beside one another, on one line. */
    private void list(Element ul, int depth) {
        boolean counted = ul.getTagName().equals("ol");
        int number = 0;
        boolean inLine = PageTree.hasClass(ul, "figures") || PageTree.hasClass(ul, "legend");
        List<Run> line = new ArrayList<>();
        for (Element li : PageTree.directly(ul, "li")) {
            if (inLine) {
                if (!line.isEmpty()) {
                    line.add(new Run(" \u00b7 ", Set.of(), "", 0));
                }
                line.addAll(runs(li));
            } else {
                List<Element> within = PageTree.directly(li, "ul");
                List<Run> own = new ArrayList<>();
                if (counted) {
                    own.add(new Run(++number + ". ", Set.of(), "", 0));
                }
                PageTree.children(li).stream()
                        .filter(child -> !within.contains(child))
                        .forEach(child -> into(own, child, looks(li, Set.of()), ""));
                boolean marked = !counted && !li.getAttribute("style").contains("list-style-type: none");
                blocks.add(new Block.Item(depth, marked, trimmed(own)));
                within.forEach(list -> list(list, depth + 1));
            }
        }
        if (inLine && !line.isEmpty()) {
            blocks.add(new Block.Paragraph(Kind.PLAIN, line));
        }
    }

    private void table(Element table) {
        if (PageTree.hasClass(table, "bands")) {
            List<Element> bands = PageTree.all(table, "svg");
            bands.forEach(svg -> picture(svg, svg != bands.getLast()));
            return;
        }
        List<List<Run>> columns = PageTree.first(table, "thead").stream()
                .flatMap(head -> PageTree.all(head, "th").stream())
                .map(this::runs)
                .toList();
        List<Row> rows = PageTree.all(table, "tr").stream()
                .filter(tr -> !(tr.getParentNode() instanceof Element e
                        && e.getTagName().equals("thead")))
                .map(this::row)
                .toList();
        blocks.add(new Block.Grid(columns.isEmpty() ? unnamed(rows) : columns, rows));
    }

    private static List<List<Run>> unnamed(List<Row> rows) {
        int columns = rows.stream()
                .mapToInt(r -> r.cells().stream().mapToInt(Cell::span).sum())
                .max()
                .orElse(1);
        return Collections.nCopies(columns, List.of());
    }

    private Row row(Element tr) {
        List<Cell> cells = new ArrayList<>();
        for (Node child : PageTree.children(tr)) {
            if (child instanceof Element cell) {
                String span = cell.getAttribute("colspan");
                cells.add(new Cell(
                        cell.getTagName().equals("th"), span.isEmpty() ? 1 : Integer.parseInt(span), runs(cell)));
            }
        }
        return new Row(PageTree.hasClass(tr, "group"), cells);
    }

    private void picture(Element svg, boolean joined) {
        String label = Optional.of(svg.getAttribute("aria-label"))
                .filter(l -> !l.isEmpty())
                .or(() -> PageTree.first(svg, "title").map(PageTree::words))
                .orElse("");
        blocks.add(new Block.Picture(svg, label, joined));
    }

    private List<Run> runs(Element element) {
        List<Run> runs = new ArrayList<>();
        into(runs, element, EnumSet.noneOf(Look.class), "");
        return trimmed(runs);
    }

    private static void into(List<Run> runs, Node node, Set<Look> looks, String colour) {
        switch (node) {
            case Text text -> {
                String words = text.getData().replaceAll("[ \\t\\n]+", " ");
                if (!words.isEmpty()) {
                    runs.add(new Run(words, looks, colour, 0));
                }
            }
            case Element e
            when PageTree.hasClass(e, "note") && e.getTagName().equals("sup") ->
                runs.add(new Run("", Set.of(), "", Integer.parseInt(e.getTextContent())));
            case Element e when e.getTagName().equals("svg") -> runs.add(sign(e));
            case Element e
            when PageTree.hasClass(e, "badge") -> runs.add(new Run("(" + PageTree.words(e) + ")", looks, colour, 0));
            case Element e ->
                PageTree.children(e).forEach(child -> into(runs, child, looks(e, looks), colour(e, colour)));
            default -> {}
        }
    }

    /** The patch of colour that stands before its meaning. */
    private static Run sign(Element svg) {
        String fill =
                PageTree.first(svg, "rect").map(r -> r.getAttribute("fill")).orElse("");
        boolean known = fill.matches("#[0-9a-fA-F]{6}");
        return new Run(known ? "\u25a0 " : "\u2013 ", Set.of(), known ? fill.substring(1) : "", 0);
    }

    private static Set<Look> looks(Element e, Set<Look> around) {
        Set<Look> looks = EnumSet.noneOf(Look.class);
        looks.addAll(around);
        switch (e.getTagName()) {
            case "b", "strong" -> looks.add(Look.BOLD);
            case "em", "i" -> looks.add(Look.ITALIC);
            case "code" -> looks.add(Look.CODE);
            case "del" -> looks.add(Look.STRUCK);
            case "ins" -> looks.add(Look.ADDED);
            default -> {}
        }
        if (e.getTagName().equals("li")) {
            return looks;
        }
        for (String style : e.getAttribute("class").split(" ", -1)) {
            if (BOLD.contains(style)) {
                looks.add(Look.BOLD);
            }
            if (ITALIC.contains(style)) {
                looks.add(Look.ITALIC);
            }
        }
        return looks;
    }

    private static String colour(Element e, String around) {
        if (e.getTagName().equals("li")) {
            return around;
        }
        for (String style : e.getAttribute("class").split(" ", -1)) {
            if (COLOURS.containsKey(style)) {
                return COLOURS.getOrDefault(style, around);
            }
        }
        return around;
    }

    /** Space at the ends, and space after space, is none that is read. */
    private static List<Run> trimmed(List<Run> runs) {
        List<Run> trimmed = new ArrayList<>();
        for (Run run : runs) {
            boolean afterSpace = trimmed.isEmpty() || trimmed.getLast().text().endsWith(" ");
            String text = run.note() == 0 && afterSpace ? run.text().stripLeading() : run.text();
            if (run.note() > 0 || !text.isEmpty()) {
                trimmed.add(new Run(text, run.looks(), run.colour(), run.note()));
            }
        }
        if (!trimmed.isEmpty() && trimmed.getLast().note() == 0) {
            Run last = trimmed.removeLast();
            if (!last.text().isBlank()) {
                trimmed.add(new Run(last.text().stripTrailing(), last.looks(), last.colour(), 0));
            }
        }
        return trimmed;
    }
}
