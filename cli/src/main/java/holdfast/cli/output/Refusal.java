package holdfast.cli.output;

import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import java.util.List;

/** Something that the user can mend: said in a line, perhaps with a help line, and never with a stack trace. */
public final class Refusal extends RuntimeException {
    public static final int FINDINGS = 1;
    public static final int USAGE = 2;

    private final String help;
    private final int status;

    private Refusal(String message, String help, int status) {
        super(message);
        this.help = help;
        this.status = status;
    }

    /** What was asked cannot be done: exit status 2. */
    public static Refusal usage(String message, String help) {
        return new Refusal(message, help, USAGE);
    }

    /** What was read is not right, and the problems were shown: exit status 1. */
    public static Refusal findings(String message, String help) {
        return new Refusal(message, help, FINDINGS);
    }

    /** A series of maps is not right. */
    public static Refusal maps(List<Problem> problems, int more) {
        return findings(
                "the maps cannot be used\n"
                        + String.join(
                                "\n", problems.stream().map(ProblemLine::of).toList())
                        + (more > 0 ? "\nand " + more + " more problems" : ""),
                "nothing was taken from them; docs/territory.md says what a map must be");
    }

    public String text() {
        return "holdfast: " + getMessage() + (help.isEmpty() ? "" : "\n  help: " + help);
    }

    public int status() {
        return status;
    }
}
