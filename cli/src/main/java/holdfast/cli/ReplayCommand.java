package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.option.PageOptions;
import holdfast.cli.option.ReplayOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.replay.ReplayRun;
import holdfast.language.model.Agreement;
import holdfast.report.page.Colours;
import holdfast.report.replay.HtmlReport;
import holdfast.report.replay.JsonReport;
import holdfast.report.replay.TextReport;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replays records over an agreement: who owed what by when, what was done, missed and breached.")
final class ReplayCommand implements Callable<Integer> {
    private static final int DAYS_AHEAD = 7;

    @Mixin
    ReplayOptions options = new ReplayOptions();

    @Option(names = "--clause", paramLabel = "ID", description = "only this clause, or this article; repeatable")
    List<String> clauses = List.of();

    @Option(
            names = "--bearer",
            paramLabel = "NAME",
            description = "only what this actor owes, or `nobody named`; repeatable")
    List<String> bearers = List.of();

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "leave out what was over, or done, before then; with `--now` it is a window. A day means its"
                    + " beginning")
    @Nullable
    String from;

    @Option(
            names = "--since",
            paramLabel = "T",
            description = "also say what changed since then: what stood then, as it was known then, beside what stands"
                    + " now; the heaviest first")
    @Nullable
    String since;

    @Option(
            names = "--if-nothing-more-comes",
            paramLabel = "DATE",
            description = "what comes until then if no further record does; if not given: the next seven days")
    @Nullable
    String ahead;

    @Option(names = "--all", description = "every verdict on a line of its own")
    boolean all;

    @Option(names = "--json", description = "as JSON (docs/replay-json.md)")
    boolean json;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ReplayCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        AgreementFile file = AgreementFile.find(options.agreement(), main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(file.document(), err);
        Replay replay;
        try (ProgressLine progress = main.progress(err)) {
            replay = new ReplayRun(
                            file, agreement, options.question(from, since, ahead, clauses, bearers), main.clock(), err)
                    .run(Replay.CITATIONS, DAYS_AHEAD, progress);
        }
        replay.asked().taken().forEach(json ? err::println : out::println);
        if (pages.areGiven()) {
            pages.write(HtmlReport.of(replay), json ? err : out);
        }
        if (json) {
            JsonReport.write(replay, out);
        } else if (!pages.areGiven()) {
            out.print(TextReport.of(replay, main.looks().colours() ? Colours.ON : Colours.OFF, all));
        }
        return 0;
    }
}
