package holdfast.language.diagnostic;

/** The user's own words in a message. */
public final class UserWords {
    private static final int SHOWN = 60;

    private UserWords() {}

    /** In backticks, cut where they are long, with signs that cannot be seen shown as a middle dot. */
    public static String quoted(CharSequence words) {
        StringBuilder shown = new StringBuilder("`");
        int end = Math.min(words.length(), SHOWN);
        if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = words.charAt(i);
            shown.append(Character.isISOControl(c) || c == '`' ? '·' : c);
        }
        return shown.append(end < words.length() ? "…`" : "`").toString();
    }
}
