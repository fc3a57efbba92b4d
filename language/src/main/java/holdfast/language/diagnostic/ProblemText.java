package holdfast.language.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A problem for a terminal: where, what, the line with the place underlined, and the mend. No line is longer than
 * {@link #WIDTH}
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
public final class ProblemText {
    /** The longest line. */
    public static final int WIDTH = 100;

    private static final String ELLIPSIS = "...";

    /** How much of a long line is shown before the place. */
    private static final int BEFORE = 20;

    private ProblemText() {}

    public static String of(List<Problem> problems) {
        return String.join("\n", problems.stream().map(ProblemText::of).toList());
    }

    /** Ends with a line break. */
    public static String of(Problem problem) {
        Place.InText at = pointed(problem.place());
        List<String> lines = new ArrayList<>();
        String head = problem.severity().name().toLowerCase(Locale.ROOT) + " "
                + problem.code().label() + ": ";
        lines.addAll(wrap(
                head, problem.found() + (problem.expected().isEmpty() ? "" : "; expected " + problem.expected()), 4));
        String gutter = " ".repeat(String.valueOf(at.line()).length());
        String in = at.heading().isEmpty() ? "" : ", in " + at.heading();
        lines.addAll(wrap(gutter + "--> ", at.file() + ":" + at.line() + ":" + at.column() + in, gutter.length() + 4));
        if (!at.sourceLine().isBlank()) {
            lines.add(gutter + " |");
            lines.addAll(excerpt(at, gutter));
        }
        if (!problem.help().isEmpty()) {
            lines.addAll(wrap(gutter + " = help: ", problem.help(), gutter.length() + 9));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Where the caret is to point: at the beginning of what has no text. */
    static Place.InText pointed(Place place) {
        return place instanceof Place.InText text ? text : new Place.InText(place.file(), "", 1, 1, 1, "");
    }

    /** The source line, cut where it is too long, and the underline below it. */
    private static List<String> excerpt(Place.InText at, String gutter) {
        String line = at.sourceLine();
        int room = WIDTH - gutter.length() - 3;
        int start = Math.min(at.column() - 1, line.length());
        int from = start + at.length() <= room && line.length() <= room ? 0 : Math.max(0, start - BEFORE);
        String lead = from > 0 ? ELLIPSIS : "";
        boolean cut = line.length() - from + lead.length() > room;
        int to = cut ? from + room - lead.length() - ELLIPSIS.length() : line.length();
        String shown = lead + printable(line.substring(from, to)) + (cut ? ELLIPSIS : "");
        int indent = start - from + lead.length();
        int carets = Math.max(1, Math.min(at.length(), Math.max(1, to - start)));
        return List.of(
                at.line() + " | " + shown.stripTrailing(), gutter + " | " + " ".repeat(indent) + "^".repeat(carets));
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
