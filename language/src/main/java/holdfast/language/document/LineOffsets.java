package holdfast.language.document;

import java.util.ArrayList;
import java.util.List;

/** Where each line of a text begins, and how it ends. */
public record LineOffsets(String text, List<Integer> starts) {

    public static LineOffsets of(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crlf)) {
                starts.add(i + 1);
            }
        }
        return new LineOffsets(text, List.copyOf(starts));
    }

    /** One-based; the end of the text beyond the last line. */
    public int start(int line) {
        return line <= starts.size() ? starts.get(line - 1) : text.length();
    }

    public String ending(int line) {
        int end = start(line + 1);
        boolean lf = end > 0 && text.charAt(end - 1) == '\n';
        boolean cr = end > (lf ? 1 : 0) && text.charAt(end - (lf ? 2 : 1)) == '\r';
        return lf ? (cr ? "\r\n" : "\n") : cr ? "\r" : "\n";
    }

    /** The one-based line in which a place lies. */
    public int line(int place) {
        int at = java.util.Collections.binarySearch(starts, place);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
