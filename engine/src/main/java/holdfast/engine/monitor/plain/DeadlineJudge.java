package holdfast.engine.monitor.plain;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.language.model.Bearer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Judges duties to act within a span of their trigger (semantics, section 9). The trigger's rows are the instances: those that came in order stand in the queue of what falls due as
 * they stand in the table.
 */
final class DeadlineJudge implements Judge {
    private final Plan.Deadline clause;
    private final Tier tier;
    final Chain trigger;
    private final Chain act;
    private final Windows windows;
    private final List<SequelJudge> sequels = new ArrayList<>();

    private final Marks states;

    /** What is due before this row was judged, or stands among the late ones. */
    private int cursor;

    private final Dues late = new Dues();

    DeadlineJudge(Plan.Deadline clause, Tier tier, Chain trigger, Chain act) {
        this.clause = clause;
        this.tier = tier;
        this.trigger = trigger;
        this.act = act;
        this.states = new Marks(trigger.table, trigger.wantsMany());
        this.windows = new Windows(clause.within(), tier.civil());
        trigger.listening.add(new OfTrigger());
        act.listening.add(new OfAct());
    }

    void follow(SequelJudge sequel) {
        sequels.add(sequel);
    }

    @Override
    public Plan.Clause clause() {
        return clause;
    }

    @Override
    public void begin() {
        states.clear();
        cursor = 0;
        late.clear();
    }

    int state(int row) {
        return State.of(states.get(row));
    }

    long due(int row) {
        return windows.due(trigger.time(row));
    }

    private final class OfTrigger implements Chain.Reader {
        @Override
        public void came(int row, long time, int slot, boolean last) {
            if (!bears(clause.holder(), trigger.table, row)) {
                return;
            }
            boolean queued = trigger.table.ordered && row == trigger.table.rows - 1 && row >= cursor;
            states.set(row, State.PENDING | (queued ? 0 : State.LATE));
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
        public void went(int row, long time, int slot) {
            set(row, slot, State.NONE);
        }
    }

    /** Nobody named can bear nothing. */
    static boolean bears(Plan.Holder holder, Table table, int row) {
        return !(holder instanceof Plan.Holder.At(int position)) || table.value(row, position) != Codes.UNATTRIBUTED;
    }

    private final class OfAct implements Chain.Reader {
        @Override
        public void came(int row, long time, int slot, boolean last) {
            if (!last) {
                settleUpTo(time, act.before(row), slot);
                return;
            }
            for (int a = trigger.latest(slot); a != Chain.NONE; a = trigger.before(a)) {
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
        public void went(int row, long time, int slot) {
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

    /** From the rows of its key alone. */
    private void settle(int row, int slot) {
        if (state(row) == State.NONE) {
            return;
        }
        long anchor = trigger.time(row);
        int first = firstFrom(windows.from(anchor), slot);
        long due = windows.due(anchor);
        if (first != Chain.NONE) {
            set(row, slot, act.time(first) <= due ? State.FULFILLED : State.CURED);
        } else {
            set(row, slot, tier.now() > due ? State.BREACHED : State.PENDING);
        }
    }

    private int firstFrom(long from, int slot) {
        int first = Chain.NONE;
        for (int a = act.latest(slot); a != Chain.NONE && act.time(a) >= from; a = act.before(a)) {
            first = a;
        }
        return first;
    }

    private void set(int row, int slot, int state) {
        int marks = states.get(row);
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
        states.set(row, state | late);
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
    public void forget(int slot) {
        for (int a = trigger.latest(slot); a != Chain.NONE; a = trigger.before(a)) {
            set(a, slot, State.NONE);
        }
    }

    @Override
    public void advance(long now) {
        while (cursor < trigger.table.rows) {
            int marks = states.get(cursor);
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

    private void forEach(IntConsumer action) {
        for (int row = 0; row < trigger.table.rows; row++) {
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
                Time due = windows.closes() ? Time.at(due(row)) : null;
                if (wanted.wants(clause.norm().id(), tier.telling().bearer(clause.holder(), trigger.table, row), due)) {
                    verdicts.accept(verdict(row));
                }
            }
        });
    }

    private Verdict verdict(int row) {
        Telling telling = tier.telling();
        long anchor = trigger.time(row);
        List<String> records = new ArrayList<>();
        records.add(telling.id(trigger.table, row));
        int done = firstFrom(windows.from(anchor), trigger.slot(row));
        if (done != Chain.NONE) {
            records.add(telling.id(act.table, done));
        }
        Long due = windows.closes() ? windows.due(anchor) : null;
        Long acted = done == Chain.NONE ? null : act.time(done);
        int state = state(row);
        return Telling.verdict(
                clause,
                telling.bearer(clause.holder(), trigger.table, row),
                telling.key(clause.shown(), trigger.table, row),
                status(state),
                state == State.BREACHED ? due : acted,
                due,
                state == State.CURED ? acted : null,
                Telling.sorted(records));
    }

    static Status status(int state) {
        return switch (state) {
            case State.PENDING -> Status.PENDING;
            case State.FULFILLED -> Status.FULFILLED;
            case State.BREACHED -> Status.BREACHED;
            case State.CURED -> Status.CURED;
            default -> throw new IllegalStateException("no such instance");
        };
    }

    @Override
    public void collectWithout(Set<String> bearers, Consumer<Verdict> verdicts) {
        without(clause, clause.holder(), bearers, verdicts);
    }

    static void without(Plan.Clause clause, Plan.Holder holder, Set<String> bearers, Consumer<Verdict> verdicts) {
        String bearer = switch (holder) {
            case Plan.Holder.Nobody() -> Verdict.NOBODY_NAMED;
            case Plan.Holder.One(String actor) -> actor;
            case Plan.Holder.At _, Plan.Holder.Among _ ->
                "each " + ((Bearer.Bound) clause.norm().bearer()).variable();
        };
        boolean dynamic = holder instanceof Plan.Holder.At;
        if (dynamic ? bearers.isEmpty() : !bearers.contains(bearer)) {
            verdicts.accept(Telling.without(clause, bearer, Status.NOT_YET_DUE));
        }
    }
}
