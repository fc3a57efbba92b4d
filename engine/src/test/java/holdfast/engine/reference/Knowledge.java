package holdfast.engine.reference;

import holdfast.engine.Record;
import holdfast.engine.Record.Withdrawal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Section 2, first half: which records are known at k, which are live, and which replace which. */
final class Knowledge {

    /** r ≺ s. */
    static final Comparator<Record> EARLIER =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    /** Known(k), in the order ≺. */
    private final List<Record> known;

    private final Map<String, Record> byId = new HashMap<>();
    private final Map<String, Boolean> live = new HashMap<>();

    Knowledge(Collection<Record> records, long k) {
        known = records.stream().filter(r -> r.recorded() <= k).sorted(EARLIER).toList();
        known.forEach(r -> byId.put(r.id(), r));
    }

    static boolean precedes(Record r, Record s) {
        return EARLIER.compare(r, s) < 0;
    }

    /** r in Known(k), and no w live at k withdraws r with r ≺ w. */
    boolean isLive(Record r) {
        Boolean found = live.get(r.id());
        if (found == null) {
            found = known.stream()
                    .noneMatch(w -> w instanceof Withdrawal withdrawal
                            && withdrawal.withdraws().equals(r.id())
                            && precedes(r, w)
                            && isLive(w));
            live.put(r.id(), found);
        }
        return found;
    }

    /** root(r): itself, or that of what it corrects; none if that is unknown, later or of another kind. */
    Optional<Record> root(Record r) {
        if (r.corrects().isEmpty()) {
            return Optional.of(r);
        }
        Record c = byId.get(r.corrects().get());
        return c != null && precedes(c, r) && c.getClass() == r.getClass() ? root(c) : Optional.empty();
    }

    /** The root of the record with this id. */
    Optional<Record> root(String id) {
        return Optional.ofNullable(byId.get(id)).flatMap(this::root);
    }

    /** The live roots of one kind, each with its version: the ≺-greatest live record with that root. In the order ≺ of the roots. */
    <R extends Record> List<Versioned<R>> versions(Class<R> kind) {
        List<Versioned<R>> all = new ArrayList<>();
        for (Record o : known) {
            if (kind.isInstance(o) && o.corrects().isEmpty() && isLive(o)) {
                Record v = known.stream()
                        .filter(r -> isLive(r) && root(r).equals(Optional.of(o)))
                        .reduce((first, second) -> second)
                        .orElseThrow();
                all.add(new Versioned<>(kind.cast(o), kind.cast(v)));
            }
        }
        return all;
    }

    record Versioned<R extends Record>(R root, R version) {}
}
