package holdfast.engine.monitor.plain;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.language.model.Bearer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Judges duties to act, one for each row that sets one off (semantics, section 9). */
abstract class DutyJudge implements Judge {
    private final Plan.Clause clause;
    private final Plan.Holder holder;
    final Tier tier;

    /** The rows that set off the duties. */
    final Chain trigger;

    final Chain act;
    final Windows windows;
    private final Marks states;
    private final News news = new News();

    /** The rows of which the duty is broken: few of many. */
    private final BitSet broken = new BitSet();

    DutyJudge(
            Plan.Clause clause, Plan.Holder holder, Optional<Plan.Window> within, Tier tier, Chain trigger, Chain act) {
        this.clause = clause;
        this.holder = holder;
        this.tier = tier;
        this.trigger = trigger;
        this.act = act;
        this.windows = new Windows(within, tier.civil());
        this.states = new Marks(trigger.table, trigger.wantsMany());
    }

    @Override
    public final Plan.Clause clause() {
        return clause;
    }

    @Override
    public final void begin() {
        forgetAll();
        news.begin();
    }

    @Override
    public void forgetAll() {
        states.clear();
        broken.clear();
        news.touchAll();
    }

    /** From when the window is reckoned. */
    abstract long anchor(int row, int slot);

    abstract void set(int row, int slot, int state);

    final int state(int row) {
        return State.of(states.get(row));
    }

    /** As {@link #state}, with what else is noted of the row. */
    final int marks(int row) {
        return states.get(row);
    }

    /** Begins an instance of a row that has just come. */
    final void beginLast(int row) {
        states.addToLast(row, State.PENDING);
        news.touch(row);
    }

    final void mark(int row, int marks) {
        states.set(row, marks);
        news.touch(row);
        broken.set(row, State.isBroken(State.of(marks)));
    }

    /** Nobody named can bear nothing. */
    final boolean hasBearer(int row) {
        return !(holder instanceof Plan.Holder.At(int position))
                || trigger.table.value(row, position) != Codes.UNATTRIBUTED;
    }

    /** The first act that counts; {@link Chain#NONE} if there is none. */
    final int done(int row, int slot) {
        long from = windows.from(anchor(row, slot));
        int found = Chain.NONE;
        for (int a = act.latest(slot); a != Chain.NONE && act.time(a) >= from; a = act.before(a)) {
            found = a;
        }
        return found;
    }

    /** From the rows of its key alone. */
    final void settle(int row, int slot) {
        if (state(row) == State.NONE) {
            return;
        }
        // The state may stay, and the act be another.
        news.touch(row);
        int done = done(row, slot);
        long due = windows.due(anchor(row, slot));
        if (done != Chain.NONE) {
            set(row, slot, act.time(done) <= due ? State.FULFILLED : State.CURED);
        } else {
            set(row, slot, tier.now() > due ? State.BREACHED : State.PENDING);
        }
    }

    @Override
    public final void forget(int slot) {
        for (int a = trigger.latest(slot); a != Chain.NONE; a = trigger.before(a)) {
            set(a, slot, State.NONE);
        }
    }

    // What is said.

    final void forEach(IntConsumer action) {
        for (int row = 0; row < trigger.table.rows; row++) {
            if (state(row) != State.NONE) {
                action.accept(row);
            }
        }
    }

    @Override
    public final void collect(Consumer<Verdict> verdicts) {
        forEach(row -> verdicts.accept(verdict(row)));
    }

    @Override
    public final void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        news.drain(trigger.table.rows, row -> state(row) == State.NONE ? null : verdict(row), gone, came);
    }

    @Override
    public final void collectBreaches(Consumer<Verdict> verdicts) {
        for (int row = broken.nextSetBit(0); row >= 0; row = broken.nextSetBit(row + 1)) {
            verdicts.accept(verdict(row));
        }
    }

    @Override
    public final void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {
        forEach(row -> {
            if (state(row) == State.PENDING) {
                Time due = windows.closes() ? Time.at(windows.due(anchor(row, trigger.slot(row)))) : null;
                if (wanted.wants(clause.norm().id(), tier.telling().bearer(holder, trigger.table, row), due)) {
                    verdicts.accept(verdict(row));
                }
            }
        });
    }

    /** Rows on which it rests besides its own and the act. */
    List<Integer> cited(int row, int slot) {
        return List.of();
    }

    private Verdict verdict(int row) {
        Telling telling = tier.telling();
        int slot = trigger.slot(row);
        List<String> records = new ArrayList<>();
        records.add(telling.id(trigger.table, row));
        cited(row, slot).forEach(other -> records.add(telling.id(trigger.table, other)));
        int done = done(row, slot);
        if (done != Chain.NONE) {
            records.add(telling.id(act.table, done));
        }
        Long due = windows.closes() ? windows.due(anchor(row, slot)) : null;
        Long acted = done == Chain.NONE ? null : act.time(done);
        int state = state(row);
        return Telling.verdict(
                clause,
                telling.bearer(holder, trigger.table, row),
                telling.key(clause.shown(), trigger.table, row),
                status(state),
                state == State.BREACHED ? due : acted,
                due,
                state == State.CURED ? acted : null,
                Telling.sorted(records));
    }

    private static Status status(int state) {
        return switch (state) {
            case State.PENDING -> Status.PENDING;
            case State.FULFILLED -> Status.FULFILLED;
            case State.BREACHED -> Status.BREACHED;
            case State.CURED -> Status.CURED;
            default -> throw new IllegalStateException("no such instance");
        };
    }

    @Override
    public final void collectWithout(Set<String> bearers, Consumer<Verdict> verdicts) {
        String bearer = switch (holder) {
            case Plan.Holder.Nobody() -> Verdict.NOBODY_NAMED;
            case Plan.Holder.One(String actor) -> actor;
            case Plan.Holder.At _, Plan.Holder.Among _ ->
                "each " + ((Bearer.Bound) clause.norm().bearer()).variable();
        };
        boolean none = holder instanceof Plan.Holder.At ? bearers.isEmpty() : !bearers.contains(bearer);
        if (none) {
            verdicts.accept(Telling.without(clause, bearer, Status.NOT_YET_DUE));
        }
    }
}
