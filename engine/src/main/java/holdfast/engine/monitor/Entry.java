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

    /** What other records say about it; null while nothing does. */
    private @Nullable Echo echo;

    /** For the root of a fact: what currently stands in the history; null if nothing does. */
    @Nullable
    Fact fact;

    /** With which the fact is merged; null if it stands alone. */
    @Nullable
    String incident;

    private static final class Echo {
        List<Entry> correctedBy = List.of();
        List<Entry> withdrawnBy = List.of();
        List<Entry> remarks = List.of();
    }

    Entry(Record record) {
        this.record = record;
    }

    void addCorrection(Entry by) {
        echo().correctedBy = plus(echo().correctedBy, by);
        by.corrects = this;
    }

    void addWithdrawal(Entry by) {
        echo().withdrawnBy = plus(echo().withdrawnBy, by);
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
        if (echo == null) {
            return;
        }
        for (Entry correction : echo.correctedBy) {
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

    /** Whether this is the version of its own root that counts. */
    boolean counts() {
        Entry root = root();
        return root != null && root.version() == this;
    }

    List<Entry> remarks() {
        return echo == null ? List.of() : echo.remarks;
    }
}
