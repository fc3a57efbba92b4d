package holdfast.drafting.word;

import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the body of a text: paragraphs and tables, one after the other, with the numbers that Word prints before them. */
final class BodyReader {
    private final WordPackage parts;
    private final Changes changes;
    private final Remarks remarks = new Remarks();
    private final Styles styles;
    private final Numbering numbering;
    private final Notes notes;
    private Fields fields;

    private List<WordBlock> blocks = new ArrayList<>();
    private long paragraph;
    private int depth;

    /** What stands in a paragraph whose end was taken out: it goes on in the next. */
    private @Nullable Begun begun;

    private record Begun(long number, List<Span> words) {}

    /** A paragraph that was read. */
    private record Read(WordBlock.Paragraph paragraph, List<Element> boxes) {}

    BodyReader(WordPackage parts, Changes changes) {
        this.parts = parts;
        this.changes = changes;
        this.styles = new Styles(parts.other("styles"));
        this.numbering = new Numbering(
                parts.other("numbering"),
                styles,
                form -> remarks.kept(paragraph, "numbers of the form `" + form + "` are written in digits"));
        this.notes = new Notes(parts, remarks);
        this.fields = new Fields(parts.document());
    }

    WordText read() {
        Elements.child(parts.document(), "body")
                .ifPresent(b -> Elements.children(b).forEach(this::block));
        endOfText();
        fields = new Fields(parts.document());
        List<Note> read = notes.all(this::note);
        aroundThePage("header", "the head of the pages");
        aroundThePage("footer", "the foot of the pages");
        if (parts.others().containsKey("aFChunk")) {
            remarks.leftOut(
                    0, "a file that was put into the text as a whole is not in the draft; save the text anew in Word");
        }
        return new WordText(blocks, read, remarks);
    }

    private void block(Element e) {
        if (++depth > RunReader.DEEPEST) {
            remarks.leftOut(paragraph, "what is nested more than " + RunReader.DEEPEST + " deep is not in the draft");
            depth--;
            return;
        }
        switch (Elements.name(e)) {
            case "p" -> paragraph(e).ifPresent(this::add);
            case "tbl" -> table(e);
            case "sdt" -> control(e);
            case "customXml", "ins", "moveTo", "del", "moveFrom" -> {
                if (Elements.name(e).equals("customXml") || changes.keeps(Elements.name(e))) {
                    Elements.children(e).forEach(this::block);
                }
            }
            case "AlternateContent" ->
                RunReader.alternative(e).ifPresent(a -> Elements.children(a).forEach(this::block));
            default -> {}
        }
        depth--;
    }

    private void control(Element e) {
        boolean contents = Elements.value(e, "sdtPr", "docPartObj", "docPartGallery")
                .filter("Table of Contents"::equals)
                .isPresent();
        if (contents) {
            paragraph += e.getElementsByTagNameNS("*", "p").getLength();
            remarks.leftOut(0, "the table of contents is not in the draft; Word makes it anew of the headings");
            return;
        }
        Elements.child(e, "sdtContent").ifPresent(c -> Elements.children(c).forEach(this::block));
    }

    private void add(Read read) {
        if (!read.paragraph().words().isEmpty()) {
            blocks.add(read.paragraph());
        }
        for (Element box : read.boxes()) {
            remarks.kept(read.paragraph().number(), "a text box stands behind the paragraph that it hangs on");
            Elements.children(box).forEach(this::block);
        }
    }

    /** Empty where the paragraph is not there, or goes on in the next. */
    private Optional<Read> paragraph(Element p) {
        paragraph++;
        Optional<Element> properties = Elements.child(p, "pPr");
        String style = styles.ofParagraph(properties);
        RunReader runs = new RunReader(styles, notes, fields, changes, remarks, style, paragraph);
        runs.read(p);
        fields.endParagraph();
        List<Span> words = new ArrayList<>(begun == null ? List.of() : begun.words());
        long number = begun == null ? paragraph : begun.number();
        boolean goesOn = endIsTakenOut(properties);
        boolean nothing = Span.plain(runs.spans()).isBlank();
        if (goesOn && nothing && runs.boxes().isEmpty()) {
            return Optional.empty();
        }
        Optional<Numbering.Point> point =
                begun != null || fields.isContents() ? Optional.empty() : numbering.point(properties, style);
        point.map(numbering::next).ifPresent(n -> words.add(Span.Words.plain(n.number() + n.behind())));
        words.addAll(runs.spans());
        if (goesOn) {
            begun = new Begun(number, words);
            return Optional.empty();
        }
        begun = null;
        List<Span> tidy = Span.tidy(words);
        WordBlock.Paragraph read = new WordBlock.Paragraph(
                number,
                tidy,
                outline(properties, style),
                styles.name(style).equals("title") || styles.isBasedOn(style, "title"),
                point.map(Numbering.Point::level),
                isSetApart(properties, style, runs, Span.plain(tidy)));
        return Optional.of(new Read(read, runs.boxes()));
    }

    private void endOfText() {
        if (begun != null) {
            List<Span> words = Span.tidy(begun.words());
            blocks.add(
                    new WordBlock.Paragraph(begun.number(), words, Optional.empty(), false, Optional.empty(), false));
            begun = null;
        }
    }

