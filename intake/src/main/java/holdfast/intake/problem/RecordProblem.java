package holdfast.intake.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a file of records or with a mapping.
 *
 * @param file as the user named it
 * @param line one-based; 0 where the whole file is meant
 * @param column the name of the column, or empty
 * @param found what stands there
 * @param expected what should stand there; may be empty
 * @param mend what to do; may be empty
 */
public record RecordProblem(
        Severity severity,
        ProblemCode code,
        String file,
        long line,
        String column,
        String found,
        String expected,
        String mend) {

    public enum Severity {
        ERROR,
        /** The records count all the same. */
        WARNING
    }

    private static final int SHOWN = 60;

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line, such as {@code minsk.csv, line 31, column `occurred`: `30 February` is no time; expected a date such as 2015-02-15}. */
    public String text() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(hasRows(file) ? ", row " : ", line ").append(line);
        }
        if (!column.isEmpty()) {
            text.append(", column ").append(quote(column));
        }
        text.append(": ").append(found);
        if (!expected.isEmpty()) {
            text.append("; expected ").append(expected);
        }
        if (!mend.isEmpty()) {
            text.append("; ").append(mend);
        }
        return text.append(" [").append(code.label()).append(']').toString();
    }

    /** Whether rows are counted there, and not lines. */
    private static boolean hasRows(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return List.of(".xlsx", ".xlsm", ".ods", ".json", ".geojson").stream().anyMatch(lower::endsWith);
    }

    @Override
    public String toString() {
        return text();
    }

    /** The user's own words in backticks, cut where they are long, with signs that cannot be seen shown as a middle dot. */
    public static String quote(CharSequence words) {
        StringBuilder shown = new StringBuilder("`");
        int end = Math.min(words.length(), SHOWN);
        if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = words.charAt(i);
            shown.append(Character.isISOControl(c) || c == '`' ? '·' : c);
        }
        return shown.append(end < words.length() ? "…`" : "`").toString();
    }

    /** Why a file cannot be read, in words. */
    public static String cannotOpen(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "this file may not be read";
            default -> "this file cannot be read";
        };
    }
}
