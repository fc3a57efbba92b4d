package holdfast.examine.redline;

import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import holdfast.examine.play.Workers;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.table.Remembered;
import holdfast.language.model.Agreement;
import java.util.List;

/** The guarantee tables of two drafts, within the same bounds. */
record BothTables(GuaranteeTable before, GuaranteeTable after) {
    /** How much is played beside the first two tables, in units of the bound of work. */
    private static final long MORE = 60_000;

    /** How many guarantors defect is what is asked, and not how deep one looks. */
    private static final List<Growing> GROWING = List.of(Growing.EVASIONS, Growing.REQUESTS, Growing.HELP);

    /** Bounds that left something out in one of the drafts grow, each by one in its turn, until in a whole round no row of either is another; or until so much more was played. */
    static BothTables of(Agreement before, Agreement after, Bounds first) {
        Remembered remembered = new Remembered();
        BothTables now = played(before, after, first, remembered);
        Bounds bounds = first;
        long left = MORE;
        boolean changed = now.isWhole();
        while (changed) {
            changed = false;
            for (Growing bound : GROWING) {
                if (!now.leavesOut(bound)) {
                    continue;
                }
                Bounds grown = bound.grown(bounds);
                if (now.work() > left) {
                    return now;
                }
                BothTables next = played(before, after, grown.withWork(Math.min(grown.work(), left)), remembered);
                if (!next.isWhole() || next.work() > left) {
                    return now;
                }
                left -= next.work();
                changed |= !next.saysTheSame(now);
                now = next;
                bounds = grown;
            }
        }
        return now;
    }

    private static BothTables played(Agreement before, Agreement after, Bounds bounds, Remembered remembered) {
        return new BothTables(
                GuaranteeTable.of(before, bounds, remembered, Workers.usual()),
                GuaranteeTable.of(after, bounds, remembered, Workers.usual()));
    }

    private boolean isWhole() {
        return before.isWhole() && after.isWhole();
    }

    private boolean leavesOut(Growing bound) {
        return before.leftOut().contains(bound) || after.leftOut().contains(bound);
    }

    private long work() {
        return before.effort().work() + after.effort().work();
    }

    private boolean saysTheSame(BothTables other) {
        return isSame(before.rows(), other.before.rows()) && isSame(after.rows(), other.after.rows());
    }

    private static boolean isSame(List<Guarantee> some, List<Guarantee> others) {
        return some.size() == others.size()
                && some.stream().allMatch(row -> others.stream().anyMatch(row::isSame));
    }
}
