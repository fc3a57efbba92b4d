package holdfast.territory.series;

import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with the maps of a series: each problem with its file and feature. Nothing of the series was used. */
public final class SeriesProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final int more;

    SeriesProblems(List<Problem> problems, int more) {
        super(problems.stream().map(ProblemLine::of).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.more = more;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** How many further problems are not in the list. */
    public int more() {
        return more;
    }
}
