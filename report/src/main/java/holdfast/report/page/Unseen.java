package holdfast.report.page;

import java.util.Locale;

/** Signs that are obeyed and not seen: controls, and what changes the direction or the lines of a text. In what others wrote they are shown. */
public final class Unseen {
    private Unseen() {}

    /** Joiners, which Persian and Hindi need, are none. */
    public static boolean is(char c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
        boolean direction = c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
        boolean line = c == '\u2028' || c == '\u2029';
        return control || direction || line;
    }

    /** As JSON and Java write it. */
    public static String shown(char c) {
        return String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
