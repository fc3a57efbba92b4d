package holdfast.engine.monitor.plain;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Judges prohibitions (semantics, section 10): marks each row that is a forbidden act. */
final class BanJudge implements Judge {
    private final Plan.Ban clause;
    private final Tier tier;
    private final Conditions conditions;
    private final Chain act;
    private final Forbidden forbidden;

    /** Codes of those who may bear it, sorted; empty: anybody. */
    private final int[] bearers;

    private static final int LONGEST_RING = 16;

    /** By so many bits times are cut in a ring: to four seconds, so that 32 bits last for centuries. */
    private static final int COARSE = 12;

    /** Begins no instant. */
    private static final int NEVER = Integer.MIN_VALUE;

    private final int offender;

    /** The rows that are forbidden acts: few of many. */
    private final BitSet acts = new BitSet();

    /** When the clause surely was in force, as it was asked last. */
    private IntervalSet surely = Truth.ALWAYS.sure();

    /** As it was when changes were asked for last. */
    private IntervalSet toldWhile = Truth.ALWAYS.sure();

    private final Breaches breaches;

    /** When an act is forbidden, and of which acts that is judged again when something else changes. */
    private interface Forbidden {
        boolean is(int row, long time, int slot);

        /** As {@link #is}, of an act that has just come, with none after it. */
        default boolean isLast(int row, long time, int slot) {
            return is(row, time, slot);
        }

        /** As {@link #isLast}, of an act that is later than all others of its event, and of a key whose numbers stand there. */
        default boolean isLatest(int row, long time, int slot, int[] of, int at) {
            return isLast(row, time, slot);
        }

        /** An act came that is not the last, or went: what comes after it may be judged in another way. */
        default void around(int row, int after, long time, int slot) {}

        /** Forgets every record. */
        default void begin() {}
    }

    BanJudge(
            Plan.Ban clause,
            Tier tier,
            Conditions conditions,
            Chain act,
            List<Chain> begins,
            List<Chain> ends,
            int[] bearers) {
        this.clause = clause;
        this.tier = tier;
        this.conditions = conditions;
        this.act = act;
        this.bearers = bearers;
        Arrays.sort(bearers);
        this.offender = clause.holder() instanceof Plan.Holder.Among among ? among.position() : -1;
        this.forbidden = switch (clause.when()) {
            case Plan.When.Always() -> (row, time, slot) -> true;
            case Plan.When.Holding _ -> new Holding(begins, ends);
            case Plan.When.Crowded crowded -> new Crowded(crowded);
        };
        this.breaches = clause.gap()
                .<Breaches>map(gap -> new Episodes(this, tier, act, gap))
                .orElseGet(() -> new SingleActs(this, tier, act));
        act.listening.add(new OfAct());
    }

    @Override
    public Plan.Clause clause() {
        return clause;
    }

    @Override
    public void begin() {
        forgetAll();
        breaches.begin();
    }

    @Override
    public void forgetAll() {
        acts.clear();
        forbidden.begin();
        breaches.touchAll();
    }

    /** What was over may last again. */
    @Override
    public void retreat(long now) {
        breaches.touchAll();
    }

    private boolean hasBearer(int row) {
        if (offender < 0) {
            return true;
        }
        int code = act.table.value(row, offender);
        return code == Codes.UNATTRIBUTED || Arrays.binarySearch(bearers, code) >= 0;
    }

    private final class OfAct extends Chain.Reader {
        @Override
        void came(int row, long time, int slot, boolean last) {
            if (last) {
                mark(row, forbidden.isLast(row, time, slot) && hasBearer(row));
            } else {
                judge(row, time, slot);
                forbidden.around(row, act.after(row), time, slot);
            }
        }

        @Override
        void cameLatest(int row, long time, int slot, int[] of, int at) {
            if (forbidden.isLatest(row, time, slot, of, at) && hasBearer(row)) {
                mark(row, true);
            }
        }

        @Override
        void went(int row, long time, int slot) {
            mark(row, false);
            forbidden.around(row, act.after(row), time, slot);
        }
    }

    private void judge(int row, long time, int slot) {
        mark(row, hasBearer(row) && forbidden.is(row, time, slot));
    }

    private void mark(int row, boolean is) {
        acts.set(row, is);
        // It may be forbidden as before, and rest on other acts.
        breaches.touch(row);
    }

    /** While a state holds: what began it last is later than what ended it last. */
    private final class Holding implements Forbidden {
        private final List<Chain> begins;
        private final List<Chain> ends;

        /** Where the key says whether the state holds after all that has changed it. */
        private final int holds;

        /** Nothing that changes any key's state is later. */
        private long latestChange = Long.MIN_VALUE;

        Holding(List<Chain> begins, List<Chain> ends) {
            this.begins = begins;
            this.ends = ends;
            this.holds = act.domain.slots.reserve(0);
            act.fence();
            begins.forEach(Chain::fence);
            ends.forEach(Chain::fence);
            begins.forEach(chain -> chain.listening.add(new OfChange()));
            ends.forEach(chain -> chain.listening.add(new OfChange()));
        }

