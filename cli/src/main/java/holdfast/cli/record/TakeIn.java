package holdfast.cli.record;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.NewFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.DigestedSource;
import holdfast.cli.replay.MapRecords;
import holdfast.cli.replay.RecordFiles;
import holdfast.engine.Record;
import holdfast.intake.RecordSource;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.mapping.Mapping;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.DataSet;
import holdfast.record.ingest.Digests;
import holdfast.record.ingest.EditionRefused;
import holdfast.record.ingest.Import;
import holdfast.record.ingest.ImportReport;
import holdfast.record.ingest.Rejects;
import holdfast.record.keep.SharedRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes files into a record, and tells what became of them. */
final class TakeIn {
    private static final int PROBLEMS = 20;

    private final Around around;
    private final PlaceOption.Writing writing;
    private final FilesOption files;
    private final PrintWriter out;
    private final PrintWriter err;
    private long withdrawing;
    private ZoneId zone = ZoneOffset.UTC;

    TakeIn(Around around, PlaceOption.Writing writing, FilesOption files, PrintWriter out, PrintWriter err) {
        this.around = around;
        this.writing = writing;
        this.files = files;
        this.out = out;
        this.err = err;
    }

    /** Which edition of which data set the files are, as the command line says it. */
    record Edition(Optional<String> of, Optional<String> name, OptionalLong published) {
        static final Edition NONE = new Edition(Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    /** Of a record that was opened, with the zone of its agreement. */
    interface EditionOf {
        Edition in(Agreement agreement);
    }

    /** @param records how many an edition may withdraw, be it more than half */
    TakeIn withdrawing(long records) {
        withdrawing = records;
        return this;
    }

    int run(EditionOf edition) {
        if (files.files.isEmpty()) {
            throw Refusal.usage("no file was given", "name one: `holdfast record import RECORD FILE`");
        }
        if (files.rejects != null) {
            NewFile.check("--rejects", files.rejects);
        }
        try (ProgressLine progress = around.progress().apply(err)) {
            return writing.submitting(around, record -> run(record, edition, progress));
        } catch (Import.NameTaken e) {
            throw Refusal.usage(
                    String.valueOf(e.getMessage()), "give this edition a name of its own: `--edition NAME`");
        } catch (EditionRefused e) {
            throw EditionWords.refusal(e, zone);
        } catch (Import.StaleEdition e) {
            e.problems().stream().limit(PROBLEMS).map(ProblemLine::of).forEach(err::println);
            throw Refusal.findings(
                    String.valueOf(e.getMessage()), "the agreement was amended since; mend what it no longer declares");
        }
    }

    private int run(SharedRecord record, EditionOf edition, ProgressLine progress) {
        Agreement agreement = Told.agreement(record);
        zone = agreement.zone();
        List<Path> maps = files.files.stream().filter(MapRecords::areMaps).toList();
        List<RecordFiles.Pair> pairs = RecordFiles.choose(
                new AgreementFile(writing.at.shown(), Path.of(""), Optional.empty(), Optional.empty()),
                files.files.stream().filter(f -> !maps.contains(f)).toList(),
                maps.isEmpty() || maps.size() < files.files.size() ? files.howRead.mappings() : List.of());
        List<Record> shown = MapRecords.read(maps, files.howRead.rules(), agreement, err, progress)
                .records();
        Optional<DataSet> set = set(edition.in(agreement), pairs);
        List<RecordSource> sources =
                pairs.stream().map(p -> new DigestedSource(p).source()).toList();
        Import taking = new Import(agreement, set, shown, files.dryRun, this::foretell, progress);
        if (files.rejects == null) {
            ImportReport report = taking.run(record, writing.from(record), sources);
            return told(report, record);
        }
        if (sources.size() != 1) {
            throw Refusal.usage("--rejects is for one file of records at a time", "give the files one by one");
        }
        Rejects.Taken taken = Rejects.take(taking, record, writing.from(record), sources.getFirst());
        taken.rejected().ifPresent(this::write);
        return told(taken.report(), record);
    }

    /** A file of somebody else's is a data set, of which there may be later editions; it is called as its mapping is, if nobody says otherwise. */
    private Optional<DataSet> set(Edition edition, List<RecordFiles.Pair> pairs) {
        if (edition.of().isPresent() && pairs.size() != 1) {
            throw Refusal.usage(
                    "--edition-of: an edition is one file, and " + pairs.size() + " were given",
                    "put its parts into one file: what is missing in an edition is withdrawn");
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        RecordFiles.Pair one = pairs.getFirst();
        Optional<String> title =
                one.mapping().map(m -> m.mapping()).map(Mapping::title).filter(t -> !t.isBlank());
        return edition.of()
                .or(() -> title)
                .map(source -> new DataSet(
                        source,
                        edition.name().orElseGet(() -> stem(one.data())),
                        edition.of().isPresent(),
                        edition.published(),
                        digests(pairs)));
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static List<Statement.File> digests(List<RecordFiles.Pair> pairs) {
        try {
            List<Statement.File> all = new ArrayList<>();
            for (RecordFiles.Pair pair : pairs) {
                if (!Files.isRegularFile(pair.data())) {
                    // What can be read only once, such as a pipe, is not known again.
                    return List.of();
                }
                all.add(Digests.of(pair.data()));
                if (pair.mapping().isPresent()) {
                    all.add(Digests.of(pair.mapping().get().file()));
                }
            }
            return all;
        } catch (IOException e) {
            throw Refusal.usage("the files cannot be read to their end", "write what comes through a pipe into a file");
        }
    }

    /** What will be done is said before it is done. */
    private void foretell(ImportReport report) {
        if (report.already().isPresent()) {
            return;
        }
        said(report);
        if (!files.dryRun) {
            report.editions().forEach(this::checkWithdrawn);
        }
    }

    /** A file that is only a part of its data set would take the rest of it away. */
    private void checkWithdrawn(EditionCounts counts) {
        long before = counts.withdrawn() + counts.corrected() + counts.unchanged();
        if (counts.withdrawn() * 2 > before && counts.withdrawn() != withdrawing) {
            throw Refusal.findings(
                    "this edition would withdraw " + Told.counted(counts.withdrawn(), "record", "records") + " of "
                            + before + "; nothing was taken",
                    "is the file the whole of the data set? If so, say `--withdraw " + counts.withdrawn() + "`");
        }
    }

    private void said(ImportReport report) {
        if (files.dryRun) {
            report.rows().forEach(r -> out.println("  " + Rows.text(r)));
        }
        report.editions().forEach(e -> out.println(e.text()));
        report.leftOut().forEach((reason, n) -> out.println(Told.counted(n, "row", "rows") + " left out: " + reason));
        report.notUsed()
                .forEach((event, n) -> out.println(
                        Told.counted(n, "row", "rows") + " not used: the agreement declares no event `" + event + "`"));
    }

    private int told(ImportReport report, SharedRecord record) {
        report.problems().stream().limit(PROBLEMS).map(ProblemLine::of).forEach(err::println);
        long more = report.problems().size() - PROBLEMS + report.moreProblems();
        if (more > 0) {
            err.println("and " + more + " more problems");
        }
        if (!report.isGood()) {
            throw Refusal.findings(
                    "nothing was taken",
                    "mend the file or its mapping and try again; `--rejects OUT.csv` takes the rows that are good, and"
                            + " writes the others there");
        }
        report.already().ifPresent(e -> EditionWords.already(e, Import.editions(record.store()), out));
        out.println(result(report));
        if (!files.dryRun) {
            Told.checkpoint(record, out);
        }
        return 0;
    }

    private String result(ImportReport report) {
        long added = report.added();
        String there = report.there() == 0
                ? ""
                : "; " + Told.counted(report.there(), "record is", "records are") + " there already, word for word";
        if (added == 0) {
            return "Nothing changes" + there + ".";
        }
        return (files.dryRun ? "Would be added: " : "Added: ") + Told.counted(added, "record", "records") + there + "."
                + (files.dryRun ? " Nothing was kept." : "");
    }

    private void write(Rejects.Rejected rejected) {
        if (files.dryRun) {
            out.println(Told.counted(rejected.rows(), "row", "rows") + " would go to " + files.rejects + ".");
            return;
        }
        NewFile.write(
                "--rejects",
                java.util.Objects.requireNonNull(files.rejects),
                rejected.csv().getBytes(StandardCharsets.UTF_8));
        rejected.problems().stream().limit(PROBLEMS).map(ProblemLine::of).forEach(err::println);
        out.println(Told.counted(rejected.rows(), "row was", "rows were") + " not taken, and written to "
                + files.rejects + ": mend them there, and give that file as you gave this one.");
        rejected.unreadable()
                .forEach(line -> out.println(
                        "Line " + line + " is not in it: it is no row. Mend it in the file that you gave."));
    }
}
