package holdfast.engine.horizon;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What went to the archive, counted. */
public final class Final {
    /**
     * Verdicts of one kind.
     *
     * @param number at least 1
     */
    public record Count(String clause, Reading reading, Status status, long number) {}

    private record Kind(String clause, Reading reading, Status status) {}

    private record Borne(String clause, Reading reading, String bearer) {}

    static final Final NONE = new Final(Map.of(), Set.of());

    private final Map<Kind, Long> counts;
    private final Set<Borne> borne;

    private Final(Map<Kind, Long> counts, Set<Borne> borne) {
        this.counts = counts;
        this.borne = borne;
    }

    /** These and more. */
    Final with(List<Verdict> more) {
        Map<Kind, Long> counted = new HashMap<>(counts);
        Set<Borne> all = new HashSet<>(borne);
        for (Verdict verdict : more) {
            counted.merge(new Kind(verdict.clause(), verdict.reading(), verdict.status()), 1L, Long::sum);
            all.add(new Borne(verdict.clause(), verdict.reading(), verdict.bearer()));
            all.add(new Borne(verdict.clause(), verdict.reading(), ""));
        }
        return new Final(counted, all);
    }

    /** Whether it is said only for want of what is in the archive: that somebody kept a clause, or that it is not yet due. */
    boolean denies(Verdict verdict) {
        if (!isBare(verdict)) {
            return false;
        }
        boolean ofNobody = verdict.bearer().equals(Verdict.ANYONE)
                || verdict.bearer().equals(Verdict.NOBODY_NAMED)
                || verdict.bearer().startsWith("each ");
        return borne.contains(new Borne(verdict.clause(), verdict.reading(), ofNobody ? "" : verdict.bearer()));
    }

    /** Whether it rests on nothing that happened. */
    static boolean isBare(Verdict verdict) {
        return verdict.records().isEmpty()
                && verdict.since().isEmpty()
                && verdict.due().isEmpty();
    }

    /** In the order of clause, reading and status. */
    public List<Count> counts() {
        return counts.entrySet().stream()
                .map(e -> new Count(e.getKey().clause, e.getKey().reading, e.getKey().status, e.getValue()))
                .sorted(Comparator.comparing(Count::clause)
                        .thenComparing(c -> c.reading().toString())
                        .thenComparing(Count::status))
                .toList();
    }
}
