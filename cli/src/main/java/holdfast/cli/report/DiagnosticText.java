package holdfast.cli.report;

import holdfast.language.diagnostic.Diagnostic;
import java.util.List;

/**
 * Diagnostics as they are shown: what is wrong, where, the line with a caret under it, and how to mend it.
 *
 * <pre>
 * error HF301: unknown event `atack`
 *   agreement.md:57, in "Article 4. Second layer"
 *    57 | 4.1  on atack(by P), Ukraine must warn within 24 hours
 *       |         ^^^^^
 *   help: did you mean `attack`?
 * </pre>
 */
public final class DiagnosticText {
    /** Of a longer line only the part around the caret is shown. */
    private static final int SHOWN = 88;

    private DiagnosticText() {}

    /** Each ends with an empty line. */
    public static String of(List<Diagnostic> diagnostics) {
        Page page = new Page();
        for (Diagnostic diagnostic : diagnostics) {
            one(diagnostic, page);
        }
        return page.toString();
    }

    private static void one(Diagnostic d, Page page) {
        page.wrapped("", (d.isError() ? "error " : "warning ") + d.code().id() + ": " + d.message());
        String heading = d.heading().isEmpty() ? "" : ", in \"" + d.heading() + "\"";
        page.wrapped("  ", d.file() + ":" + d.line() + heading);
        if (!d.sourceLine().isBlank()) {
            excerpt(d, page);
        }
        if (!d.help().isEmpty()) {
            page.wrapped("  help: ", d.help());
        }
        page.gap();
    }

    private static void excerpt(Diagnostic d, Page page) {
        String line = plain(d.sourceLine());
        int at = Math.min(d.column() - 1, line.length());
        int from = at < SHOWN - 20 ? 0 : Math.min(at - 20, Math.max(0, line.length() - SHOWN));
        int to = Math.min(line.length(), from + SHOWN);
        String number = Integer.toString(d.line());
        String margin = " ".repeat(number.length());
        page.line("  " + number + " | " + line.substring(from, to));
        int carets = Math.max(1, Math.min(d.length(), to - at));
        page.line("  " + margin + " | " + " ".repeat(at - from) + "^".repeat(carets));
    }

    /** Signs that move the cursor would put the caret in the wrong place. */
    private static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            plain.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '·' : c);
        }
        return plain.toString();
    }
}
