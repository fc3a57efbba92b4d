package holdfast.cli;

import holdfast.cli.agreement.ActorName;
import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.match.ItemFiles;
import holdfast.cli.option.PageOptions;
import holdfast.cli.output.OutputFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.ReadinessRun;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Agreement;
import holdfast.readiness.items.ItemList;
import holdfast.report.page.Colours;
import holdfast.report.readiness.ReadinessCsv;
import holdfast.report.readiness.ReadinessHtml;
import holdfast.report.readiness.ReadinessJson;
import holdfast.report.readiness.ReadinessReport;
import holdfast.report.readiness.ReadinessSheets;
import holdfast.report.readiness.ReadinessText;
import holdfast.report.readiness.ReadinessWorkbook;
import holdfast.report.readiness.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
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
        name = "readiness",
        mixinStandardHelpOptions = true,
        description =
                "What was needed, promised, sent and is in service; what is late, what nobody offers, and what falls"
                        + " away if one giver stops.")
final class ReadinessCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
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
            description =
                    "how somebody else's file is read; one for all files, or one for each (`own`: it has Holdfast's own form)")
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

    @Option(names = "--json", description = "as JSON (docs/readiness.schema.json)")
    boolean json;

    @Option(
            names = "--csv",
            paramLabel = "TABLE",
            arity = "0..1",
            fallbackValue = "items",
            completionCandidates = Tables.class,
            description = "one table: ${COMPLETION-CANDIDATES}; `items` if not said")
    @Nullable
    String csv;

    @Option(names = "--xlsx", paramLabel = "OUT", description = "write a workbook with all tables, a sheet for each")
    @Nullable
    Path xlsx;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    /** The tables that can be asked for. */
    static final class Tables implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReadinessSheets.NAMES.iterator();
        }
    }

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
        check();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(found.document(), err);
        ItemList list = ItemFiles.readOr(items);
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
        boolean toRead = !json && csv == null;
        report.taken().forEach(toRead ? out::println : err::println);
        write(report, toRead ? out : err);
        if (json) {
            ReadinessJson.write(report, out);
        } else if (csv != null) {
            ReadinessCsv.write(sheet(report, csv), out);
        } else if (!pages.areGiven() && xlsx == null) {
            out.print(ReadinessText.of(report, main.looks().colours() ? Colours.ON : Colours.OFF));
        }
        return report.allGood() ? 0 : Refusal.FINDINGS;
    }

    /** Before the work, not after it. */
    private void check() {
        if (sumsOnly && (without != null || concerning != null)) {
            throw Refusal.usage(
                    "`--public` names no giver, and `" + (without != null ? "--without" : "--for") + "` names one",
                    "leave one of them out");
        }
        if (json && csv != null) {
            throw Refusal.usage("`--json` and `--csv` are two forms of one answer", "ask for one of them");
        }
        if (csv != null && !ReadinessSheets.NAMES.contains(csv)) {
            throw Refusal.usage(
                    "--csv: there is no table `" + csv + "`",
                    Suggestion.nearest(csv, ReadinessSheets.NAMES)
                            .map(near -> Suggestion.didYouMean(String.valueOf(csv), near))
                            .orElse("there are " + Suggestion.list(ReadinessSheets.NAMES)));
        }
        pages.check();
        if (xlsx != null) {
            OutputFile.check("--xlsx", xlsx, file -> isOurs(Files.readAllBytes(file)));
        }
    }

    private static boolean isOurs(byte[] file) throws IOException {
        return file.length == 0 || ReadinessWorkbook.isOurs(file);
    }

    private void write(ReadinessReport report, PrintWriter said) {
        if (pages.areGiven()) {
            pages.write(ReadinessHtml.of(report), said);
        }
        if (xlsx != null) {
            OutputFile.write("--xlsx", xlsx, ReadinessWorkbook.of(ReadinessSheets.of(report)));
            said.println("written: " + xlsx);
        }
    }

    private static Sheet sheet(ReadinessReport report, String name) {
        return ReadinessSheets.of(report).stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(
                        "--csv: `" + name + "` tells more than sums, and `--public` shows only these",
                        "leave `--public` out, or ask for `items` or `goals`"));
    }
}
