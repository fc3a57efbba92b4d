package holdfast.territory.series;

import java.text.Normalizer;
import java.util.Locale;

/** When a value of a map is one that the rules of its series name. */
final class Likeness {
    private Likeness() {}

    /** Letters that are written in one piece or in two, and blanks at the ends, make no difference. */
    static boolean same(String value, String other) {
        return plain(value).equals(plain(other));
    }

    /** A {@code *} stands for any text; capitals make no difference. */
    static boolean is(String value, String like) {
        String text = plain(value).toLowerCase(Locale.ROOT);
        String[] parts = plain(like).toLowerCase(Locale.ROOT).split("\\*", -1);
        if (parts.length == 1) {
            return text.equals(parts[0]);
        }
        int at = parts[0].length();
        if (!text.startsWith(parts[0])) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return text.length() - last.length() >= at && text.endsWith(last);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
