package holdfast.intake.problem;

import holdfast.intake.problem.RecordProblem.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file: the first problems in full, the rest as a number. */
public final class Problems {
    private final String file;
    private final int limit;
    private final List<RecordProblem> kept = new ArrayList<>();
    private long more;
    private long errors;

    public Problems(String file, int limit) {
        this.file = file;
        this.limit = limit;
    }

    public void error(ProblemCode code, long line, String column, String found, String expected, String mend) {
        add(new RecordProblem(Severity.ERROR, code, file, line, column, found, expected, mend));
    }

    /** The file cannot be read. */
    public void cannotOpen(IOException e) {
        error(ProblemCode.CANNOT_BE_OPENED, 0, "", RecordProblem.cannotOpen(e), "a file that can be read", "");
    }

    public void warning(ProblemCode code, long line, String column, String found, String expected, String mend) {
        add(new RecordProblem(Severity.WARNING, code, file, line, column, found, expected, mend));
    }

    public void add(RecordProblem problem) {
        if (problem.isError()) {
            errors++;
        }
        if (kept.size() < limit) {
            kept.add(problem);
        } else {
            more++;
        }
    }

    /** Takes over what another collector found, such as that of another file. */
    public void addAll(Problems other) {
        other.kept.forEach(this::add);
        more += other.more;
        errors += other.errors
                - other.kept.stream().filter(RecordProblem::isError).count();
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public long errors() {
        return errors;
    }

    public long more() {
        return more;
    }

    public List<RecordProblem> kept() {
        return List.copyOf(kept);
    }
}
