package holdfast.intake;

import holdfast.intake.draft.EditionCounts;
import holdfast.intake.draft.ReadCounts;
import holdfast.intake.mapping.UnusedParts;
import holdfast.intake.problem.Problems;
import holdfast.language.diagnostic.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows of the files read together. Every row is in exactly one place:
 * {@code rows = mapped + leftOut + notUsed + refused}.
 *
 * @param rows read
 * @param mapped rows of which at least one record came
 * @param leftOut rows that the mapping leaves out, by reason
 * @param notUsed rows of which nothing came because the agreement declares no such event, by event
 * @param refused rows with an error
 * @param records by event, and for other records by kind
 * @param leftOutRecords parts of mapped rows that were left out, by reason
 * @param notUsedAttributes values whose attribute the agreement's event does not have, by {@code event.attribute}
 * @param firstRows the first rows left out or not used, by reason or event
 * @param editions what editions changed of those that they replace
 * @param problems the first ones, errors and warnings
 * @param moreProblems how many further ones there are
 * @param errors how many of all problems are errors; if any, the records do not count
 * @param unused what of each mapping was of no use, where something was not
 * @param unread events that the agreement declares and no record is of
 */
public record ReadReport(
        long rows,
        long mapped,
        Map<String, Long> leftOut,
        Map<String, Long> notUsed,
        long refused,
        Map<String, Long> records,
        Map<String, Long> leftOutRecords,
        Map<String, Long> notUsedAttributes,
        Map<String, List<Long>> firstRows,
        List<EditionCounts> editions,
        List<Problem> problems,
        long moreProblems,
        long errors,
        List<UnusedParts> unused,
        List<String> unread) {

    public ReadReport {
        leftOut = ordered(leftOut);
        notUsed = ordered(notUsed);
        records = ordered(records);
        leftOutRecords = ordered(leftOutRecords);
        notUsedAttributes = ordered(notUsedAttributes);
        firstRows = Map.copyOf(firstRows);
        editions = List.copyOf(editions);
        problems = List.copyOf(problems);
        unused = List.copyOf(unused);
        unread = List.copyOf(unread);
    }

    static ReadReport of(ReadCounts counts, Problems problems, List<UnusedParts> unused, List<String> unread) {
        counts.settle();
        return new ReadReport(
                counts.rows,
                counts.mapped,
                counts.leftOut,
                counts.notUsed,
                counts.refused,
                counts.records,
                counts.leftOutRecords,
                counts.notUsedAttributes,
                counts.firstRows,
                counts.editions,
                problems.kept(),
                problems.more(),
                problems.errors(),
                unused,
                unread);
    }

    /** Whether the records count: there is no error. */
    public boolean isGood() {
        return errors == 0;
    }

    /** How many records came of all rows. */
    public long recordCount() {
        return sum(records);
    }

    public long leftOutCount() {
        return sum(leftOut);
    }

    public long notUsedCount() {
        return sum(notUsed);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> ordered(Map<String, Long> counts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
