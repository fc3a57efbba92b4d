package holdfast.engine.monitor.fact;

import holdfast.engine.Record;
import holdfast.engine.monitor.graph.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A record in the docket, with the records that speak about it. */
public final class Entry {
    /** Semantics, section 2: {@code r ≺ s}. */
    static final Comparator<Entry> IN_ORDER =
            Comparator.comparingLong((Entry e) -> e.record.recorded()).thenComparing(e -> e.record.id());

    final Record record;

    private final Authors authors;

    /** The record that this one corrects or withdraws or, for an attribution or a finding, is about; once it has come. */
    @Nullable
    Entry corrects;

    /** What other records say about it; null while nothing does. */
    private @Nullable Echo echo;

    /** For the root of a fact: what currently stands in the history; null if nothing does. */
    @Nullable
    Fact fact;

    /** With which the fact is merged; null if it stands alone. */
    @Nullable
    String incident;

    /** The root, once it is known: it stays the same. */
    private @Nullable Entry root;

    /** Of a withdrawal, what is withdrawn in the end, once it is known. */
    private @Nullable Entry atLast;

    private static final class Echo {
        List<Entry> correctedBy = List.of();
        List<Entry> withdrawnBy = List.of();
        List<Entry> remarks = List.of();
    }

    /** @param authors who may change whose records */
    Entry(Record record, Authors authors) {
        this.record = record;
        this.authors = authors;
    }

    void addCorrection(Entry by) {
        echo().correctedBy = plus(echo().correctedBy, by);
        by.corrects = this;
    }

    void addWithdrawal(Entry by) {
        echo().withdrawnBy = plus(echo().withdrawnBy, by);
        by.corrects = this;
    }

    /** An attribution or a finding about this observation. */
    void addRemark(Entry by) {
        echo().remarks = plus(echo().remarks, by);
    }

    private Echo echo() {
        Echo known = echo;
        if (known == null) {
            known = new Echo();
            echo = known;
        }
        return known;
    }

    private static List<Entry> plus(List<Entry> list, Entry entry) {
        List<Entry> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        longer.add(entry);
        return longer;
    }

    boolean plain() {
        return echo == null && record.corrects().isEmpty();
    }

    boolean precedes(Entry other) {
        return IN_ORDER.compare(this, other) < 0;
    }

    boolean live() {
        if (echo == null) {
            return true;
        }
        for (Entry withdrawal : echo.withdrawnBy) {
            if (precedes(withdrawal) && withdrawal.mayChange(this) && withdrawal.live()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the author of this may change what {@code other} is a version of. */
    boolean mayChange(Entry other) {
        Entry root = other.root();
        return authors.mayChange(record, (root == null ? other : root).record, other.concernsFinding());
    }

    /** Whether it is a finding or withdraws one, perhaps by withdrawing a withdrawal. */
    private boolean concernsFinding() {
        Deque<Entry> path = new ArrayDeque<>();
        Entry at = this;
        while (at.atLast == null && at.record instanceof Record.Withdrawal) {
            Entry withdrawn = at.corrects;
            if (withdrawn == null) {
                return false;
            }
            path.push(at);
            if (!withdrawn.precedes(at)) {
                break;
            }
            at = withdrawn;
        }
        Entry last = at.atLast == null ? at : at.atLast;
        path.forEach(withdrawal -> withdrawal.atLast = last);
        return last.record instanceof Record.Finding;
    }

    /** Null if this corrects something that is unknown, later, of another kind, or not its author's to change. */
    @Nullable
    Entry root() {
        if (root != null) {
            return root;
        }
        // Down a chain of corrections of any length, and back up: a root that is known never changes.
        Deque<Entry> path = new ArrayDeque<>();
        Entry at = this;
        while (at.root == null && !at.record.corrects().isEmpty()) {
            Entry target = at.corrects;
            boolean corrected = target != null
                    && target.precedes(at)
                    && target.record.getClass().equals(at.record.getClass());
            if (!corrected || target == null) {
                return null;
            }
            path.push(at);
            at = target;
        }
        Entry found = at.root == null ? at : at.root;
        at.root = found;
        for (Entry version : path) {
            if (!version.mayChange(found)) {
                return null;
            }
            version.root = found;
        }
        return found;
    }

    /** All records with this root, itself among them. To be asked of a root. */
    List<Entry> chain() {
        if (echo == null) {
            return List.of(this);
        }
        List<Entry> all = new ArrayList<>();
        Deque<Entry> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Entry version = open.pop();
            all.add(version);
            List<Entry> corrections = version.echo == null ? List.of() : version.echo.correctedBy;
            for (int i = corrections.size() - 1; i >= 0; i--) {
                if (corrections.get(i).root() == this) {
                    open.push(corrections.get(i));
                }
            }
        }
        return all;
    }

    /** The version of this root that counts; null if the root is withdrawn. */
    @Nullable
    Entry version() {
        if (!live()) {
            return null;
        }
        if (echo == null || echo.correctedBy.isEmpty()) {
            return this;
        }
        Entry last = this;
        for (Entry candidate : chain()) {
            if (candidate.live() && last.precedes(candidate)) {
                last = candidate;
            }
        }
        return last;
    }

    /**
     * From where on this version says what it says: the earliest live version since which all have said the same. A correction that changes nothing of weight
     * leaves the record its place among the others.
     */
    Entry place(BiPredicate<Record, Record> saysTheSame) {
        Entry root = root();
        if (root == null || root == this) {
            return this;
        }
        List<Entry> versions = new ArrayList<>(root.chain());
        versions.removeIf(version -> !version.live() || precedes(version));
        versions.sort(IN_ORDER.reversed());
        Entry place = this;
        for (Entry version : versions) {
            if (!saysTheSame.test(version.record, record)) {
                break;
            }
            place = version;
        }
        return place;
    }

    /** Whether this is the version of its own root that counts. */
    boolean counts() {
        Entry root = root();
        return root != null && root.version() == this;
    }

    List<Entry> remarks() {
        return echo == null ? List.of() : echo.remarks;
    }
}
