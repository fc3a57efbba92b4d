package holdfast.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough of JSON for the zone files of tests: objects, arrays, texts without escapes, numbers and words. */
final class Json {
    private final String text;
    private int at;

    Json(String text) {
        this.text = text;
    }

    /** A map, a list, a text, a double, or the text of `true`, `false` and `null`. */
    Object read() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> quoted();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String name = quoted();
            expect(':');
            members.put(name, read());
            skip(',');
        }
        at++;
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        at++;
        while (next() != ']') {
            elements.add(read());
            skip(',');
        }
        at++;
        return elements;
    }

    private String quoted() {
        expect('"');
        int end = text.indexOf('"', at);
        String quoted = text.substring(at, end);
        at = end + 1;
        return quoted;
    }

    private Object word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        return word.matches("[-+.\\deE]+") ? (Object) Double.valueOf(word) : word;
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void skip(char c) {
        if (next() == c) {
            at++;
        }
    }

    private void expect(char c) {
        if (next() != c) {
            throw new IllegalArgumentException("not JSON at " + at + ": " + text);
        }
        at++;
    }
}
