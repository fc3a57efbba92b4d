package holdfast.language.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A diagnostic for a terminal: where, what, the line with the place underlined, and the mend. No line is longer than {@link #WIDTH}
 * characters.
 *
 * <pre>
 * error HF301: there is no event `atack`
 *   --&gt; treaty.md:31:24, in Article 2. Hostilities
 *    |
 * 31 | 2.1  each party P must not atack
 *    |                            ^^^^^
 *    = help: did you mean `attack`?
 * </pre>
 */
public final class DiagnosticText {
    /** The longest line. */
    public static final int WIDTH = 100;

    private static final String ELLIPSIS = "...";

    /** How much of a long line is shown before the place. */
    private static final int BEFORE = 20;

    private DiagnosticText() {}

    public static String of(List<Diagnostic> diagnostics) {
        return String.join("\n", diagnostics.stream().map(DiagnosticText::of).toList());
    }

    /** Ends with a line break. */
    public static String of(Diagnostic d) {
        List<String> lines = new ArrayList<>();
        String head =
                d.severity().name().toLowerCase(Locale.ROOT) + " " + d.code().id() + ": ";
        lines.addAll(wrap(head, d.message(), 4));
        String gutter = " ".repeat(String.valueOf(d.line()).length());
        String in = d.heading().isEmpty() ? "" : ", in " + d.heading();
        lines.addAll(wrap(gutter + "--> ", d.file() + ":" + d.line() + ":" + d.column() + in, gutter.length() + 4));
        if (!d.sourceLine().isBlank()) {
            lines.add(gutter + " |");
            lines.addAll(excerpt(d, gutter));
        }
        if (!d.help().isEmpty()) {
            lines.addAll(wrap(gutter + " = help: ", d.help(), gutter.length() + 9));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The source line, cut where it is too long, and the underline below it. */
    private static List<String> excerpt(Diagnostic d, String gutter) {
        String line = d.sourceLine();
        int room = WIDTH - gutter.length() - 3;
        int start = Math.min(d.column() - 1, line.length());
        int from = start + d.length() <= room && line.length() <= room ? 0 : Math.max(0, start - BEFORE);
        String lead = from > 0 ? ELLIPSIS : "";
        boolean cut = line.length() - from + lead.length() > room;
        int to = cut ? from + room - lead.length() - ELLIPSIS.length() : line.length();
        String shown = lead + printable(line.substring(from, to)) + (cut ? ELLIPSIS : "");
        int indent = start - from + lead.length();
        int carets = Math.max(1, Math.min(d.length(), Math.max(1, to - start)));
        return List.of(
                d.line() + " | " + shown.stripTrailing(), gutter + " | " + " ".repeat(indent) + "^".repeat(carets));
    }

    private static String printable(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            shown.append(Character.isISOControl(c) ? ' ' : c);
        }
        return shown.toString();
    }

    /** Breaks at spaces, or, where a word is too long, within it. */
    private static List<String> wrap(String head, String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        boolean empty = true;
        for (String word : printable(text).split(" ")) {
            int needed = word.length() + (empty ? 0 : 1);
            if (!empty && line.length() + needed > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
            while (line.length() > WIDTH) {
                lines.add(line.substring(0, WIDTH));
                line = new StringBuilder(" ".repeat(indent)).append(line.substring(WIDTH));
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
