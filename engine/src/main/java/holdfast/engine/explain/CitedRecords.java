package holdfast.engine.explain;

import holdfast.engine.Record;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The few records that an explanation quotes, as they stood at a moment of knowledge: corrections applied, withdrawals taken into account
 * (semantics, section 2). It needs only the cited records and those about them, not the whole history.
 */
public final class CitedRecords {
    private static final Comparator<Record> ORDER =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    public static final CitedRecords NONE = new CitedRecords(List.of(), Long.MAX_VALUE);

    private final Map<String, Record> known = new HashMap<>();
    private final Map<String, Record> withdrawals = new HashMap<>();

    /** @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z: what became known later is left out */
    public CitedRecords(Collection<? extends Record> records, long asOf) {
        for (Record record : records) {
            if (record.recorded() <= asOf) {
                known.put(record.id(), record);
                if (record instanceof Record.Withdrawal) {
                    withdrawals.put(record.id(), record);
                }
            }
        }
    }

    /** The record by which this observation became known; its source and date are the ones to cite. */
    public Optional<Record.Observation> original(String id) {
        return known.get(id) instanceof Record.Observation o ? Optional.of(o) : Optional.empty();
    }

    /** What the observation says now: its latest live correction, or itself. */
    public Optional<Record.Observation> current(String id) {
        return versions(id).map(Record.Observation.class::cast);
    }

    /** Live attributions about the observation or one of its corrections, earliest first. */
    public List<Record.Attribution> attributions(String id) {
        return known.values().stream()
                .filter(r -> r instanceof Record.Attribution && isRoot(r))
                .flatMap(r -> versions(r.id()).stream())
                .map(Record.Attribution.class::cast)
                .filter(a -> root(a.about()).equals(Optional.of(id)))
                .sorted(ORDER)
                .toList();
    }

    /** Live findings on the clause's breaches, on any of these observations, or on a term or question; earliest first. */
    public List<Record.Finding> findings(String clause, Collection<String> observations) {
        Set<String> ids = new HashSet<>(observations);
        return findings().stream().filter(f -> concerns(f, clause, ids)).toList();
    }

    /** Live findings on a term or question; earliest first. */
    public List<Record.Finding> rulings(String term) {
        return findings().stream()
                .filter(f -> f.term().equals(Optional.of(term)))
                .toList();
    }

    private boolean concerns(Record.Finding finding, String clause, Set<String> ids) {
        boolean aboutOne =
                finding.about().flatMap(this::root).filter(ids::contains).isPresent();
        if (finding.clause().isPresent()) {
            return finding.clause().get().equals(clause) && (finding.about().isEmpty() || aboutOne);
        }
        return finding.term().isEmpty() && aboutOne;
    }

    private List<Record.Finding> findings() {
        return known.values().stream()
                .filter(r -> r instanceof Record.Finding && isRoot(r))
                .flatMap(r -> versions(r.id()).stream())
                .map(Record.Finding.class::cast)
                .sorted(ORDER)
                .toList();
    }

    private static boolean isRoot(Record record) {
        return record.corrects().isEmpty();
    }

    private Optional<Record> versions(String root) {
        Record original = known.get(root);
        if (original == null || !isRoot(original) || !live(original)) {
            return Optional.empty();
        }
        return known.values().stream()
                .filter(r -> r.getClass() == original.getClass() && live(r))
                .filter(r -> root(r.id()).equals(Optional.of(root)))
                .max(ORDER);
    }

    /** The root of the chain of corrections in which the record stands; none if the chain is broken. */
    private Optional<String> root(String id) {
        Set<String> seen = new LinkedHashSet<>();
        Record record = known.get(id);
        while (record != null && seen.add(record.id())) {
            if (record.corrects().isEmpty()) {
                return Optional.of(record.id());
            }
            Record earlier = known.get(record.corrects().get());
            if (earlier == null || earlier.getClass() != record.getClass() || ORDER.compare(earlier, record) >= 0) {
                return Optional.empty();
            }
            record = earlier;
        }
        return Optional.empty();
    }

    private boolean live(Record record) {
        return withdrawals.values().stream()
                .noneMatch(w -> w instanceof Record.Withdrawal(var id, var at, var source, String withdraws)
                        && withdraws.equals(record.id())
                        && ORDER.compare(record, w) < 0
                        && live(w));
    }
}
