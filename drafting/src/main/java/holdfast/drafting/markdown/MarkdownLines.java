package holdfast.drafting.markdown;

import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks of a text as Markdown. Signs that Markdown would take for its own are written with a backslash before them, so that the words stay what they are: a
 * paragraph that begins with {@code 1.} is no list, whose numbers would be counted anew.
 */
public final class MarkdownLines {
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\`*_\\[\\]<>|~]|&(?=#?[A-Za-z0-9]+;)");
    /** What makes a line the beginning of a list, a heading, a rule or an underline. */
    private static final Pattern AT_LINE_START = Pattern.compile("^(#|[-+=:](?=$|[\\s\\-=:]))");

    private static final Pattern NUMBERED = Pattern.compile("^([0-9]{1,9})([.)])(?=$|\\s)");

    private MarkdownLines() {}

    /**
     * What a block is in Markdown.
     *
     * @param lines without a blank line around them
     * @param emphasisLost whether bold or italic letters could not be kept
     */
    public record Written(List<String> lines, boolean emphasisLost) {
        public Written {
            lines = List.copyOf(lines);
        }
    }

    public static Written of(Block block) {
        return switch (block) {
            case Block.Heading h -> heading(h);
            case Block.Paragraph p -> paragraph(p);
            case Block.Table t -> new Written(table(t), false);
        };
    }

    /** A note, as its own lines. */
    public static List<String> of(PlainText.Note note) {
        List<String> lines = lines(note.words(), false, true);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            written.add(i == 0 ? "[^" + note.label() + "]: " + lines.get(i) : "    " + lines.get(i));
        }
        return written.isEmpty() ? List.of("[^" + note.label() + "]: ") : written;
    }

    private static Written heading(Block.Heading heading) {
        String words = String.join(" ", lines(withoutBreaks(heading.words()), false, false));
        // A closing row of # is no part of a heading.
        String safe = words.endsWith("#") ? words.substring(0, words.length() - 1) + "\\#" : words;
        return new Written(List.of("#".repeat(heading.level()) + " " + safe), false);
    }

    private static List<Span> withoutBreaks(List<Span> words) {
        List<Span> flat = new ArrayList<>();
        for (Span span : words) {
            flat.add(span instanceof Span.Break ? Span.Words.plain(" ") : span);
        }
        return Span.tidy(flat);
    }

    private static Written paragraph(Block.Paragraph paragraph) {
        // Marks of notes are left aside here: without their notes they would be read as words.
        List<Span> bare = Span.tidy(paragraph.words().stream()
                .filter(s -> !(s instanceof Span.NoteMark))
                .toList());
        List<Block> again = MarkdownText.read(String.join("\n", lines(bare, true, true)))
                .text()
                .blocks();
        boolean same = bare.isEmpty() || again.equals(List.of(new Block.Paragraph(bare)));
        return new Written(lines(paragraph.words(), same, true), !same);
    }

    private static List<String> table(Block.Table table) {
        List<String> lines = new ArrayList<>();
        for (List<Block.Cell> row : table.rows()) {
            StringBuilder line = new StringBuilder("|");
            for (Block.Cell cell : row) {
                line.append(' ').append(String.join("<br>", bare(cell.words()))).append(" |");
            }
            lines.add(line.toString());
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(row.size()));
            }
        }
        return lines;
    }

    private static List<String> bare(List<Span> words) {
        return inline(words, false).lines().toList();
    }

    /** One line for each stretch between breaks; all but the last end with a backslash, which is a break in Markdown. */
    private static List<String> lines(List<Span> words, boolean emphasis, boolean startsLine) {
        List<String> stretches = inline(words, emphasis).lines().toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            String line = startsLine ? atLineStart(stretches.get(i)) : stretches.get(i);
            lines.add(i < stretches.size() - 1 ? line + "\\" : line);
        }
        return lines;
    }

    private static String atLineStart(String line) {
        String escaped = AT_LINE_START.matcher(line).replaceFirst(m -> Matcher.quoteReplacement("\\" + m.group()));
        return NUMBERED.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    private static String inline(List<Span> words, boolean emphasis) {
        StringBuilder written = new StringBuilder();
        for (Span span : words) {
            switch (span) {
                case Span.Words w -> written.append(emphasis ? emphasised(w) : escaped(w.text()));
                case Span.Break ignored -> written.append('\n');
                case Span.NoteMark mark ->
                    written.append("[^").append(mark.label()).append(']');
            }
        }
        return written.toString();
    }

    private static String emphasised(Span.Words words) {
        String marks = (words.bold() ? "**" : "") + (words.italic() ? "*" : "");
        String text = words.text();
        String inner = text.strip();
        if (marks.isEmpty() || inner.isEmpty()) {
            return escaped(text);
        }
        int from = text.indexOf(inner);
        return text.substring(0, from) + marks + escaped(inner) + marks + text.substring(from + inner.length());
    }

    private static String escaped(String text) {
        return ANYWHERE.matcher(text).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
    }
}