        @Override
        public boolean isLast(int row, long time, int slot) {
            Slots slots = act.domain.slots;
            return isLatest(row, time, slot, slots.of(slot), slots.at(slot));
        }

        @Override
        public boolean isLatest(int row, long time, int slot, int[] of, int at) {
            return time >= latestChange ? of[at + holds] != 0 : is(row, time, slot);
        }

        @Override
        public boolean is(int row, long time, int slot) {
            return latest(begins, slot, time) > latest(ends, slot, time);
        }

        @Override
        public void begin() {
            latestChange = Long.MIN_VALUE;
        }

        private static long latest(List<Chain> chains, int slot, long upTo) {
            long latest = Long.MIN_VALUE;
            for (int i = 0; i < chains.size(); i++) {
                Chain chain = chains.get(i);
                int row = chain.latestUpTo(slot, upTo);
                latest = row == Chain.NONE ? latest : Math.max(latest, chain.time(row));
            }
            return latest;
        }

        private final class OfChange extends Chain.Reader {
            @Override
            void came(int row, long time, int slot, boolean last) {
                changed(time, slot);
            }

            @Override
            void went(int row, long time, int slot) {
                changed(time, slot);
            }
        }

        /** The acts up to the next change may be others than before. */
        private void changed(long time, int slot) {
            latestChange = Math.max(latestChange, time);
            boolean is = latest(begins, slot, Long.MAX_VALUE) > latest(ends, slot, Long.MAX_VALUE);
            act.domain.slots.set(slot, holds, is ? 1 : 0);
            int row = act.latest(slot);
            if (row == Chain.NONE || act.time(row) < time) {
                return;
            }
            long until = Math.min(next(begins, slot, time), next(ends, slot, time));
            int last = act.latestUpTo(slot, until);
            for (row = last; row != Chain.NONE && act.time(row) >= time; row = act.before(row)) {
                judge(row, act.time(row), slot);
            }
        }

        private static long next(List<Chain> chains, int slot, long after) {
            long next = Long.MAX_VALUE;
            for (Chain chain : chains) {
                int row = chain.firstAfter(slot, after);
                next = row == Chain.NONE ? next : Math.min(next, chain.time(row));
            }
            return next;
        }
    }

    /** Once so many of one key lie within a span. */
    private final class Crowded implements Forbidden {
        private final Plan.When.Crowded crowded;
        private final CivilTime civil = tier.civil();

        /** Null: they may lie as far apart as they like. */
        private final @Nullable Span within;

        /** So many acts before one make it forbidden; their times, coarsely, stand in a ring with the key, and behind them where the first of them stands. */
        private final int before;

        private final int ring;

        Crowded(Plan.When.Crowded crowded) {
            this.crowded = crowded;
            this.within = crowded.within().orElse(null);
            this.before = (int) crowded.atLeast() - 1;
            this.ring = before > 0 && before <= LONGEST_RING ? act.domain.slots.reserve(NEVER) : -1;
            for (int i = 1; ring >= 0 && i < before; i++) {
                act.domain.slots.reserve(NEVER);
            }
            if (ring >= 0) {
                act.domain.slots.reserve(0);
            }
        }

        @Override
        public boolean isLast(int row, long time, int slot) {
            if (ring < 0) {
                return is(row, time, slot);
            }
            Slots slots = act.domain.slots;
            return isLatest(row, time, slot, slots.of(slot), slots.at(slot));
        }

        @Override
        public boolean isLatest(int row, long time, int slot, int[] of, int at) {
            if (ring < 0) {
                return is(row, time, slot);
            }
            int next = of[at + ring + before];
            int place = at + ring + next;
            int first = of[place];
            of[place] = coarse(time);
            of[at + ring + before] = next + 1 == before ? 0 : next + 1;
            if (first == NEVER || within == null) {
                return first != NEVER;
            }
            // What is as coarse as that may lie before or after it.
            int from = coarse(back(time));
            return first == from ? is(row, time, slot) : first > from;
        }

        private static int coarse(long time) {
            return (int) Math.clamp(time >> COARSE, NEVER + 1L, Integer.MAX_VALUE);
        }

        /** From the chain: something else than the last act has changed. */
        private void windRing(int slot) {
            Slots slots = act.domain.slots;
            int row = act.latest(slot);
            for (int i = before - 1; i >= 0; i--) {
                if (row == Chain.NONE) {
                    slots.set(slot, ring + i, NEVER);
                } else {
                    slots.set(slot, ring + i, coarse(act.time(row)));
                    row = act.before(row);
                }
            }
            slots.set(slot, ring + before, 0);
        }

        private long back(long time) {
            return within == null ? Long.MIN_VALUE : civil.back(time, within);
        }

