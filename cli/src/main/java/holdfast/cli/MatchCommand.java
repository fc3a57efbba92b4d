package holdfast.cli;

import holdfast.cli.match.MatchInput;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.readiness.match.Advisor;
import holdfast.readiness.match.Effort;
import holdfast.readiness.match.MatchQuestion;
import holdfast.readiness.match.Matching;
import holdfast.readiness.match.NoSolver;
import holdfast.report.match.MatchJson;
import holdfast.report.match.MatchReport;
import holdfast.report.match.MatchText;
import holdfast.report.page.Colours;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description =
                "Says which offers should serve which needs, why what is unmet is unmet, and what to ask for next.")
final class MatchCommand implements Callable<Integer> {
    @Option(
            names = "--needs",
            required = true,
            paramLabel = "CSV",
            description = "a table of needs: id, item, quantity, by_day, priority (docs/match.md)")
    Path needs = Path.of("");

    @Option(
            names = "--offers",
            required = true,
            paramLabel = "CSV",
            description = "a table of offers: id, giver, item, quantity, available_from, and more")
    Path offers = Path.of("");

    @Option(names = "--items", paramLabel = "CSV", description = "a table of items and of what stands in for what")
    @Nullable
    Path items;

    @Option(
            names = "--plan",
            paramLabel = "BEFORE",
            description = "an earlier plan, as --json wrote it: what need not change does not")
    @Nullable
    Path plan;

    @Option(
            names = "--work",
            paramLabel = "N",
            description = "how far to search, in the solver's measure; ${DEFAULT-VALUE} if not given")
    double work = Effort.USUAL.work();

    @Option(names = "--json", description = "as JSON (docs/match.md)")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    MatchCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        if (!(work > 0)) {
            throw Refusal.usage("--work: `" + work + "` is no amount of work", "write a number above 0, such as 60");
        }
        PrintWriter out = spec.commandLine().getOut();
        MatchQuestion question = MatchInput.read(needs, offers, items, plan);
        try {
            Matching matching = Matching.of(question, new Effort(work));
            MatchReport report =
                    MatchReport.of(matching, Advisor.advise(matching, new Effort(work / 2)), Version.text());
            if (json) {
                MatchJson.write(report, out);
            } else {
                out.print(MatchText.of(report, main.looks().colours() ? Colours.ON : Colours.OFF));
            }
            return 0;
        } catch (NoSolver e) {
            throw Refusal.usage(
                    "the solver does not run on this machine: " + e.getMessage(),
                    "it is made for Linux, macOS and Windows on 64 bits; docs/match.md");
        }
    }
}
