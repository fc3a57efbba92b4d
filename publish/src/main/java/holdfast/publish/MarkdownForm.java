package holdfast.publish;

import holdfast.publish.Block.Cell;
import holdfast.publish.Block.Row;
import holdfast.publish.Run.Look;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;

/** A page as Markdown, with the tables and notes that GitHub and its kin show. A picture becomes its title: Markdown in one file has none. */
final class MarkdownForm {
    /** By which a file is known to be one of Holdfast's. */
    static final String MADE_BY_HOLDFAST = "<!-- made by holdfast -->";

    private final StringBuilder out = new StringBuilder(MADE_BY_HOLDFAST).append("\n");
    private boolean inList;

    private MarkdownForm() {}

    static String of(Document page) {
        List<String> notes = Notes.taken(page);
        MarkdownForm form = new MarkdownForm();
        List<Block> blocks = PageBlocks.of(page);
        for (Block block : blocks) {
            form.block(block);
        }
        form.notes(notes);
        return form.out.toString();
    }

    private void block(Block block) {
        if (!(block instanceof Block.Item)) {
            inList = false;
        }
        switch (block) {
            case Block.Heading(int level, List<Run> runs) -> paragraph("#".repeat(level) + " " + words(runs));
            case Block.Paragraph(Block.Paragraph.Kind kind, List<Run> runs) -> {
                boolean quoted = kind == Block.Paragraph.Kind.QUOTED || kind == Block.Paragraph.Kind.BOXED;
                paragraph((quoted ? "> " : "") + words(runs));
            }
            case Block.Item(int depth, boolean marked, List<Run> runs) -> item(depth, marked, words(runs));
            case Block.Grid grid -> grid(grid);
            case Block.Picture(var svg, String label, boolean joined) -> {
                if (!joined) {
                    paragraph("*Picture: " + escaped(label) + "*");
                }
            }
            case Block.NewPage() -> paragraph("---");
        }
    }

    /** What has a number of its own keeps it; what belongs to the item before stands under it as a paragraph. */
    private void item(int depth, boolean marked, String words) {
        boolean counted = words.matches("(?s)\\d+\\\\?\\. .*");
        out.append(inList && (marked || counted) ? "" : "\n").append("  ".repeat(depth));
        if (marked) {
            out.append("- ").append(words);
        } else {
            out.append(counted ? words.replaceFirst("\\\\", "") : "   " + words);
        }
        out.append('\n');
        inList = true;
    }

    private void paragraph(String words) {
        out.append('\n').append(words).append('\n');
    }

    /** A heading over rows stands between two tables: Markdown has no cell over several columns. */
    private void grid(Block.Grid grid) {
        boolean open = false;
        for (Row row : grid.rows()) {
            if (row.group()) {
                paragraph("**" + words(row.cells().getFirst().runs()) + "**");
                open = false;
            } else {
                if (!open) {
                    out.append('\n')
                            .append(line(grid.columns().stream()
                                    .map(MarkdownForm::words)
                                    .toList()));
                    out.append("|")
                            .append(" --- |".repeat(grid.columns().size()))
                            .append('\n');
                    open = true;
                }
                out.append(line(cells(row)));
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            String words = words(cell.runs());
            cells.add(words);
            for (int i = 1; i < cell.span(); i++) {
                cells.add("");
            }
        }
        return cells;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private void notes(List<String> notes) {
        for (int i = 0; i < notes.size(); i++) {
            out.append("\n[^")
                    .append(i + 1)
                    .append("]: ")
                    .append(escaped(notes.get(i)))
                    .append('\n');
        }
    }

    private static String words(List<Run> runs) {
        StringBuilder words = new StringBuilder();
        for (Run run : runs) {
            if (run.note() > 0) {
                words.append("[^").append(run.note()).append(']');
            } else {
                words.append(marked(run));
            }
        }
        return words.toString();
    }

    /** Marks must stand at words: space goes outside of them. */
    private static String marked(Run run) {
        String text = run.text();
        String core = text.strip();
        if (core.isEmpty()) {
            return text.isEmpty() ? "" : " ";
        }
        String before = text.startsWith(" ") ? " " : "";
        String after = text.endsWith(" ") ? " " : "";
        String said = run.has(Look.CODE) ? code(core) : escaped(core);
        if (run.has(Look.ITALIC)) {
            said = "*" + said + "*";
        }
        if (run.has(Look.BOLD) || run.has(Look.ADDED)) {
            said = "**" + said + "**";
        }
        if (run.has(Look.STRUCK)) {
            said = "~~" + said + "~~";
        }
        return before + said + after;
    }

    private static String code(String text) {
        String fence = text.contains("`") ? "``" : "`";
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + space + text.replace("|", "\\|") + space + fence;
    }

    /** What Markdown would take for a mark of its own is text. */
    private static String escaped(String text) {
        String escaped = text.replaceAll("([\\\\`*_\\[\\]<>|#~])", "\\\\$1");
        return escaped.replaceAll("^([-+])( )", "\\\\$1$2").replaceAll("^([0-9]+)([.)]) ", "$1\\\\$2 ");
    }
}
