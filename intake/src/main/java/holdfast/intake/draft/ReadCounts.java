package holdfast.intake.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts rows and records while a file is read. */
public final class ReadCounts {
    private static final int SHOWN = 5;

    public long rows;
    /** Rows of which at least one record came. */
    public long mapped;

    public long refused;
    public final Map<String, Long> leftOut = new LinkedHashMap<>();
    public final Map<String, Long> notUsed = new LinkedHashMap<>();

    public final Map<String, Long> records = new LinkedHashMap<>();
    public final Map<String, Long> leftOutRecords = new LinkedHashMap<>();
    public final Map<String, Long> notUsedAttributes = new LinkedHashMap<>();

    public final List<EditionCounts> editions = new ArrayList<>();

    /** What has been counted, and is not among {@link #records} yet. */
    private final Map<String, Counter> counters = new LinkedHashMap<>();

    private static final class Counter {
        private long count;
    }

    /** Counts by event, or by kind for what is no observation. */
    public void record(RecordDraft draft) {
        String name = draft.kind == RecordKind.OBSERVATION ? draft.event : draft.kind.word();
        counters.computeIfAbsent(name, n -> new Counter()).count++;
    }

    /** Counts records of an event of which one has been counted before. */
    public void more(String event, long count) {
        counters.computeIfAbsent(event, n -> new Counter()).count += count;
    }

    public void settle() {
        counters.forEach((name, counter) -> records.merge(name, counter.count, Long::sum));
        counters.clear();
    }

    /** The first rows that were left out, or not used, by reason or event. */
    public final Map<String, List<Long>> firstRows = new LinkedHashMap<>();

    public void row(Map<String, Long> counts, String name, long line) {
        one(counts, name);
        List<Long> rowsOf = firstRows.computeIfAbsent(name, n -> new ArrayList<>());
        if (rowsOf.size() < SHOWN && !rowsOf.contains(line)) {
            rowsOf.add(line);
        }
    }

    public static void one(Map<String, Long> counts, String name) {
        counts.merge(name, 1L, Long::sum);
    }

    public void addAll(ReadCounts other) {
        other.settle();
        settle();
        rows += other.rows;
        mapped += other.mapped;
        refused += other.refused;
        addAll(leftOut, other.leftOut);
        addAll(notUsed, other.notUsed);
        addAll(records, other.records);
        addAll(leftOutRecords, other.leftOutRecords);
        addAll(notUsedAttributes, other.notUsedAttributes);
        editions.addAll(other.editions);
        other.firstRows.forEach(firstRows::putIfAbsent);
    }

    private static void addAll(Map<String, Long> to, Map<String, Long> from) {
        from.forEach((name, count) -> to.merge(name, count, Long::sum));
    }
}
