package holdfast.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as it goes, two spaces to a level. Small on purpose: a command that starts in a blink should not load a library to write
 * brackets.
 */
public final class JsonText {
    private final Appendable out;
    private final String newLine;
    private final Deque<Boolean> empty = new ArrayDeque<>();
    private boolean afterName;

    public JsonText(Appendable out) {
        this(out, "\n");
    }

    private JsonText(Appendable out, String newLine) {
        this.out = out;
        this.newLine = newLine;
    }

    /** All of it on one line, as in JSON Lines. */
    public static JsonText onOneLine(Appendable out) {
        return new JsonText(out, "");
    }

    public JsonText open(char bracket) {
        separate();
        put(String.valueOf(bracket));
        empty.push(true);
        return this;
    }

    public JsonText close(char bracket) {
        boolean none = empty.pop();
        if (!none) {
            newLine();
        }
        put(String.valueOf(bracket));
        return this;
    }

    public JsonText name(String name) {
        separate();
        put(quoted(name) + ": ");
        afterName = true;
        return this;
    }

    /** A text, a number, an object of such by name, a list of such, or null. */
    public JsonText value(@Nullable Object value) {
        switch (value) {
            case null -> scalar("null");
            case BigDecimal n -> scalar(n.toPlainString());
            case Number n -> scalar(n.toString());
            case Boolean b -> scalar(b.toString());
            case Map<?, ?> map -> {
                open('{');
                map.forEach((k, v) -> name(String.valueOf(k)).value(v));
                close('}');
            }
            case List<?> list -> {
                open('[');
                list.forEach(this::value);
                close(']');
            }
            default -> scalar(quoted(value.toString()));
        }
        return this;
    }

    /** A value that is JSON already. */
    public JsonText raw(String json) {
        scalar(json);
        return this;
    }

    public JsonText member(String name, @Nullable Object value) {
        return name(name).value(value);
    }

    private void scalar(String text) {
        separate();
        put(text);
    }

    private void separate() {
        if (afterName) {
            afterName = false;
        } else if (!empty.isEmpty()) {
            if (!empty.pop()) {
                put(",");
            }
            empty.push(false);
            newLine();
        }
    }

    private void newLine() {
        put(newLine.isEmpty() ? "" : newLine + "  ".repeat(empty.size()));
    }

    private void put(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || loneSurrogate(text, i)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean loneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
