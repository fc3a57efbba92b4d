package holdfast.language.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a file begins, byte by byte: of which form it is, its first bytes tell more surely than its name. */
public final class FirstBytes {
    private static final int HEAD_OF_MARKUP = 2000;

    private final byte[] bytes;

    /** @param bytes the whole file or as much of it as is wanted; they are looked at, and not copied */
    public FirstBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param signs each stands for one byte */
    public boolean begin(String signs) {
        if (bytes.length < signs.length()) {
            return false;
        }
        for (int i = 0; i < signs.length(); i++) {
            if ((bytes[i] & 0xff) != signs.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** @param signs each stands for one byte */
    public boolean contain(String signs) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(signs);
    }

    /** Whether a file says by its first two bytes that it is UTF-16. */
    public boolean areMarkedUtf16() {
        return begin("\u00ff\u00fe") || begin("\u00fe\u00ff");
    }

    /**
     * The first signs of a text in UTF-8, in small letters and without a mark or blanks before them; letters beyond
     * ASCII are mangled.
     */
    public String markup() {
        int at = nextSign(begin("\u00ef\u00bb\u00bf") ? 3 : 0);
        return new String(bytes, at, Math.min(bytes.length - at, HEAD_OF_MARKUP), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether they begin, blanks aside, with the one sign, and then with one of the others. */
    public boolean beginTwo(String one, String others) {
        int first = nextSign(begin("\u00ef\u00bb\u00bf") ? 3 : 0);
        int second = nextSign(first + 1);
        return second < bytes.length && bytes[first] == one.charAt(0) && others.indexOf(bytes[second]) >= 0;
    }

    private int nextSign(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at;
    }
}
