package holdfast.record.canonical;

import java.util.List;
import java.util.Map;

/** Writes JSON as RFC 8785 has it: no blanks, members in order, one spelling for each text and number. */
final class CanonicalText {
    private static final String HEX = "0123456789abcdef";

    private CanonicalText() {}

    static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Text(String text) -> text(text, out);
            case Json.Number(double number) -> out.append(CanonicalNumber.of(number));
            case Json.Flag(boolean flag) -> out.append(flag);
            case Json.Nothing nothing -> out.append("null");
            case Json.Items(List<Json> items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(items.get(i), out);
                }
                out.append(']');
            }
            case Json.Members members -> members(members, out);
        }
    }

    private static void members(Json.Members members, StringBuilder out) {
        out.append('{');
        String between = "";
        for (Map.Entry<String, Json> member : members.members().entrySet()) {
            out.append(between);
            text(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            between = ",";
        }
        out.append('}');
    }

    /** Section 3.2.2.2: only what must be escaped is, and in the shortest way. */
    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(whole(text, i));
                    }
                }
            }
        }
        out.append('"');
    }

    /** Half a letter outside the basic plane cannot be written in UTF-8. */
    private static char whole(String text, int i) {
        char c = text.charAt(i);
        boolean alone = Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        if (alone) {
            throw new IllegalArgumentException("a text holds half a letter, which nothing can write");
        }
        return c;
    }
}
