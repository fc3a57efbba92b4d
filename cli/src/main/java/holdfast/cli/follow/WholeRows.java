package holdfast.cli.follow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows at the end of a file that are there whole. Somebody may be writing the last one: a line without its end waits, and so does one within a cell whose quotation mark is
 * not closed yet.
 *
 * @param rows each with the end of its line
 */
record WholeRows(List<byte[]> rows) {

    /** @param quotes whether a line may end within a cell, between quotation marks */
    static WholeRows in(byte[] bytes, boolean quotes) {
        List<byte[]> rows = new ArrayList<>();
        int from = 0;
        boolean within = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '"' && quotes) {
                within = !within;
            } else if (bytes[i] == '\n' && !within) {
                rows.add(Arrays.copyOfRange(bytes, from, i + 1));
                from = i + 1;
            }
        }
        return new WholeRows(rows);
    }

    /** How many bytes they take. */
    int size() {
        return rows.stream().mapToInt(r -> r.length).sum();
    }

    /** How many lines of the file it takes. */
    static long lines(byte[] row) {
        long lines = 0;
        for (byte b : row) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }
}
