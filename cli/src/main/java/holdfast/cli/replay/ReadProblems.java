package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.intake.ReadReport;
import holdfast.language.diagnostic.ProblemLine;
import java.io.PrintWriter;
import java.util.List;

/** What is said of records that were read: with an error they are not used, and of the rest the first remarks are told. */
final class ReadProblems {
    private static final int WARNINGS = 5;

    private ReadProblems() {}

    /**
     * @param undone what was not done without them: {@code nothing was replayed}
     * @throws Refusal if there is an error
     */
    static void tell(ReadReport report, String undone, PrintWriter err) {
        List<String> problems = report.problems().stream().map(ProblemLine::of).toList();
        if (!report.isGood()) {
            long more = report.moreProblems();
            throw Refusal.findings(
                    "the records cannot be used\n" + String.join("\n", problems)
                            + (more > 0 ? "\nand " + more + " more problems" : ""),
                    undone + "; mend the file or its mapping and try again");
        }
        problems.stream().limit(WARNINGS).forEach(p -> err.println("holdfast: " + p));
        long unsaid = problems.size() + report.moreProblems() - WARNINGS;
        if (unsaid > 0) {
            err.println("holdfast: and " + unsaid + " more remarks about the records");
        }
    }
}
