package holdfast.intake.text;

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

    /** Goes on with a hash. */
    public static int hash(int before, char[] signs, int from, int to) {
        int hash = before;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + signs[i];
        }
        return hash;
    }
}
