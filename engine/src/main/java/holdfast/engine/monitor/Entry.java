package holdfast.engine.monitor;

import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record in the docket, with the records that speak about it. */
final class Entry {
    /** Semantics, section 2: {@code r ≺ s}. */
    static final Comparator<Entry> IN_ORDER =
            Comparator.comparingLong((Entry e) -> e.record.recorded()).thenComparing(e -> e.record.id());

    final Record record;

    /** The record that this one corrects or withdraws or, for an attribution or a finding, is about; once it has come. */
    @Nullable
    Entry corrects;

    private List<Entry> correctedBy = List.of();
    private List<Entry> withdrawnBy = List.of();
    private List<Entry> remarks = List.of();

    /** For the root of a fact: what currently stands in the history; null if nothing does. */
    @Nullable
    Member member;

    Entry(Record record) {
        this.record = record;
    }

    void addCorrection(Entry by) {
        correctedBy = plus(correctedBy, by);
        by.corrects = this;
    }

    void addWithdrawal(Entry by) {
        withdrawnBy = plus(withdrawnBy, by);
    }

    /** An attribution or a finding about this observation. */
    void addRemark(Entry by) {
        remarks = plus(remarks, by);
    }

    private static List<Entry> plus(List<Entry> list, Entry entry) {
        List<Entry> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        longer.add(entry);
        return longer;
    }

    boolean plain() {
        return correctedBy.isEmpty()
                && withdrawnBy.isEmpty()
                && remarks.isEmpty()
                && record.corrects().isEmpty();
    }

    boolean precedes(Entry other) {
        return IN_ORDER.compare(this, other) < 0;
    }

    boolean live() {
        for (Entry withdrawal : withdrawnBy) {
            if (precedes(withdrawal) && withdrawal.live()) {
                return false;
            }
        }
        return true;
    }

    /** Null if this corrects something that is unknown, later or of another kind. */
    @Nullable
    Entry root() {
        if (record.corrects().isEmpty()) {
            return this;
        }
        Entry target = corrects;
        if (target == null || !target.precedes(this)) {
            return null;
        }
        return target.record.getClass().equals(record.getClass()) ? target.root() : null;
    }

    /** All records with this root, itself among them. To be asked of a root. */
    List<Entry> chain() {
        List<Entry> all = new ArrayList<>();
        collect(this, all);
        return all;
    }

    private void collect(Entry root, List<Entry> all) {
        all.add(this);
        for (Entry correction : correctedBy) {
            if (correction.root() == root) {
                correction.collect(root, all);
            }
        }
    }

    /** The version of this root that counts; null if the root is withdrawn. */
    @Nullable
    Entry version() {
        if (!live()) {
            return null;
        }
        if (correctedBy.isEmpty()) {
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

    /** Whether this is the version of its own root that counts. */
    boolean counts() {
        Entry root = root();
        return root != null && root.version() == this;
    }

    List<Entry> remarks() {
        return remarks;
    }
}
