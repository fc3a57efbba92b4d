package holdfast.publish;

import holdfast.publish.Block.Cell;
import holdfast.publish.Block.Row;
import holdfast.publish.Run.Look;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A page as a Word document: headings, tables, pictures, and the records that a verdict rests on as footnotes. */
final class WordForm {
    /** By which a file is known to be one of Holdfast's. */
    static final String MADE_BY_HOLDFAST = "<Application>holdfast</Application>";

    /** A4, in twentieths of a point. */
    private static final int SHORT = 11906;

    private static final int LONG = 16838;
    private static final int MARGIN = 850;

    private final XWPFDocument word;
    private final List<String> notes;
    private final Iterator<Pictures.Png> drawn;
    private final BigInteger points;
    private final int wide;
    private @Nullable XWPFParagraph joining;
    private int pictures;

    private WordForm(XWPFDocument word, List<String> notes, Iterator<Pictures.Png> drawn, boolean landscape) {
        this.word = word;
        this.notes = notes;
        this.drawn = drawn;
        this.wide = (landscape ? LONG : SHORT) - 2 * MARGIN;
        WordStyles.into(word);
        this.points = WordStyles.points(word);
        sheet(landscape);
    }

    static byte[] of(org.w3c.dom.Document page) throws IOException {
        Quiet.keep();
        List<String> notes = Notes.recordsTaken(page);
        try (XWPFDocument word = new XWPFDocument()) {
            List<Block> blocks = PageBlocks.of(page);
            WordForm form = new WordForm(word, notes, pictures(blocks), isLandscape(page));
            for (Block block : blocks) {
                form.block(block);
            }
            word.getProperties()
                    .getExtendedProperties()
                    .getUnderlyingProperties()
                    .setApplication("holdfast");
            word.getProperties()
                    .getCoreProperties()
                    .setTitle(PageTree.first(page, "title").map(PageTree::words).orElse(""));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return WordPackage.settled(out.toByteArray());
        }
    }

    private static Iterator<Pictures.Png> pictures(List<Block> blocks) throws IOException {
        return Pictures.of(blocks.stream()
                        .filter(Block.Picture.class::isInstance)
                        .map(b -> ((Block.Picture) b).svg())
                        .toList())
                .iterator();
    }

    private static boolean isLandscape(org.w3c.dom.Document page) {
        return PageTree.all(page, "style").stream()
                .anyMatch(s -> s.getTextContent().contains("size: A4 landscape"));
    }

