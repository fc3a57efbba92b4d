package holdfast.record.ingest;

import holdfast.intake.ReadReport;
import holdfast.intake.draft.EditionCounts;
import holdfast.language.diagnostic.Problem;
import holdfast.record.entry.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of files of records.
 *
 * @param read how they were read; null where they need not be read at all
 * @param rows what became of each record, in the order of the files
 * @param refused what the record has against them
 * @param already the edition that was taken in from these very files before
 * @param first the number that the first new entry has, or would have
 */
public record ImportReport(
        @Nullable ReadReport read,
        List<Row> rows,
        List<Problem> refused,
        Optional<Statement.OfEdition> already,
        long first) {
    public ImportReport {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /** What became of a record. */
    public enum Fate {
        ADDED,
        /** The very same is there already. */
        THERE
    }

    /**
     * @param line 0 where it is in no file: it was withdrawn because an edition has it no more, or comes from maps
     * @param entry its number
     */
    public record Row(String file, long line, String id, Fate fate, long entry) {}

    static ImportReport already(Statement.OfEdition edition, long first) {
        return new ImportReport(null, List.of(), List.of(), Optional.of(edition), first);
    }

    /** Whether it can be taken: nothing is wrong with any row. */
    public boolean isGood() {
        return refused.isEmpty() && (read == null || read.isGood());
    }

    public List<Problem> problems() {
        return read == null
                ? refused
                : Stream.concat(read.problems().stream(), refused.stream()).toList();
    }

    /** How many there are that were only counted. */
    public long moreProblems() {
        return read == null ? 0 : read.moreProblems();
    }

    public long added() {
        return rows.stream().filter(r -> r.fate() == Fate.ADDED).count();
    }

    public long there() {
        return rows.stream().filter(r -> r.fate() == Fate.THERE).count();
    }

    /** What editions change of those that they replace. */
    public List<EditionCounts> editions() {
        return read == null ? List.of() : read.editions();
    }

    /** Rows that the mapping leaves out, by reason. */
    public Map<String, Long> leftOut() {
        return read == null ? Map.of() : read.leftOut();
    }

    /** Rows of events that the agreement does not declare. */
    public Map<String, Long> notUsed() {
        return read == null ? Map.of() : read.notUsed();
    }
}