    /** Whether a tracked change takes the end of the paragraph out, or, where changes are rejected, put it in. */
    private boolean endIsTakenOut(Optional<Element> properties) {
        Optional<Element> mark = properties.flatMap(p -> Elements.child(p, "rPr"));
        for (String change : List.of("ins", "del", "moveFrom", "moveTo")) {
            if (mark.flatMap(m -> Elements.child(m, change)).isPresent() && !changes.keeps(change)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Integer> outline(Optional<Element> properties, String style) {
        return properties
                .flatMap(p -> Elements.number(p, "outlineLvl"))
                .or(() -> styles.outline(style))
                .filter(level -> level >= 0 && level < 9);
    }

    private boolean isSetApart(Optional<Element> properties, String style, RunReader runs, String words) {
        boolean centred = properties
                .flatMap(p -> Elements.value(p, "jc"))
                .or(() -> styles.alignment(style))
                .filter("center"::equals)
                .isPresent();
        boolean capitals =
                words.equals(words.toUpperCase(Locale.ROOT)) && !words.equals(words.toLowerCase(Locale.ROOT));
        return centred || capitals || runs.isBold();
    }

    private void table(Element table) {
        long first = paragraph + 1;
        List<Element> rows = rows(table);
        boolean frame = rows.size() == 1 && cells(rows.getFirst()).size() == 1;
        if (frame) {
            remarks.kept(first, "a frame of one cell is kept as paragraphs");
            Elements.children(cells(rows.getFirst()).getFirst()).forEach(this::block);
            return;
        }
        List<List<Block.Cell>> read = new ArrayList<>();
        for (Element row : rows) {
            List<Block.Cell> cells = row(row);
            if (rowIsThere(row)) {
                read.add(cells);
            }
        }
        boolean anything =
                read.stream().flatMap(List::stream).anyMatch(c -> !c.words().isEmpty());
        if (anything) {
            blocks.add(new WordBlock.Table(first, new Block.Table(read)));
        }
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element e : Elements.children(table)) {
            switch (Elements.name(e)) {
                case "tr" -> rows.add(e);
                case "sdt" -> Elements.child(e, "sdtContent").ifPresent(c -> rows.addAll(rows(c)));
                case "customXml", "ins", "moveTo" -> rows.addAll(rows(e));
                default -> {}
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Element e : Elements.children(row)) {
            switch (Elements.name(e)) {
                case "tc" -> cells.add(e);
                case "sdt" -> Elements.child(e, "sdtContent").ifPresent(c -> cells.addAll(cells(c)));
                case "customXml" -> cells.addAll(cells(e));
                default -> {}
            }
        }
        return cells;
    }

    private boolean rowIsThere(Element row) {
        for (String change : List.of("ins", "del")) {
            Optional<Element> changed = Elements.child(row, "trPr", change);
            if (changed.isPresent()) {
                remarks.kept(
                        paragraph,
                        "a row that was put in or taken out is taken as "
                                + changes.name().toLowerCase(Locale.ROOT));
                if (!changes.keeps(change)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Block.Cell> row(Element row) {
        List<Block.Cell> cells = new ArrayList<>();
        Elements.number(row, "trPr", "gridBefore").ifPresent(n -> empty(cells, n));
        for (Element cell : cells(row)) {
            boolean goesOn = Elements.child(cell, "tcPr", "vMerge")
                    .filter(m ->
                            !Elements.attribute(m, "val").orElse("continue").equals("restart"))
                    .isPresent();
            if (goesOn) {
                remarks.kept(paragraph + 1, "a cell over several rows stands in the first of them");
            }
            cells.add(new Block.Cell(cell(cell)));
            int width = Elements.number(cell, "tcPr", "gridSpan").orElse(1);
            if (width > 1) {
                remarks.kept(paragraph, "a cell over several columns stands in the first of them");
                empty(cells, width - 1);
            }
        }
        return cells;
    }

    private static void empty(List<Block.Cell> cells, int times) {
        for (int i = 0; i < Math.min(times, 63); i++) {
            cells.add(new Block.Cell(List.of()));
        }
    }

    /** A cell's paragraphs, each on a line; what a table in it says, likewise. */
    private List<Span> cell(Element cell) {
        List<WordBlock> inside = inside(cell);
        if (inside.stream().anyMatch(b -> b instanceof WordBlock.Table)) {
            remarks.kept(paragraph, "a table in a cell is kept as lines, its cells parted by `/`");
        }
        return lines(inside);
    }

    /** What stands in something that is no part of the text around it. */
    private List<WordBlock> inside(Element whole) {
        List<WordBlock> outside = blocks;
        blocks = new ArrayList<>();
        Elements.children(whole).forEach(this::block);
        endOfText();
        List<WordBlock> inside = blocks;
        blocks = outside;
        return inside;
    }

    private static List<Span> lines(List<WordBlock> blocks) {
        List<Span> words = new ArrayList<>();
        for (WordBlock block : blocks) {
            switch (block) {
                case WordBlock.Paragraph p -> line(words, p.words());
                case WordBlock.Table t ->
                    t.table().rows().forEach(row -> {
                        List<Span> line = new ArrayList<>();
                        for (Block.Cell cell : row) {
                            if (!line.isEmpty()) {
                                line.add(Span.Words.plain(" / "));
                            }
                            line.addAll(cell.words());
                        }
                        line(words, line);
                    });
            }
        }
        return Span.tidy(words);
    }

    private static void line(List<Span> words, List<Span> more) {
        if (!words.isEmpty() && !more.isEmpty()) {
            words.add(new Span.Break());
        }
        words.addAll(more);
    }

    private List<Span> note(Element note) {
        long at = paragraph;
        List<WordBlock> inside = inside(note);
        paragraph = at;
        return lines(inside);
    }

    private void aroundThePage(String kind, String where) {
        for (Element part : parts.others().getOrDefault(kind, List.of())) {
            fields = new Fields(part);
            String words = Span.plain(note(part)).strip();
            if (!words.isEmpty()) {
                remarks.leftOut(0, where + " is not in the draft: `" + words + "`");
            }
        }
    }
}
