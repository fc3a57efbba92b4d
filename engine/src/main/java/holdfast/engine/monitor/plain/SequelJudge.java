package holdfast.engine.monitor.plain;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Judges what must be done once a deadline was not kept (semantics, section 13). The rows that set off the deadline are its instances, too. */
final class SequelJudge implements Judge {
    private final Plan.Sequel clause;
    private final Tier tier;
    private final DeadlineJudge first;
    private final Chain act;
    private final Windows windows;

    private final Marks states;
    private final Dues dues = new Dues();

    /** Where the number of a key's instances that no act has settled stands. */
    private final int open;

    SequelJudge(Plan.Sequel clause, Tier tier, DeadlineJudge first, Chain act) {
        this.clause = clause;
        this.tier = tier;
        this.first = first;
        this.act = act;
        this.states = new Marks(first.trigger.table, first.trigger.wantsMany());
        this.windows = new Windows(clause.within(), tier.civil());
        this.open = act.domain.slots.reserve(0);
        act.listening.add(new OfAct());
        if (clause.anchored()) {
            first.trigger.listening.add(new OfAnchor());
        }
        first.follow(this);
    }

    @Override
    public Plan.Clause clause() {
        return clause;
    }

    @Override
    public void begin() {
        states.clear();
        dues.clear();
    }

    private int state(int row) {
        return State.of(states.get(row));
    }

    void begins(int row, int slot) {
        if (!DeadlineJudge.bears(clause.holder(), first.trigger.table, row)) {
            return;
        }
        set(row, slot, State.PENDING);
        settle(row, slot);
    }

    void ends(int row, int slot) {
        set(row, slot, State.NONE);
    }

    private long anchor(int row, int slot) {
        return clause.anchored() ? first.trigger.time(first.trigger.first(slot)) : first.due(row);
    }

    private final class OfAct implements Chain.Reader {
        @Override
        public void came(int row, long time, int slot, boolean last) {
            if (last) {
                settleOpen(slot);
            } else {
                settleAll(slot);
            }
        }

        @Override
        public void went(int row, long time, int slot) {
            settleAll(slot);
        }
    }

    /** With another first trigger the window is another. */
    private final class OfAnchor implements Chain.Reader {
        @Override
        public void came(int row, long time, int slot, boolean last) {
            if (first.trigger.before(row) == Chain.NONE && first.trigger.latest(slot) != row) {
                settleAll(slot);
            }
        }

        @Override
        public void went(int row, long time, int slot) {
            settleAll(slot);
        }
    }

    private void settleAll(int slot) {
        for (int a = first.trigger.latest(slot); a != Chain.NONE; a = first.trigger.before(a)) {
            settle(a, slot);
        }
    }

    private void settleOpen(int slot) {
        int left = act.domain.slots.get(slot, open);
        for (int a = first.trigger.latest(slot); left > 0 && a != Chain.NONE; a = first.trigger.before(a)) {
            int state = state(a);
            if (state == State.PENDING || state == State.BREACHED) {
                left--;
                settle(a, slot);
            }
        }
    }

    private void settle(int row, int slot) {
        if (state(row) == State.NONE) {
            return;
        }
        long anchor = anchor(row, slot);
        long due = windows.due(anchor);
        int done = firstFrom(windows.from(anchor), slot);
        if (done != Chain.NONE) {
            set(row, slot, act.time(done) <= due ? State.FULFILLED : State.CURED);
            return;
        }
        set(row, slot, tier.now() > due ? State.BREACHED : State.PENDING);
        if (tier.now() <= due) {
            dues.add(due, row);
            tier.wakeAfter(due);
        }
    }

    private int firstFrom(long from, int slot) {
        int found = Chain.NONE;
        for (int a = act.latest(slot); a != Chain.NONE && act.time(a) >= from; a = act.before(a)) {
            found = a;
        }
        return found;
    }

    private void set(int row, int slot, int state) {
        int before = state(row);
        states.set(row, state);
        int change = (isOpen(state) ? 1 : 0) - (isOpen(before) ? 1 : 0);
        if (change != 0) {
            act.domain.slots.set(slot, open, act.domain.slots.get(slot, open) + change);
        }
    }

    private static boolean isOpen(int state) {
        return state == State.PENDING || state == State.BREACHED;
    }

    @Override
    public void forget(int slot) {
        for (int a = first.trigger.latest(slot); a != Chain.NONE; a = first.trigger.before(a)) {
            set(a, slot, State.NONE);
        }
    }

    @Override
    public void advance(long now) {
        while (dues.first() < now) {
            int row = dues.take();
            if (state(row) == State.PENDING) {
                int slot = first.trigger.slot(row);
                if (windows.due(anchor(row, slot)) < now) {
                    set(row, slot, State.BREACHED);
                }
            }
        }
    }

    @Override
    public void retreat(long now) {
        forEach(row -> settle(row, first.trigger.slot(row)));
    }

    @Override
    public long nextDue() {
        return dues.first();
    }

    private void forEach(IntConsumer action) {
        for (int row = 0; row < first.trigger.table.rows; row++) {
            if (state(row) != State.NONE) {
                action.accept(row);
            }
        }
    }

    @Override
    public void collect(Consumer<Verdict> verdicts) {
        forEach(row -> verdicts.accept(verdict(row)));
    }

    @Override
    public void collectBreaches(Consumer<Verdict> verdicts) {
        forEach(row -> {
            if (State.isBroken(state(row))) {
                verdicts.accept(verdict(row));
            }
        });
    }

    @Override
    public void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {
        forEach(row -> {
            if (state(row) == State.PENDING) {
                Verdict verdict = verdict(row);
                Time due = verdict.due().orElse(null);
                if (wanted.wants(verdict.clause(), verdict.bearer(), due)) {
                    verdicts.accept(verdict);
                }
            }
        });
    }

    private Verdict verdict(int row) {
        Telling telling = tier.telling();
        Table table = first.trigger.table;
        int slot = first.trigger.slot(row);
        long anchor = anchor(row, slot);
        List<String> records = new ArrayList<>();
        records.add(telling.id(table, row));
        if (clause.anchored()) {
            records.add(telling.id(table, first.trigger.first(slot)));
        }
        int done = firstFrom(windows.from(anchor), slot);
        if (done != Chain.NONE) {
            records.add(telling.id(act.table, done));
        }
        Long due = windows.closes() ? windows.due(anchor) : null;
        Long acted = done == Chain.NONE ? null : act.time(done);
        int state = state(row);
        return Telling.verdict(
                clause,
                telling.bearer(clause.holder(), table, row),
                telling.key(clause.shown(), table, row),
                DeadlineJudge.status(state),
                state == State.BREACHED ? due : acted,
                due,
                state == State.CURED ? acted : null,
                Telling.sorted(records));
    }

    @Override
    public void collectWithout(Set<String> bearers, Consumer<Verdict> verdicts) {
        DeadlineJudge.without(clause, clause.holder(), bearers, verdicts);
    }
}
