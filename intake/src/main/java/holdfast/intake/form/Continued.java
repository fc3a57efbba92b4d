package holdfast.intake.form;

import java.io.IOException;
import java.io.Reader;

/** A text of which the beginning has been read already: that, and then the rest. */
final class Continued extends Reader {
    private final char[] head;
    private final int used;
    private final Reader rest;
    private int at;

    /** @param head holds the beginning from one place on, and before another */
    Continued(char[] head, int from, int to, Reader rest) {
        this.head = head;
        this.at = from;
        this.used = to;
        this.rest = rest;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (at == used) {
            return rest.read(to, offset, length);
        }
        int n = Math.min(length, used - at);
        System.arraycopy(head, at, to, offset, n);
        at += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
