package holdfast.territory.series;

import java.util.List;

/** What is wrong with the maps of a series: one line for each problem, with its file and feature. Nothing of the series was used. */
public final class SeriesProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;
    private final int more;

    SeriesProblems(List<String> problems, int more) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.more = more;
    }

    public List<String> problems() {
        return problems;
    }

    /** How many further problems are not in the list. */
    public int more() {
        return more;
    }
}
