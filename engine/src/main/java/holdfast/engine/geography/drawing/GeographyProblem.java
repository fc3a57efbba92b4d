package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.diagnostic.Severity;

/** A map or zone whose ground cannot be had: carries the problem out to where it is collected or shown. */
public final class GeographyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param help what was expected, or the mend */
    public GeographyProblem(Place where, String found, String help) {
        this(new Problem(GeographyCode.AT_FAULT, Severity.ERROR, where, found, "", help));
    }

    private GeographyProblem(Problem problem) {
        super(ProblemLine.of(problem));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
