package holdfast.intake.rows;

/**
 * Texts in a table that is safe to open in a spreadsheet ({@code docs/records.md}, In a spreadsheet). A program takes a cell that begins with {@code =}, {@code +},
 * {@code -} or {@code @} for a formula, and one whose settings have semicolons between cells takes what follows a semicolon in a text for the beginning of a cell:
 * there an apostrophe stands before such a sign. Reading takes it away again, so that nothing is lost.
 */
public final class SafeCell {
    /** The wide forms are formulas to East Asian versions. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final String BEGINS_A_CELL = ";|\t\r\n";

    private SafeCell() {}

    /** The text with an apostrophe wherever a formula could begin, and before apostrophes that could be taken for such ones. A negative number is none. */
    public static String guarded(String text) {
        if (isNumber(text)) {
            return text;
        }
        StringBuilder safe = null;
        int at = 0;
        while (at <= text.length()) {
            if (isDanger(text, at)) {
                if (safe == null) {
                    safe = new StringBuilder(text.length() + 2).append(text, 0, at);
                }
                safe.append('\'');
            }
            int next = nextCell(text, at);
            if (safe != null) {
                safe.append(text, at, next);
            }
            at = next == text.length() ? next + 1 : next;
        }
        return safe == null ? text : safe.toString();
    }

    /** The text that {@link #guarded} was given. */
    static String unguarded(String safe) {
        StringBuilder text = null;
        int at = 0;
        while (at <= safe.length()) {
            int begin = at;
            if (at < safe.length() && safe.charAt(at) == '\'' && isDanger(safe, at)) {
                if (text == null) {
                    text = new StringBuilder(safe.length()).append(safe, 0, at);
                }
                begin++;
            }
            int next = nextCell(safe, at);
            if (text != null) {
                text.append(safe, begin, next);
            }
            at = next == safe.length() ? next + 1 : next;
        }
        return text == null ? safe : text.toString();
    }

    /** Behind the next sign that could begin a cell; the end if there is none. */
    private static int nextCell(String text, int at) {
        for (int i = at; i < text.length(); i++) {
            if (BEGINS_A_CELL.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Whether apostrophes and quotes, or none, and then the sign of a formula stand there. */
    private static boolean isDanger(String text, int at) {
        int sign = at;
        while (sign < text.length() && (text.charAt(sign) == '\'' || text.charAt(sign) == '"')) {
            sign++;
        }
        return sign < text.length() && FORMULA.indexOf(text.charAt(sign)) >= 0;
    }

    private static boolean isNumber(String text) {
        boolean digit = false;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '.' && digit && !point && i + 1 < text.length()) {
                point = true;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digit;
    }
}
