package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ClauseSources;
import holdfast.cli.agreement.Losses;
import holdfast.cli.agreement.Mending;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Tried;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.report.brief.BriefHtml;
import holdfast.report.brief.BriefText;
import holdfast.report.examination.Examined;
import holdfast.report.page.Colours;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
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
            completionCandidates = Main.ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--for",
            paramLabel = "PARTY",
            description = "for this actor; otherwise, and for `all`, a few sentences for each party")
    @Nullable
    String actor;

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
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        pages.check();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(
                found.document(), spec.commandLine().getErr());
        List<String> actors = actors(agreement);
        Examination examination;
        Map<Finding, Tried> mends;
        try (ProgressLine progress = main.progress(spec.commandLine().getErr())) {
            progress.step("playing what could happen");
            Examiner examiner = new Examiner(
                    Bounds.USUAL, main.shipped().losses().map(Losses::read).orElse(List.of()));
            examination = examiner.examine(agreement);
            progress.step("trying what could be written instead");
            mends = new Mending(found.document(), examiner, Mending.USUAL).tried(examination);
        }
        Examined examined = new Examined(
                found.name(), ClauseSources.of(agreement, found.document()), examination, mends, Version.text());
        if (pages.areGiven()) {
            pages.write(BriefHtml.of(examined, actors), out);
            return 0;
        }
        Colours colours = main.looks().colours() ? Colours.ON : Colours.OFF;
        out.print(
                isForAll()
                        ? BriefText.overview(examined, actors, colours)
                        : BriefText.of(examined, actors.getFirst(), colours));
        return 0;
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
