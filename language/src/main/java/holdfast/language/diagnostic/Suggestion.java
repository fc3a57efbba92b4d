package holdfast.language.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant: the nearest known word by edit distance (neighbours swapped count as one edit). */
public final class Suggestion {
    private static final int MANY = 6;

    private Suggestion() {}

    /** {@code did you mean `attack`?}, or a list of what there is, or {@code otherwise} where there is nothing. */
    public static String help(String written, Collection<String> known, String otherwise) {
        Optional<String> nearest = nearest(written, known);
        if (nearest.isPresent()) {
            return didYouMean(written, nearest.get());
        }
        if (known.isEmpty() || known.size() > MANY) {
            return otherwise;
        }
        return "there is " + list(known) + (otherwise.isEmpty() ? "" : "; " + otherwise);
    }

    /** Of what looks nearly the same it also says which letter is another one: the reader cannot see it. */
    public static String didYouMean(String written, String meant) {
        return didYouMean(written, meant, "`" + meant + "`");
    }

    /** @param shown {@code meant} as it is to be read, in its quotes */
    public static String didYouMean(String written, String meant, String shown) {
        String asked = "did you mean " + shown + "?";
        return LookAlike.told(written, meant).map(t -> asked + " " + t).orElse(asked);
    }

    /** The nearest of {@code known}, if it is near enough to be meant: about a third of its letters may differ. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        String lower = written.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            int allowed = Math.min(least, Math.max(written.length(), candidate.length()) / 3);
            if (allowed < 1 || Math.abs(written.length() - candidate.length()) > allowed) {
                continue;
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            boolean nearer = distance < least || (distance == least && sameLetters(lower, candidate));
            if (distance <= allowed && nearer && !candidate.equals(written)) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters are swapped more often than mistaken. */
    private static boolean sameLetters(String lower, String candidate) {
        return Arrays.equals(
                lower.chars().sorted().toArray(),
                candidate.toLowerCase(Locale.ROOT).chars().sorted().toArray());
    }

    /** {@code `a`, `b` and `c`}. */
    public static String list(Collection<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(n -> quoted.add("`" + n + "`"));
        if (quoted.size() <= 1) {
            return String.join("", quoted);
        }
        String last = quoted.removeLast();
        return String.join(", ", quoted) + " and " + last;
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
