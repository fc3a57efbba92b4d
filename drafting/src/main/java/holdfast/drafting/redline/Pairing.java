package holdfast.drafting.redline;

import holdfast.drafting.text.Block;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which blocks of two stretches are the same block, changed: in order, so that as many words as can be stay. */
final class Pairing {
    /** Less than this share of words in common, and a block is another one. */
    private static final double LEAST = 0.4;

    /** Beyond so many comparisons a stretch is taken as written anew. */
    private static final long MOST = 250_000;

    private Pairing() {}

    /** Places in the two stretches, from 0. */
    record Pair(int before, int after) {}

    static List<Pair> of(List<Block> before, List<Block> after) {
        if ((long) before.size() * after.size() > MOST) {
            return List.of();
        }
        double[][] alike = new double[before.size()][after.size()];
        List<Map<String, Integer>> wordsBefore =
                before.stream().map(Pairing::words).toList();
        List<Map<String, Integer>> wordsAfter =
                after.stream().map(Pairing::words).toList();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                alike[i][j] = mayPair(before.get(i), after.get(j)) ? share(wordsBefore.get(i), wordsAfter.get(j)) : 0;
            }
        }
        return best(alike, before.size(), after.size());
    }

    private static List<Pair> best(double[][] alike, int m, int n) {
        double[][] sum = new double[m + 1][n + 1];
        for (int i = m - 1; i >= 0; i--) {
            for (int j = n - 1; j >= 0; j--) {
                double paired = alike[i][j] >= LEAST ? alike[i][j] + sum[i + 1][j + 1] : 0;
                sum[i][j] = Math.max(paired, Math.max(sum[i + 1][j], sum[i][j + 1]));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < m && j < n) {
            boolean paired = alike[i][j] >= LEAST && sum[i][j] == alike[i][j] + sum[i + 1][j + 1];
            if (paired) {
                pairs.add(new Pair(i++, j++));
            } else if (sum[i][j] == sum[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** A heading stays one of its level; a table is the same only with as many rows and columns. */
    private static boolean mayPair(Block before, Block after) {
        return switch (before) {
            case Block.Heading h -> after instanceof Block.Heading g && g.level() == h.level();
            case Block.Paragraph ignored -> after instanceof Block.Paragraph;
            case Block.Table t ->
                after instanceof Block.Table u
                        && u.rows().size() == t.rows().size()
                        && u.rows().getFirst().size() == t.rows().getFirst().size();
        };
    }

    private static Map<String, Integer> words(Block block) {
        Map<String, Integer> words = new HashMap<>();
        for (Span span : TextRedline.words(block)) {
            if (span instanceof Span.Words w) {
                for (String word : w.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                    if (!word.isEmpty()) {
                        words.merge(word, 1, Integer::sum);
                    }
                }
            }
        }
        return words;
    }

    private static double share(Map<String, Integer> a, Map<String, Integer> b) {
        int all = a.values().stream().mapToInt(Integer::intValue).sum()
                + b.values().stream().mapToInt(Integer::intValue).sum();
        int common = 0;
        for (Map.Entry<String, Integer> one : a.entrySet()) {
            common += Math.min(one.getValue(), b.getOrDefault(one.getKey(), 0));
        }
        return all == 0 ? 1 : 2.0 * common / all;
    }
}
