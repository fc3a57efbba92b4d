package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.match.ItemFiles;
import holdfast.cli.match.MatchInput;
import holdfast.cli.option.PageOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.cli.replay.ReadinessRun;
import holdfast.language.model.Agreement;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.match.Advisor;
import holdfast.readiness.match.Effort;
import holdfast.readiness.match.Matching;
import holdfast.readiness.match.NoSolver;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.open.OpenQuestion;
import holdfast.report.match.MatchHtml;
import holdfast.report.match.MatchJson;
import holdfast.report.match.MatchReport;
import holdfast.report.match.MatchText;
import holdfast.report.page.Colours;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description =
                "Says which offers should serve which needs, why what is unmet is unmet, and what to ask for next.")
final class MatchCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description =
                    "an agreement whose records tell of needs and offers, or its name; without it: `--needs` and `--offers`")
    @Nullable
    String file;

    @Option(
            names = "--records",
            paramLabel = "R",
            description = "of an agreement: a file of records; repeatable. If none is given: its own")
    List<Path> records = List.of();

    @Option(names = "--mapping", paramLabel = "M", description = "of an agreement: how somebody else's file is read")
    List<Path> mappings = List.of();

    @Option(
            names = "--needs",
            paramLabel = "CSV",
            description = "a table of needs: id, item, quantity, by_day, priority (docs/match.md)")
    @Nullable
    Path needs;

    @Option(
            names = "--offers",
            paramLabel = "CSV",
            description = "a table of offers: id, giver, item, quantity, available_from, and more")
    @Nullable
    Path offers;

    @Option(
            names = "--items",
            paramLabel = "ITEMS",
            description = "of an agreement: a list of items (docs/readiness.md); with tables: a table of them")
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

    @Option(names = "--public", description = "only sums by item and priority: no need, no giver, no offer")
    boolean sumsOnly;

    @Option(names = "--json", description = "as JSON (docs/match.schema.json)")
    boolean json;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

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
        if (json && sumsOnly) {
            throw Refusal.usage("`--json` tells the whole plan, and `--public` only sums", "leave one of them out");
        }
        pages.check();
        PrintWriter out = spec.commandLine().getOut();
        MatchQuestion question = question();
        try {
            Matching matching = Matching.of(question, new Effort(work));
            MatchReport report =
                    MatchReport.of(matching, Advisor.advise(matching, new Effort(work / 2)), sumsOnly, Version.text());
            if (pages.areGiven()) {
                pages.write(MatchHtml.of(report), json ? spec.commandLine().getErr() : out);
            }
            if (json) {
                MatchJson.write(report, out);
            } else if (!pages.areGiven()) {
                out.print(MatchText.of(report, main.looks().colours() ? Colours.ON : Colours.OFF));
            }
            return 0;
        } catch (NoSolver e) {
            throw Refusal.usage(
                    "the solver does not run on this machine: " + e.getMessage(),
                    "it is made for Linux, macOS and Windows on 64 bits; docs/match.md");
        }
    }

    private MatchQuestion question() throws IOException {
        if (file == null) {
            return MatchInput.read(given("--needs", needs), given("--offers", offers), items, plan);
        }
        if (needs != null || offers != null) {
            throw Refusal.usage(
                    "needs and offers come from the records of an agreement, or from tables",
                    "leave `" + file + "` out, or `--needs` and `--offers`");
        }
        return ofAgreement(file);
    }

    private static Path given(String option, @Nullable Path table) {
        if (table == null) {
            throw Refusal.usage(
                    "`holdfast match` needs an agreement, or `--needs` and `--offers`; `" + option + "` is missing",
                    "`holdfast match agreement.md --records given.csv`, or"
                            + " `holdfast match --needs needs.csv --offers offers.csv`");
        }
        return table;
    }

    private MatchQuestion ofAgreement(String name) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        AgreementFile found = AgreementFile.find(name, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(found.document(), err);
        ReadinessRun.Asked asked = ReadinessRun.Asked.ofAll(records, mappings, Optional.empty());
        ItemList list = ItemFiles.readOr(items);
        OpenQuestion open;
        try (ProgressLine progress = main.progress(err)) {
            open = OpenQuestion.of(
                    new ReadinessRun(found, agreement, asked, list, main.clock(), err)
                            .run(progress)
                            .ledger(),
                    list);
        }
        open.leftOut().forEach(err::println);
        return MatchInput.of(open, plan);
    }
}
