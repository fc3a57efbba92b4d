package holdfast.intake.value;

/** A pattern as people write them: {@code *} for any signs, {@code ?} for one, {@code #} for one digit. */
public final class Glob {
    private Glob() {}

    /** Takes at most as many steps as both lengths multiplied. */
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && fits(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean fits(char pattern, char sign) {
        return pattern == '?' || pattern == '#' && sign >= '0' && sign <= '9' || pattern == sign;
    }
}
