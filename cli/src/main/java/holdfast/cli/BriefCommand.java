package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.Losses;
import holdfast.cli.agreement.Mending;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.match.ItemFiles;
import holdfast.cli.option.PageOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.cli.replay.ReadinessRun;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.deeper.Deeper;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Tried;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.report.brief.BriefHtml;
import holdfast.report.brief.BriefText;
import holdfast.report.examination.Examined;
import holdfast.report.explain.ClauseSources;
import holdfast.report.page.Colours;
import holdfast.report.readiness.ReadinessReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description =
                "Two pages for the person entering the meeting: what a side owes and gets, what is guaranteed, what would"
                        + " break it, what to ask for, and which friends are needed.")
final class BriefCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--for",
            paramLabel = "PARTY",
            description = "for this actor; otherwise, and for `all`, a few sentences for each party")
    @Nullable
    String actor;

    @Option(
            names = "--records",
            paramLabel = "R",
            description =
                    "records of what is given, for what stands of the first layer; repeatable (docs/readiness.md)")
    List<Path> records = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description =
                    "how somebody else's file is read; one for all files, or one for each (`own`: it has Holdfast's own form)")
    List<Path> mappings = List.of();

    @Option(names = "--items", paramLabel = "F", description = "a list of items (docs/readiness.md)")
    @Nullable
    Path items;

    @Option(names = "--on", paramLabel = "DAY", description = "the day on which the first layer is looked at")
    @Nullable
    String on;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    BriefCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        pages.check();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(
                found.document(), spec.commandLine().getErr());
        List<String> actors = actors(agreement);
        Optional<ReadinessReport> readiness = readiness(found, agreement);
        Growth growth;
        Map<Finding, Tried> mends;
        try (ProgressLine progress = main.progress(spec.commandLine().getErr())) {
            progress.step("playing what could happen");
            Examiner examiner = new Examiner(
                    Bounds.USUAL, main.shipped().losses().map(Losses::read).orElse(List.of()));
            growth = Deeper.byItself(examiner, Set.of()).from(examiner.examine(agreement));
            progress.step("trying what could be written instead");
            Examination examination = growth.examination();
            mends = new Mending(found.document(), examiner.within(examination.bounds()), Mending.USUAL)
                    .tried(examination);
        }
        Examined examined =
                new Examined(found.name(), ClauseSources.of(agreement, found.lines()), growth, mends, Version.text());
        if (pages.areGiven()) {
            pages.write(BriefHtml.of(examined, actors, readiness), out);
            return 0;
        }
        Colours colours = main.looks().colours() ? Colours.ON : Colours.OFF;
        out.print(
                isForAll()
                        ? BriefText.overview(examined, actors, colours)
                        : BriefText.of(examined, actors.getFirst(), readiness, colours));
        return 0;
    }

    /** Of the first layer, where records of it are given; without a moment of their own they are looked at on the day that is asked about. */
    private Optional<ReadinessReport> readiness(AgreementFile found, Agreement agreement) throws IOException {
        if (records.isEmpty()) {
            if (on != null || items != null || !mappings.isEmpty()) {
                throw Refusal.usage(
                        "`--on`, `--items` and `--mapping` are about records of what is given",
                        "name them: `--records FILE`");
            }
            return Optional.empty();
        }
        ReadinessRun.Asked asked = ReadinessRun.Asked.ofAll(records, mappings, Optional.ofNullable(on));
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressLine progress = main.progress(err)) {
            ReadinessReport report =
                    new ReadinessRun(found, agreement, asked, ItemFiles.readOr(items), main.clock(), err).run(progress);
            report.taken().forEach(err::println);
            return Optional.of(report);
        }
    }

    private boolean isForAll() {
        return actor == null || actor.equals("all");
    }

    private List<String> actors(Agreement agreement) {
        List<String> all = agreement.actors().stream().map(Actor::name).toList();
        String asked = actor;
        if (asked == null || isForAll()) {
            List<String> parties = agreement.members("party").orElse(List.of());
            return parties.isEmpty() ? all : parties;
        }
        if (!all.contains(asked)) {
            throw Refusal.usage(
                    "--for: nobody in this agreement is called `" + asked + "`",
                    Suggestion.help(asked, all, "actors are " + Suggestion.list(all)));
        }
        return List.of(asked);
    }
}
