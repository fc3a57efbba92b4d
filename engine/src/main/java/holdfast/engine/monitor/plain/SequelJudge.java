package holdfast.engine.monitor.plain;

import java.util.List;

/** Judges what must be done once a deadline was not kept (semantics, section 13). The rows that set off the deadline are its instances, too. */
final class SequelJudge extends DutyJudge {
    private final boolean anchored;
    private final DeadlineJudge first;
    private final Dues dues = new Dues();

    /** Where the number of a key's instances that no act has settled stands. */
    private final int open;

    SequelJudge(Plan.Sequel clause, Tier tier, DeadlineJudge first, Chain act) {
        super(clause, clause.holder(), clause.within(), tier, first.trigger, act);
        this.anchored = clause.anchored();
        this.first = first;
        this.open = act.domain.slots.reserve(0);
        act.listening.add(new OfAct());
        if (anchored) {
            trigger.listening.add(new OfAnchor());
        }
        first.follow(this);
    }

    @Override
    public void forgetAll() {
        super.forgetAll();
        dues.clear();
    }

    void begins(int row, int slot) {
        if (hasBearer(row)) {
            set(row, slot, State.PENDING);
            settle(row, slot);
        }
    }

    void ends(int row, int slot) {
        set(row, slot, State.NONE);
    }

    @Override
    long anchor(int row, int slot) {
        return anchored ? trigger.time(trigger.first(slot)) : first.due(row);
    }

    @Override
    List<Integer> cited(int row, int slot) {
        return anchored ? List.of(trigger.first(slot)) : List.of();
    }

    private final class OfAct extends Chain.Reader {
        @Override
        void came(int row, long time, int slot, boolean last) {
            if (last) {
                settleOpen(slot);
            } else {
                settleAll(slot);
            }
        }

        @Override
        void cameLatest(int row, long time, int slot, int[] of, int at) {
            if (of[at + open] > 0) {
                settleOpen(slot);
            }
        }

        @Override
        void went(int row, long time, int slot) {
            settleAll(slot);
        }
    }

    /** With another first trigger the window is another. */
    private final class OfAnchor extends Chain.Reader {
        @Override
        void came(int row, long time, int slot, boolean last) {
            if (trigger.before(row) == Chain.NONE && trigger.latest(slot) != row) {
                settleAll(slot);
            }
        }

        @Override
        void went(int row, long time, int slot) {
            settleAll(slot);
        }
    }

    private void settleAll(int slot) {
        for (int a = trigger.latest(slot); a != Chain.NONE; a = trigger.before(a)) {
            settle(a, slot);
        }
    }

    private void settleOpen(int slot) {
        int left = act.domain.slots.get(slot, open);
        for (int a = trigger.latest(slot); left > 0 && a != Chain.NONE; a = trigger.before(a)) {
            if (isOpen(state(a))) {
                left--;
                settle(a, slot);
            }
        }
    }

    @Override
    void set(int row, int slot, int state) {
        int before = state(row);
        mark(row, state);
        int change = (isOpen(state) ? 1 : 0) - (isOpen(before) ? 1 : 0);
        act.domain.slots.set(slot, open, act.domain.slots.get(slot, open) + change);
        if (state == State.PENDING) {
            long due = windows.due(anchor(row, slot));
            dues.add(due, row);
            tier.wakeAfter(due);
        }
    }

    private static boolean isOpen(int state) {
        return state == State.PENDING || state == State.BREACHED;
    }

    @Override
    public void advance(long now) {
        while (dues.first() < now) {
            int row = dues.take();
            if (state(row) == State.PENDING) {
                int slot = trigger.slot(row);
                if (windows.due(anchor(row, slot)) < now) {
                    set(row, slot, State.BREACHED);
                }
            }
        }
    }

    @Override
    public void retreat(long now) {
        forEach(row -> settle(row, trigger.slot(row)));
    }

    @Override
    public long nextDue() {
        return dues.first();
    }
}
