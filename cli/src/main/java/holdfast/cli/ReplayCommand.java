package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.follow.CourseRun;
import holdfast.cli.follow.FollowRun;
import holdfast.cli.follow.StandardInput;
import holdfast.cli.option.PageOptions;
import holdfast.cli.option.ReplayOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.HorizonOption;
import holdfast.cli.replay.ReplayQuestion;
import holdfast.cli.replay.ReplayRun;
import holdfast.language.model.Agreement;
import holdfast.report.page.Colours;
import holdfast.report.replay.HtmlReport;
import holdfast.report.replay.JsonReport;
import holdfast.report.replay.TextReport;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--horizon",
            paramLabel = "90d",
            description =
                    "how long what happened may still be told or corrected; what lies behind is final and not held in"
                            + " memory. For records in the order in which they became known (docs/times.md)")
    @Nullable
    String horizon;

    @Option(
            names = "--archive",
            paramLabel = "FOLDER",
            description =
                    "with --horizon: where what is final goes, records and verdicts, for `explain` and others to read")
    @Nullable
    Path archive;

    @Option(names = "--all", description = "every verdict on a line of its own")
    boolean all;

    @Option(
            names = "--changes",
            description =
                    "the course of things in place of one picture: what came, went and changed, each at its moment,"
                            + " as it became known; with `--json` as JSON Lines")
    boolean changes;

    @Option(
            names = "--follow",
            description =
                    "goes on after the first screen, and tells each change as it comes: by records that are added to"
                            + " the files, and by the clock. `--records -` takes what another program writes")
    boolean follow;

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
        checkHorizon();
        if (follow) {
            return follow(file, agreement, out, err);
        }
        if (changes) {
            return changes(file, agreement, out, err);
        }
        Replay replay;
        try (ProgressLine progress = main.progress(err)) {
            ReplayRun run = new ReplayRun(
                    file, agreement, options.question(from, since, ahead, clauses, bearers), main.clock(), err);
            replay = horizon == null
                    ? run.run(Replay.CITATIONS, DAYS_AHEAD, progress)
                    : withinHorizon(run, horizon, agreement, progress);
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

    private void checkHorizon() {
        if (archive != null && horizon == null) {
            throw Refusal.usage(
                    "--archive takes what is final, and nothing is without --horizon", "give `--horizon 90d`");
        }
        refuse("--horizon", horizon != null && since != null, "--since", "what is final is not compared");
        refuse("--horizon", horizon != null && changes, "--changes", "leave one of them out");
        refuse("--horizon", horizon != null && follow, "--follow", "leave one of them out");
        refuse("--horizon", horizon != null && !options.maps().isEmpty(), "maps", "leave one of them out");
    }

    private Replay withinHorizon(ReplayRun run, String written, Agreement agreement, ProgressLine progress) {
        try (HorizonOption behind = HorizonOption.of(written, archive, agreement)) {
            Replay replay = run.within(behind).run(Replay.CITATIONS, DAYS_AHEAD, progress);
            behind.keep();
            return replay;
        }
    }

    private int changes(AgreementFile file, Agreement agreement, PrintWriter out, PrintWriter err) {
        refuse("--changes", since != null, "--since", "it tells all changes, from the first record on");
        refuse("--changes", from != null, "--from", "it tells all changes, from the first record on");
        refuse("--changes", ahead != null, "--if-nothing-more-comes", "give a later moment with `--now`");
        refuse("--changes", pages.areGiven(), "a page", "it writes lines");
        try (ProgressLine progress = main.progress(err)) {
            ReplayRun run = new ReplayRun(
                    file, agreement, options.question(null, null, null, clauses, bearers), main.clock(), err);
            new CourseRun(run, agreement, json, out).run(progress);
        }
        return 0;
    }

    private int follow(AgreementFile file, Agreement agreement, PrintWriter out, PrintWriter err) {
        String byClock = "the moment is that of the clock";
        refuse("--follow", changes, "--changes", "it tells changes anyway, from now on");
        refuse("--follow", since != null, "--since", "`--changes` tells what was before");
        refuse("--follow", from != null, "--from", "`--changes` tells what was before");
        refuse("--follow", ahead != null, "--if-nothing-more-comes", byClock);
        refuse("--follow", options.isOfAMoment(), "--now or --as-of", byClock);
        refuse("--follow", pages.areGiven(), "a page", "it writes lines");
        refuse("--follow", !options.maps().isEmpty(), "maps", "replay them without it");
        ReplayQuestion asked =
                options.question(null, null, null, clauses, bearers).asOfTheClock();
        Optional<StandardInput> input = asked.records().contains(StandardInput.GIVEN)
                ? Optional.of(StandardInput.of(System.in))
                : Optional.empty();
        ReplayQuestion question =
                input.map(i -> asked.with(StandardInput.GIVEN, i.file())).orElse(asked);
        boolean good;
        try (ProgressLine progress = main.progress(err)) {
            ReplayRun run = new ReplayRun(file, agreement, question, main.clock(), err);
            good = new FollowRun(agreement, json, out, err, main.clock(), main.pause())
                    .run(run, input, first -> show(first, out), progress);
        }
        return good ? 0 : 1;
    }

    private void show(Replay first, PrintWriter out) {
        if (!json) {
            out.print(TextReport.of(first, main.looks().colours() ? Colours.ON : Colours.OFF, all));
            out.println();
            out.println("Each change from here on, as it comes. Ctrl-C ends it.");
            out.flush();
        }
    }

    private static void refuse(String option, boolean given, String other, String help) {
        if (given) {
            throw Refusal.usage(option + " and " + other + " do not go together", help);
        }
    }
}