    private void sheet(boolean landscape) {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? LONG : SHORT));
        size.setH(BigInteger.valueOf(landscape ? SHORT : LONG));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margin = section.addNewPgMar();
        BigInteger all = BigInteger.valueOf(MARGIN);
        margin.setLeft(all);
        margin.setRight(all);
        margin.setTop(all);
        margin.setBottom(all);
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Block.Heading(int level, List<Run> runs) -> write(styled("Heading" + level), runs);
            case Block.Paragraph(Block.Paragraph.Kind kind, List<Run> runs) ->
                write(
                        switch (kind) {
                            case PLAIN -> word.createParagraph();
                            case SMALL -> styled(WordStyles.SMALL);
                            case QUOTED -> styled(WordStyles.QUOTED);
                            case BOXED -> styled(WordStyles.BOXED);
                        },
                        runs);
            case Block.Item(int depth, boolean marked, List<Run> runs) -> {
                XWPFParagraph item = word.createParagraph();
                if (marked) {
                    item.setNumID(points);
                }
                if (depth > 0 || !marked) {
                    item.setIndentationLeft(WordStyles.STEP * (depth + 1));
                    item.setIndentationHanging(isNumbered(runs) || marked ? WordStyles.STEP : 0);
                }
                item.setSpacingAfter(40);
                write(item, runs);
            }
            case Block.Grid grid -> grid(grid);
            case Block.Picture picture -> picture(picture);
            case Block.NewPage() -> word.createParagraph().setPageBreak(true);
        }
    }

    /** Whether it begins with a number of its own. */
    private static boolean isNumbered(List<Run> runs) {
        return !runs.isEmpty() && runs.getFirst().text().matches("(?s)\\d+\\. .*");
    }

    private XWPFParagraph styled(String style) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private void write(XWPFParagraph paragraph, List<Run> runs) {
        for (Run run : runs) {
            if (run.note() > 0) {
                note(paragraph, notes.get(run.note() - 1));
            } else {
                XWPFRun words = paragraph.createRun();
                words.setText(run.text());
                words.setBold(run.has(Look.BOLD));
                words.setItalic(run.has(Look.ITALIC));
                look(words, run);
            }
        }
    }

    private static void look(XWPFRun words, Run run) {
        if (!run.colour().isEmpty()) {
            words.setColor(run.colour());
        }
        if (run.has(Look.CODE)) {
            words.setFontFamily("Liberation Mono");
        }
        if (run.has(Look.STRUCK)) {
            words.setStrikeThrough(true);
            words.setColor("8C1D18");
        }
        if (run.has(Look.ADDED)) {
            words.setUnderline(UnderlinePatterns.SINGLE);
            words.setColor("1B6E3C");
        }
    }

    private void note(XWPFParagraph paragraph, String words) {
        XWPFFootnote note = word.createFootnote();
        XWPFParagraph said = note.createParagraph();
        said.setStyle(WordStyles.NOTE);
        said.createRun().setText(" " + words);
        paragraph.addFootnoteReference(note);
    }

    private void grid(Block.Grid grid) {
        int columns = Math.max(1, grid.columns().size());
        XWPFTable table = word.createTable();
        table.removeRow(0);
        table.setWidth(String.valueOf(wide));
        borders(table);
        int[] widths = ColumnWidths.of(grid, wide);
        if (grid.columns().stream().anyMatch(c -> !c.isEmpty())) {
            XWPFTableRow head = added(table);
            head.setRepeatHeader(true);
            row(
                    head,
                    new Row(
                            false,
                            grid.columns().stream()
                                    .map(c -> new Cell(true, 1, c))
                                    .toList()),
                    widths,
                    true);
        }
        for (Row row : grid.rows()) {
            row(added(table), row, widths, false);
        }
        var tableGrid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int i = 0; i < columns; i++) {
            tableGrid.addNewGridCol().setW(BigInteger.valueOf(widths[i]));
        }
        word.createParagraph().setSpacingAfter(0);
    }

    /** Without cells: a row that a table makes by itself has those of the first. */
    private static XWPFTableRow added(XWPFTable table) {
        return table.insertNewTableRow(table.getNumberOfRows());
    }

    private static void borders(XWPFTable table) {
        table.setTopBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "DDDDDD");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "DDDDDD");
    }

    private void row(XWPFTableRow into, Row row, int[] widths, boolean head) {
        into.setCantSplitRow(true);
        int column = 0;
        for (Cell cell : row.cells()) {
            XWPFTableCell written = into.createCell();
            int width = 0;
            for (int i = 0; i < cell.span() && column < widths.length; i++) {
                width += widths[column++];
            }
            written.setWidth(String.valueOf(width));
            if (cell.span() > 1) {
                written.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(cell.span()));
            }
            XWPFParagraph words = written.getParagraphs().getFirst();
            words.setSpacingAfter(20);
            words.setSpacingBefore(row.group() ? 160 : 20);
            if (row.group()) {
                words.setKeepNext(true);
            }
            write(words, cell.runs());
            if (head || row.group()) {
                words.getRuns().forEach(r -> r.setBold(true));
            }
        }
    }

    /** Pictures that lie on one another share a paragraph each without space, so that they look like one. */
    private void picture(Block.Picture picture) throws IOException {
        Pictures.Png png = drawn.next();
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingAfter(picture.joined() ? 0 : 100);
        paragraph.setSpacingBefore(joining == null ? 60 : 0);
        double most = wide * (double) Units.EMU_PER_POINT / 20;
        double natural = png.width() * Units.EMU_PER_PIXEL;
        double scale = Math.min(
                1, Math.min(most / natural, MOST_HIGH * Units.EMU_PER_POINT / (png.height() * Units.EMU_PER_PIXEL)));
        try {
            XWPFRun run = paragraph.createRun();
            run.addPicture(
                    new ByteArrayInputStream(png.png()),
                    Document.PICTURE_TYPE_PNG,
                    "picture-" + ++pictures + ".png",
                    (int) (natural * scale),
                    (int) (png.height() * Units.EMU_PER_PIXEL * scale));
            var properties = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
            properties.setDescr(picture.label());
            properties.setId(pictures);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        joining = picture.joined() ? paragraph : null;
    }

    /** A picture has most of a page at most; in points. */
    private static final double MOST_HIGH = 420;
}
