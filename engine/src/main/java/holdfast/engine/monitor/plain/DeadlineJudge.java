package holdfast.engine.monitor.plain;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges duties to act within a span of their trigger. Those that came in order stand in the queue of what falls due as their rows stand in the table.
 */
final class DeadlineJudge extends DutyJudge {
    private final List<SequelJudge> sequels = new ArrayList<>();

    /** What is due before this row was judged, or stands among the late ones. */
    private int cursor;

    private final Dues late = new Dues();

    DeadlineJudge(Plan.Deadline clause, Tier tier, Chain trigger, Chain act) {
        super(clause, clause.holder(), clause.within(), tier, trigger, act);
        trigger.listening.add(new OfTrigger());
        act.listening.add(new OfAct());
    }

    void follow(SequelJudge sequel) {
        sequels.add(sequel);
    }

    @Override
    public void forgetAll() {
        super.forgetAll();
        cursor = 0;
        late.clear();
    }

    @Override
    long anchor(int row, int slot) {
        return trigger.time(row);
    }

    long due(int row) {
        return windows.due(trigger.time(row));
    }

    private final class OfTrigger extends Chain.Reader {
        @Override
        void came(int row, long time, int slot, boolean last) {
            if (!hasBearer(row)) {
                return;
            }
            boolean queued = trigger.table.ordered && row == trigger.table.rows - 1 && row >= cursor;
            mark(row, State.PENDING | (queued ? 0 : State.LATE));
            long due = windows.due(time);
            if (!queued) {
                late.add(due, row);
            }
            int latest = act.latest(slot);
            if (due < tier.now() || (latest != Chain.NONE && act.time(latest) >= windows.from(time))) {
                settle(row, slot);
            }
            tier.wakeAfter(due);
        }

        @Override
        void cameLatest(int row, long time, int slot, int[] of, int at) {
            long due = windows.due(time);
            int latest = act.latest(of, at);
            if (due < tier.now() || (latest != Chain.NONE && act.time(latest) >= windows.from(time))) {
                came(row, time, slot, true);
            } else if (hasBearer(row)) {
                beginLast(row);
                tier.wakeAfter(due);
            }
        }

        @Override
        void went(int row, long time, int slot) {
            set(row, slot, State.NONE);
        }
    }

    private final class OfAct extends Chain.Reader {
        @Override
        void came(int row, long time, int slot, boolean last) {
            if (!last) {
                settleUpTo(time, act.before(row), slot);
                return;
            }
            settleFrom(trigger.latest(slot), time, slot);
        }

        @Override
        void cameLatest(int row, long time, int slot, int[] of, int at) {
            settleFrom(trigger.latest(of, at), time, slot);
        }

        /** @param latest of the triggers of the key */
        private void settleFrom(int latest, long time, int slot) {
            for (int a = latest; a != Chain.NONE; a = trigger.before(a)) {
                int state = state(a);
                long anchor = trigger.time(a);
                if (state == State.NONE || windows.from(anchor) > time) {
                    continue;
                }
                if (State.isSettled(state)) {
                    return;
                }
                set(a, slot, time <= windows.due(anchor) ? State.FULFILLED : State.CURED);
            }
        }

        @Override
        void went(int row, long time, int slot) {
            settleUpTo(time, act.before(row), slot);
        }

        /** @param before an act: what it already settles, it settles still */
        private void settleUpTo(long time, int before, int slot) {
            for (int a = trigger.latest(slot); a != Chain.NONE; a = trigger.before(a)) {
                long from = windows.from(trigger.time(a));
                if (from > time) {
                    continue;
                }
                if (before != Chain.NONE && act.time(before) >= from) {
                    return;
                }
                settle(a, slot);
            }
        }
    }

    @Override
    void set(int row, int slot, int state) {
        int marks = marks(row);
        int before = State.of(marks);
        if (before == state) {
            return;
        }
        int late = marks & State.LATE;
        if (state == State.PENDING) {
            late = State.LATE;
            long due = due(row);
            this.late.add(due, row);
            tier.wakeAfter(due);
        }
        mark(row, state | late);
        if (State.isBroken(before) != State.isBroken(state)) {
            for (SequelJudge sequel : sequels) {
                if (State.isBroken(state)) {
                    sequel.begins(row, slot);
                } else {
                    sequel.ends(row, slot);
                }
            }
        }
    }

    @Override
    public void advance(long now) {
        while (cursor < trigger.table.rows) {
            int marks = marks(cursor);
            if (marks == State.PENDING) {
                if (due(cursor) >= now) {
                    break;
                }
                set(cursor, trigger.slot(cursor), State.BREACHED);
            }
            cursor++;
        }
        while (late.first() < now) {
            int row = late.take();
            if (state(row) == State.PENDING && due(row) < now) {
                set(row, trigger.slot(row), State.BREACHED);
            }
        }
    }

    @Override
    public void retreat(long now) {
        forEach(row -> {
            if (state(row) == State.BREACHED && due(row) >= now) {
                set(row, trigger.slot(row), State.PENDING);
            }
        });
    }

    @Override
    public long nextDue() {
        return Math.min(late.first(), cursor < trigger.table.rows ? due(cursor) : Long.MAX_VALUE);
    }
}
