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

    private static final Comparator<Diagnostic> BY_PLACE =
            Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column);

    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private final List<String> files = new ArrayList<>();
    private int left;
    private boolean errors;

    public void report(Code code, Place at, String message, String help) {
        errors |= code.severity() == Severity.ERROR;
        if (found.size() >= LIMIT) {
            left++;
            return;
        }
        if (!files.contains(at.file())) {
            files.add(at.file());
        }
        found.add(new Diagnostic(
                code,
                at.file(),
                at.line(),
                at.column(),
                Math.max(1, at.length()),
                at.heading(),
                message,
                help,
                at.sourceLine()));
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
    public List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<Diagnostic>comparingInt(d -> files.indexOf(d.file()))
                .thenComparing(BY_PLACE));
        if (left > 0) {
            Diagnostic last = sorted.getLast();
            String message = left + (left == 1 ? " more problem is" : " more problems are") + " not shown";
            sorted.add(new Diagnostic(
                    Code.TOO_MANY_PROBLEMS,
                    last.file(),
                    last.line(),
                    last.column(),
                    last.length(),
                    last.heading(),
                    message,
                    "mend the first ones and check again",
                    last.sourceLine()));
        }
        return List.copyOf(sorted);
    }
}
