package holdfast.intake.value;

import java.text.Normalizer;

/**
 * The signs of a cell, as they are read ({@code docs/records.md}, Names and texts): letters with their marks apart are put together, blanks of other kinds are
 * blanks, and signs that cannot be seen are left out. What looks the same is the same.
 */
public final class SignsOfCells {
    private SignsOfCells() {}

    /** Whether there is surely nothing to change. */
    public static boolean isPlain(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= 0x7f && !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    /** Letters that are whole without their neighbours: Western, Greek and Cyrillic ones. Marks that would change them are none of these. */
    private static boolean isPlain(char c) {
        return c > 0xa0 && c < 0x300 && c != 0xad || c >= 0x388 && c < 0x483 || c > 0x489 && c < 0x530;
    }

    public static String cleaned(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        composed.codePoints().filter(c -> !isUnseen(c)).forEach(c -> clean.appendCodePoint(isBlank(c) ? ' ' : c));
        // A mark that stood behind a sign that cannot be seen now stands behind its letter.
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** A sign that nobody sees, or -1. */
    public static int firstUnseen(String text) {
        return text.codePoints().filter(SignsOfCells::isUnseen).findFirst().orElse(-1);
    }

    private static boolean isBlank(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Joiners, which Persian and Hindi need, and the letters of flags are none; marks of Arabic and Syriac numbers are seen. */
    private static boolean isUnseen(int c) {
        boolean joiner = c == 0x200c || c == 0x200d;
        boolean seen = c >= 0x600 && c < 0x606 || c == 0x6dd || c == 0x70f || c == 0x890 || c == 0x891 || c == 0x8e2;
        boolean filler = c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
        return c > 0x7f && c < 0x10000 && !joiner && !seen && (filler || Character.getType(c) == Character.FORMAT);
    }
}
