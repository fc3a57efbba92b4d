package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.ReadinessRun;
import holdfast.cli.replay.RecordFiles;
import holdfast.language.diagnostic.ProblemText;
import holdfast.language.model.Agreement;
import holdfast.readiness.items.ItemList;
import holdfast.report.page.Colours;
import holdfast.report.readiness.ReadinessReport;
import holdfast.report.readiness.ReadinessText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "readiness",
        mixinStandardHelpOptions = true,
        description =
                "What was needed, promised, sent and is in service; what is late, what nobody offers, and what falls"
                        + " away if one giver stops.")
final class ReadinessCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            completionCandidates = Main.ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--records",
            paramLabel = "R",
            description = "a file of records; repeatable. If none is given: the agreement's own")
    List<Path> records = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description = "how somebody else's file is read; one for all files, or one for each")
    List<Path> mappings = List.of();

    @Option(
            names = "--items",
            paramLabel = "F",
            description = "a list of items: what they are also called, what stands in for what (docs/readiness.md)")
    @Nullable
    Path items;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "the day asked about; a later one than any record: what is to be expected by then")
    @Nullable
    String on;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "the moment of knowledge: what became known later does not count. A day means its end")
    @Nullable
    String asOf;

    @Option(names = "--without", paramLabel = "GIVER", description = "what falls away if this giver stops")
    @Nullable
    String without;

    @Option(names = "--for", paramLabel = "ACTOR", description = "only what this actor gives or receives")
    @Nullable
    String concerning;

    @Option(names = "--public", description = "only sums and ages: no giver, no case, no record")
    boolean sumsOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ReadinessCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(found.document(), err);
        ItemList list = items == null ? ItemList.NONE : items(items);
        ReadinessRun.Asked asked = new ReadinessRun.Asked(
                records,
                mappings,
                Optional.ofNullable(asOf),
                Optional.ofNullable(on),
                Optional.ofNullable(without).map(w -> ActorName.of(agreement, "--without", w)),
                Optional.ofNullable(concerning).map(c -> ActorName.of(agreement, "--for", c)),
                sumsOnly);
        ReadinessReport report;
        try (ProgressLine progress = main.progress(err)) {
            report = new ReadinessRun(found, agreement, asked, list, main.clock(), err).run(progress);
        }
        report.taken().forEach(out::println);
        out.print(ReadinessText.of(report, main.looks().colours() ? Colours.ON : Colours.OFF));
        return 0;
    }

    private static ItemList items(Path path) throws IOException {
        RecordFiles.checked(path);
        ItemList.Parsed parsed = ItemList.parse(path.toString(), Files.readAllBytes(path));
        return parsed.items()
                .orElseThrow(() -> Refusal.findings(
                        "the list of items cannot be used\n"
                                + ProblemText.of(parsed.problems()).stripTrailing(),
                        "docs/readiness.md says how a list of items is written"));
    }
}
