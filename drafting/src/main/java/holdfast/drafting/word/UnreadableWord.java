package holdfast.drafting.word;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;

/** A file that cannot be read as a text from Word, with the problem that says why. */
public final class UnreadableWord extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    UnreadableWord(WordCode code, String file, String found, String expected, String help) {
        this(new Problem(code, Severity.ERROR, new Place.WholeFile(file), found, expected, help));
    }

    private UnreadableWord(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
