package holdfast.intake.problem;

import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.diagnostic.UserWords;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the known name that is nearest to what was written. */
public final class DidYouMean {
    private static final int LISTED = 12;

    private DidYouMean() {}

    /** {@code did you mean `attack`?}, or empty if nothing is near. Of one that looks the same it also says which letter differs. */
    public static String mend(String written, Collection<String> known) {
        String nearest = known.stream()
                .filter(name -> LookAlike.same(written, name))
                .findFirst()
                .orElseGet(() -> nearest(written, known));
        return nearest.isEmpty() ? "" : Suggestion.didYouMean(written, nearest, UserWords.quoted(nearest));
    }

    /** The same, and otherwise what there is. */
    public static String mendOrList(String written, Collection<String> known, String what) {
        String mend = mend(written, known);
        if (!mend.isEmpty() || known.isEmpty()) {
            return mend;
        }
        List<String> listed = known.stream().limit(LISTED).toList();
        return what + ": " + String.join(", ", listed)
                + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "");
    }

    /**
     * The heading of a column, or the name of a sheet, that is probably meant: another edition may have other words for it, in another order. Otherwise what there
     * is, as far as it can be listed.
     */
    public static String heading(String written, Collection<String> known, String what) {
        String mend = mend(written, known);
        if (!mend.isEmpty() || known.isEmpty()) {
            return mend;
        }
        String like = withLikeWords(written, known);
        if (!like.isEmpty()) {
            return "is " + UserWords.quoted(like) + " what is meant?";
        }
        String listed = what + ": "
                + String.join(
                        ", ",
                        known.stream().filter(k -> !k.isBlank()).limit(LISTED).toList());
        return listed + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "");
    }

    /** The name with the most words that are like those of what was written, at least half of them; of several the shortest. */
    private static String withLikeWords(String written, Collection<String> known) {
        List<String> wanted = words(written);
        String best = "";
        long most = 0;
        for (String name : known) {
            List<String> words = words(name);
            long like = wanted.stream()
                    .filter(w -> words.stream().anyMatch(v -> distance(w, v) <= w.length() / 4))
                    .count();
            boolean better = like > most || like == most && like > 0 && name.length() < best.length();
            if (like * 2 >= wanted.size() && better) {
                most = like;
                best = name;
            }
        }
        return best;
    }

    /** Those of three letters and more, in small letters. */
    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> w.length() > 2)
                .toList();
    }

    /** The same for names that only differ in what is easily mistaken: capitals, letters that look alike, blanks, hyphens, zeros in front. */
    public static String folded(String name) {
        return LookAlike.skeleton(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.:/-]+", "")
                .replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }

    /** A known name that can hardly be another one: one sign or two are wrong. */
    public static String misspelt(String written, Collection<String> known) {
        return nearest(written, known, written.length() < 5 ? 2 : 3);
    }

    public static String nearest(String written, Collection<String> known) {
        return nearest(written, known, Math.max(1, Math.min(written.length(), 40) / 3) + 1);
    }

    private static String nearest(String written, Collection<String> known, int closerThan) {
        String best = "";
        int least = closerThan;
        for (String name : known) {
            if (Math.abs(name.length() - written.length()) < least) {
                int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = name;
                }
            }
        }
        return best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
