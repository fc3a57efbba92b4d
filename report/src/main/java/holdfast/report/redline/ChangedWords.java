package holdfast.report.redline;

import java.util.ArrayList;
import java.util.List;

/** Which words of a sentence stayed, which went and which came: the longest run of words, in order, that both have is what stayed. */
final class ChangedWords {
    enum Fate {
        STAYED,
        WENT,
        CAME
    }

    /** Words that stand beside each other and share a fate. */
    record Run(Fate fate, String words) {}

    private ChangedWords() {}

    static List<Run> of(String before, String after) {
        List<String> old = List.of(before.split(" ", -1));
        List<String> young = List.of(after.split(" ", -1));
        int[][] common = common(old, young);
        List<Run> runs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                add(runs, Fate.STAYED, old.get(i++));
                j++;
            } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(runs, Fate.WENT, old.get(i++));
            } else {
                add(runs, Fate.CAME, young.get(j++));
            }
        }
        return runs;
    }

    /** How many words the rests from {@code i} and {@code j} on have in common. */
    private static int[][] common(List<String> old, List<String> young) {
        int[][] common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(young.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Run> runs, Fate fate, String word) {
        if (!runs.isEmpty() && runs.getLast().fate() == fate) {
            runs.set(runs.size() - 1, new Run(fate, runs.getLast().words() + " " + word));
        } else {
            runs.add(new Run(fate, word));
        }
    }
}
