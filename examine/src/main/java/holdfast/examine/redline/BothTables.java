package holdfast.examine.redline;

import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import holdfast.examine.found.Rounds;
import holdfast.examine.play.Workers;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.table.Remembered;
import holdfast.language.model.Agreement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The guarantee tables of two drafts, within the same bounds. */
record BothTables(GuaranteeTable before, GuaranteeTable after) implements Rounds.Played {
    /** How much is played beside the first two tables, in units of the bound of work. */
    private static final long MORE = 60_000;

    /** Within bounds that grow where they left something out in one of the drafts, until no row of either is another. */
    static BothTables of(Agreement before, Agreement after, Bounds first) {
        Remembered remembered = new Remembered();
        Rounds<BothTables> rounds =
                new Rounds<>(Growing.BY_THEMSELVES, MORE, bounds -> played(before, after, bounds, remembered));
        return rounds.from(
                        played(before, after, first, remembered),
                        first,
                        (bound, to, earlier, later) -> !later.saysTheSame(earlier))
                .played();
    }

    private static BothTables played(Agreement before, Agreement after, Bounds bounds, Remembered remembered) {
        return new BothTables(
                GuaranteeTable.of(before, bounds, remembered, Workers.usual()),
                GuaranteeTable.of(after, bounds, remembered, Workers.usual()));
    }

    @Override
    public boolean isWhole() {
        return before.isWhole() && after.isWhole();
    }

    @Override
    public Set<Growing> leftOut() {
        Set<Growing> either = new HashSet<>(before.leftOut());
        either.addAll(after.leftOut());
        return either;
    }

    @Override
    public long work() {
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
