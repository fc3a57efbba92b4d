package holdfast.territory.series;

import holdfast.engine.geography.drawing.PlainText;
import java.util.Locale;

/** When a value of a map is one that the rules of its series name. */
final class Likeness {
    private Likeness() {}

    /** As {@link PlainText} has it, and 1 is 1.0 also where one of them stands there as a text. */
    static boolean same(String value, String other) {
        return PlainText.number(value).equals(PlainText.number(other));
    }

    /** A {@code *} stands for any text; capitals make no difference. */
    static boolean is(String value, String like) {
        String text = PlainText.of(value).toLowerCase(Locale.ROOT);
        String[] parts = PlainText.of(like).toLowerCase(Locale.ROOT).split("\\*", -1);
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
}
