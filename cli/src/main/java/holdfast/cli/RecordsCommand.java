package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.DigestedSource;
import holdfast.cli.replay.RecordFiles;
import holdfast.intake.RecordSource;
import holdfast.intake.RowsRead;
import holdfast.intake.own.CsvRecordWriter;
import holdfast.intake.own.JsonRecordWriter;
import holdfast.intake.own.RecordWriter;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.report.replay.RowsText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        name = "records",
        mixinStandardHelpOptions = true,
        description =
                "Shows what becomes of each row of a file of records, before anything is replayed: what was left out"
                        + " and why, numbers that are zero or empty, days with nothing.")
final class RecordsCommand implements Callable<Integer> {
    enum Form {
        csv,
        jsonl
    }

    @Parameters(index = "0", paramLabel = "TABLE", description = "a file of records")
    Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description = "how somebody else's file is read. If not given: TABLE's name with .mapping.md, beside it")
    @Nullable
    Path mapping;

    @Option(
            names = "--agreement",
            paramLabel = "A",
            completionCandidates = ShippedNames.class,
            description =
                    "whose events, actors and zones the records must fit. If not given: whatever the mapping names")
    @Nullable
    String agreement;

    @Option(names = "--as", paramLabel = "FORM", description = "write the records in Holdfast's own form: csv or jsonl")
    @Nullable
    Form as;

    @Option(names = "--rows", paramLabel = "N", description = "how many records to show; 5 if not given")
    int rows = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    RecordsCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (rows < 0) {
            throw Refusal.usage("--rows: `" + rows + "` is no number of records", "`--rows 0` shows none");
        }
        Path data = RecordFiles.checked(file);
        Optional<RecordFiles.ReadMapping> chosen = mapping();
        Optional<Agreement> text = Optional.ofNullable(agreement)
                .map(a -> AgreementDocuments.readOrRefuse(
                        AgreementFile.find(a, main.shipped()).document(), err));
        if (chosen.isEmpty() && text.isEmpty()) {
            throw Refusal.usage(
                    "nothing says how `" + file + "` is read",
                    "`--mapping M` for somebody else's file (`holdfast mapping FILE` drafts one), or `--agreement A` for a"
                            + " file in Holdfast's own form");
        }
        // What can be read only once, such as a pipe, is kept: ids that come twice are looked up again.
        RecordSource source = new DigestedSource(new RecordFiles.Pair(data, chosen)).source();
        return as == null ? show(source, chosen, text, err) : write(source, text, as, err);
    }

    private Optional<RecordFiles.ReadMapping> mapping() {
        if (mapping != null) {
            return Optional.of(RecordFiles.read(mapping));
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Path beside = file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".mapping.md");
        return Files.isRegularFile(beside) ? Optional.of(RecordFiles.read(beside)) : Optional.empty();
    }

    private int show(
            RecordSource source, Optional<RecordFiles.ReadMapping> chosen, Optional<Agreement> text, PrintWriter err) {
        RowsText rowsText = new RowsText(rows);
        RowsRead read = RowsRead.read(source, text, rowsText);
        String title = file
                + chosen.map(m -> ", read with " + m.file()).orElse("")
                + text.map(a -> ", for " + a.title()).orElse("");
        spec.commandLine().getOut().print(rowsText.text(title, read));
        tell(read, err);
        return read.report().isGood() ? 0 : Refusal.FINDINGS;
    }

    private static void tell(RowsRead read, PrintWriter err) {
        read.report().problems().stream().map(ProblemLine::of).forEach(err::println);
        if (read.report().moreProblems() > 0) {
            err.println("and " + read.report().moreProblems() + " more problems");
        }
    }

    /** All or nothing: nothing is written before the last row has been read. */
    private int write(RecordSource source, Optional<Agreement> text, Form form, PrintWriter err) {
        List<holdfast.engine.Record> records = new ArrayList<>();
        RowsRead read = RowsRead.read(source, text, (record, row) -> records.add(record));
        tell(read, err);
        if (!read.report().isGood()) {
            return Refusal.FINDINGS;
        }
        StringWriter out = new StringWriter();
        try (RecordWriter writer =
                form == Form.csv ? new CsvRecordWriter(out, read.events()) : new JsonRecordWriter(out)) {
            for (holdfast.engine.Record record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spec.commandLine().getOut().print(out);
        return 0;
    }
}
