package holdfast.language.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, in any order; says each thing once. */
public final class Diagnostics {
    /** More than this many help nobody; the rest is counted. */
    public static final int LIMIT = 1000;

    private static final Comparator<Problem> BY_PLACE = Comparator.<Problem>comparingInt(
                    p -> ProblemText.pointed(p.place()).line())
            .thenComparingInt(p -> ProblemText.pointed(p.place()).column());

    private final Set<Problem> found = new LinkedHashSet<>();
    private final List<String> files = new ArrayList<>();
    private int left;
    private boolean errors;

    public void report(Code code, Place at, String message, String help) {
        add(new Problem(code, code.severity(), at, message, "", help));
    }

    private void add(Problem problem) {
        errors |= problem.isError();
        if (found.size() >= LIMIT) {
            left++;
            return;
        }
        if (!files.contains(problem.place().file())) {
            files.add(problem.place().file());
        }
        found.add(problem);
    }

    /** Reports all that the others hold. */
    public void addAll(Diagnostics others) {
        others.found.forEach(this::add);
        left += others.left;
    }

    /** Whether such a thing was reported of a place from the first to the last of these lines. */
    public boolean has(Code code, int first, int last) {
        return found.stream()
                .filter(p -> p.code() == code)
                .mapToInt(p -> ProblemText.pointed(p.place()).line())
                .anyMatch(line -> first <= line && line <= last);
    }

    /** Whether what is reported from now on is only counted. */
    public boolean isFull() {
        return found.size() >= LIMIT;
    }

    /** Whether such a thing was reported. */
    public boolean has(Code code) {
        return found.stream().anyMatch(d -> d.code() == code);
    }

    public boolean hasErrors() {
        return errors;
    }

    /** Everything reported: file by file in the order first met, each from top to bottom. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(
                Comparator.<Problem>comparingInt(d -> files.indexOf(d.place().file()))
                        .thenComparing(BY_PLACE));
        if (left > 0) {
            Problem last = sorted.getLast();
            String message = left + (left == 1 ? " more problem is" : " more problems are") + " not shown";
            sorted.add(new Problem(
                    Code.TOO_MANY_PROBLEMS,
                    Code.TOO_MANY_PROBLEMS.severity(),
                    last.place(),
                    message,
                    "",
                    "mend the first ones and check again"));
        }
        return List.copyOf(sorted);
    }
}
