package holdfast.record.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import holdfast.intake.RecordSource;
import holdfast.intake.rows.KeptBack;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.record.keep.SharedRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes the good rows of a file, and gives back the others with what is wrong with each. */
public final class Rejects {
    /** A row that is kept back may be what another one refers to, which is kept back in turn. */
    private static final int ROUNDS = 20;

    private Rejects() {}

    public record Taken(ImportReport report, Optional<Rejected> rejected) {}

    /**
     * @param csv the rows, as a table with the file's own columns
     * @param problems what is wrong with them
     * @param unreadable lines that are no rows, and not among them
     */
    public record Rejected(String csv, int rows, List<Problem> problems, List<Long> unreadable) {}

    /** Where what is wrong is not a matter of single rows, the report is not good and nothing was taken. */
    public static Taken take(Import taking, SharedRecord record, String from, RecordSource source) {
        KeptBack kept = new KeptBack();
        RecordSource without = new RecordSource(source.input().without(kept), source.mapping(), source.earlier());
        List<Problem> problems = new ArrayList<>();
        ImportReport report = taking.run(record, from, List.of(without));
        for (int i = 0; i < ROUNDS && !report.isGood(); i++) {
            int before = kept.size();
            for (Problem problem : report.problems()) {
                if (problem.isError()) {
                    line(problem.place()).ifPresent(kept::keep);
                    problems.add(problem);
                }
            }
            if (kept.size() == before) {
                return new Taken(report, Optional.empty());
            }
            report = taking.run(record, from, List.of(without));
        }
        return new Taken(
                report,
                report.isGood() && kept.size() > 0
                        ? Optional.of(new Rejected(csv(kept), kept.rows().size(), problems, kept.unreadable()))
                        : Optional.empty());
    }

    private static OptionalLong line(Place place) {
        return switch (place) {
            case Place.InTable table when table.number() > 0 -> OptionalLong.of(table.number());
            case Place.InSheet sheet when sheet.row() > 0 -> OptionalLong.of(sheet.row());
            case Place.InTable t -> OptionalLong.empty();
            case Place.InSheet s -> OptionalLong.empty();
            case Place.WholeFile f -> OptionalLong.empty();
            case Place.InText t -> OptionalLong.empty();
            case Place.InParagraph p -> OptionalLong.empty();
            case Place.OnMap m -> OptionalLong.empty();
            case Place.OfZone z -> OptionalLong.empty();
        };
    }

    private static String csv(KeptBack kept) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            write(kept, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(KeptBack kept, CsvWriter csv) {
        if (kept.hasHeader()) {
            csv.writeRecord(kept.columns());
        }
        for (List<String> row : kept.rows()) {
            List<String> cells = new ArrayList<>(row);
            while (cells.size() < kept.columns().size()) {
                cells.add("");
            }
            csv.writeRecord(cells);
        }
    }
}
