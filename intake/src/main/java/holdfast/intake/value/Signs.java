package holdfast.intake.value;

import java.util.Arrays;

/** Texts that still stand in a buffer. */
public final class Signs {
    private Signs() {}

    /** Whether the text stands there, and nothing else. */
    public static boolean are(String text, char[] signs, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** As above; a text of many signs is compared in a few steps. */
    public static boolean are(char[] text, char[] signs, int from, int to) {
        return text.length == to - from && Arrays.equals(text, 0, text.length, signs, from, to);
    }

    /** Goes on with a hash of how long a text is, and of its last signs, by which most of those that are numbered differ. */
    public static int ends(int before, char[] signs, int from, int to) {
        int hash = 31 * before + to - from;
        for (int i = to - 1; i >= from && i >= to - 4; i--) {
            hash = 31 * hash + signs[i];
        }
        return hash;
    }

    /** Goes on with a hash. */
    public static int hash(int before, char[] signs, int from, int to) {
        int hash = before;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + signs[i];
        }
        return hash;
    }
}