        @Override
        public boolean is(int row, long time, int slot) {
            long from = back(time);
            int at = row;
            for (long n = 1; n < crowded.atLeast(); n++) {
                at = act.before(at);
                if (at == Chain.NONE || act.time(at) < from) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void around(int row, int after, long time, int slot) {
            if (ring >= 0 && isNearLast(after)) {
                windRing(slot);
            }
            for (int at = after; at != Chain.NONE && back(act.time(at)) <= time; at = act.after(at)) {
                judge(at, act.time(at), slot);
            }
        }

        /** Whether so few acts come after it that the ring knows of it. */
        private boolean isNearLast(int after) {
            int at = after;
            for (int i = 0; i < before; i++) {
                if (at == Chain.NONE) {
                    return true;
                }
                at = act.after(at);
            }
            return false;
        }

        /** The rows that make it so many. */
        List<Integer> window(int row) {
            long from = back(act.time(row));
            List<Integer> window = new ArrayList<>();
            for (int at = row; at != Chain.NONE && act.time(at) >= from; at = act.before(at)) {
                window.add(at);
            }
            return window;
        }
    }

    @Override
    public void forget(int slot) {
        for (int row = act.latest(slot); row != Chain.NONE; row = act.before(row)) {
            mark(row, false);
        }
    }

    /** When the clause is in force: asked when something is to be said, so that no act is judged again when that changes. */
    private Truth inForce() {
        return clause.condition().map(conditions::truth).orElse(Truth.ALWAYS);
    }

    @Override
    public void forEachUnsure(IntConsumer slots) {
        Truth inForce = inForce();
        if (inForce.sure().equals(inForce.possible())) {
            return;
        }
        List<Integer> unsure = new ArrayList<>();
        acts.stream().filter(row -> inForce.at(act.time(row)) == Truth.UNKNOWN).forEach(unsure::add);
        // Whatever is handed over is no longer among the acts.
        unsure.forEach(row -> slots.accept(act.slot(row)));
    }

    @Override
    public void collect(Consumer<Verdict> verdicts) {
        surely = inForce().sure();
        breaches.collect(verdicts);
    }

    @Override
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        surely = inForce().sure();
        if (!surely.equals(toldWhile)) {
            toldWhile = surely;
            acts.stream().forEach(breaches::touch);
        }
        breaches.drain(gone, came);
    }

    @Override
    public long nextNews() {
        long end = breaches.firstEnd();
        long over = end == Long.MAX_VALUE ? end : end + 1;
        return isKeyed() ? over : Math.min(over, inForce().nextChange(tier.now()));
    }

    void forEachForbidden(IntConsumer action) {
        for (int row = acts.nextSetBit(0); row >= 0; row = acts.nextSetBit(row + 1)) {
            if (surely.contains(act.time(row))) {
                action.accept(row);
            }
        }
    }

    boolean isForbidden(int row) {
        return acts.get(row) && surely.contains(act.time(row));
    }

    Episodes.Whose whose(int row) {
        return new Episodes.Whose(
                tier.telling().bearer(clause.holder(), act.table, row),
                tier.telling().key(clause.shown(), act.table, row));
    }

    /**
     * @param rows the acts of one breach, in order
     * @param end the last instant at which it is not over
     */
    Verdict verdict(List<Integer> rows, long end) {
        Telling telling = tier.telling();
        int first = rows.getFirst();
        Collection<Integer> support = rows;
        if (forbidden instanceof Crowded crowded) {
            support = crowded.window(first);
            if (rows.size() > 1) {
                // Each act stands in the windows of several.
                support = new LinkedHashSet<>(support);
                for (int row : rows) {
                    support.addAll(crowded.window(row));
                }
            }
        }
        return Telling.verdict(
                clause,
                telling.bearer(clause.holder(), act.table, first),
                telling.key(clause.shown(), act.table, first),
                Status.BREACHED,
                act.time(first),
                null,
                tier.now() > end ? end : null,
                telling.ids(act.table, support));
    }

    /** Whether it is in force while a state of some key holds: when that is, no key says. */
    private boolean isKeyed() {
        return clause.when() instanceof Plan.When.Holding;
    }

    @Override
    public void collectWithout(Set<String> broken, Consumer<Verdict> verdicts) {
        Status kept = isKeyed() ? Status.FULFILLED : NormNode.unbroken(inForce(), tier.now());
        switch (clause.holder()) {
            case Plan.Holder.Nobody _ -> {
                if (broken.isEmpty()) {
                    verdicts.accept(Telling.without(clause, Verdict.NOBODY_NAMED, kept));
                }
            }
            case Plan.Holder.At _ -> {
                if (broken.isEmpty()) {
                    verdicts.accept(Telling.without(clause, Verdict.ANYONE, kept));
                }
            }
            case Plan.Holder.Among(int _, List<String> actors) -> {
                for (String actor : actors) {
                    if (!broken.contains(actor)) {
                        verdicts.accept(Telling.without(clause, actor, kept));
                    }
                }
            }
            case Plan.Holder.One _ -> throw new IllegalStateException("a prohibition is on those who act");
        }
    }
}
