package holdfast.intake.form;

import holdfast.intake.text.Utf8Reader;
import java.io.IOException;
import java.io.Reader;

/** Finds out from a table's header what separates its cells. */
final class Separator {
    private static final int HEAD = 1 << 16;
    private static final String CANDIDATES = ",;\t|";

    private Separator() {}

    /**
     * @param separator what separates the cells
     * @param said whether the first line says so ({@code sep=;}, as Excel has it), and so is no row
     * @param text all of the text
     */
    record Found(char separator, boolean said, Reader text) {}

    /** @param header the line of the header; 0: the first that is not blank */
    static Found find(Reader text, long header) throws IOException {
        char[] head = new char[HEAD];
        int used = 0;
        // A sign beyond the basic plane needs room for two.
        while (used < HEAD - 1) {
            int n = text.read(head, used, HEAD - used);
            if (n < 0) {
                break;
            }
            used += n;
        }
        boolean again = text instanceof Utf8Reader utf8 && utf8.toBeginning();
        Reader whole = again ? text : new Continued(head, 0, used, text);
        if (used >= 5
                && new String(head, 0, 4).equalsIgnoreCase("sep=")
                && (used == 5 || head[5] == '\r' || head[5] == '\n')) {
            return new Found(head[4], true, whole);
        }
        return new Found(most(counts(head, used, header)), false, whole);
    }

    /** How often each candidate stands outside of quotes in the header. */
    private static int[] counts(char[] head, int used, long header) {
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        boolean blank = true;
        long line = 1;
        for (int i = 0; i < used; i++) {
            char c = head[i];
            boolean inHeader = header == 0 || line == header;
            if (c == '"') {
                quoted = !quoted;
                blank = false;
            } else if (c == '\n' || c == '\r' && (i + 1 == used || head[i + 1] != '\n')) {
                if (!quoted && !blank && inHeader) {
                    break;
                }
                line++;
            } else if (!quoted && inHeader) {
                int at = CANDIDATES.indexOf(c);
                if (at >= 0) {
                    counts[at]++;
                }
                blank &= c <= ' ' && at < 0;
            }
        }
        return counts;
    }

    private static char most(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return CANDIDATES.charAt(best);
    }
}
