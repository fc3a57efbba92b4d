package holdfast.engine.monitor.clause;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Dependents;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.graph.Total;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A duty to act (semantics, section 9). One cell for each instance. */
public final class AchieveNode extends NormNode implements Trigger.Sink {
    /**
     * What must be done.
     *
     * @param acts null if nothing can ever match
     * @param position of the attribute that is added up; -1: acts are counted
     * @param total how many, or how much in millionths; with {@code totalSlot} the slot of the variable that says it, or -1
     */
    public record Deed(@Nullable PatternReader acts, Premise where, int position, long total, int totalSlot) {
        boolean once() {
            return position < 0 && totalSlot < 0 && total <= 1;
        }
    }

    /** What may change the duty. */
    public record Powers(List<Use> excuses, List<Use> extensions) {}

    /**
     * Acts by which a power is used.
     *
     * @param date of an extension, the position of the new date; -1: it has none
     */
    public record Use(PatternReader acts, Duty.Reach reach, int date) {}

    /** For one act's binding at a time. */
    private long[] scratch = {};

    private final Deed deed;
    private final Clock clock;
    private final Premise guard;
    private final Powers powers;

    /** Static bearers; null: the bearer is the value of the bearer's variable. */
    private final long @Nullable [] bearers;

    private final boolean triggered;
    private final List<Instance> instances = new ArrayList<>();

    /** Whether somebody hears of changes in this history; those instances that may have changed since; how many are told of each bearer; what is told of those without. */
    private boolean drained;

    private final List<Instance> changed = new ArrayList<>();
    private final Map<Long, Integer> toldOf = new HashMap<>();
    private List<Verdict> toldWithout = List.of();

    /** One act that surely counts fulfils it, nothing excuses it, and its window is fixed by its trigger. */
    private final boolean simple;

    public AchieveNode(
            Graph graph,
            Common common,
            Deed deed,
            Clock clock,
            Premise guard,
            Powers powers,
            long @Nullable [] bearers,
            boolean triggered) {
        super(graph, common);
        this.deed = deed;
        this.clock = clock;
        this.guard = guard;
        this.powers = powers;
        this.bearers = bearers;
        this.triggered = triggered;
        boolean plainDeed = deed.once()
                && deed.where() == Premise.ALWAYS
                && common.evidence().isEmpty();
        boolean unconditional = guard == Premise.ALWAYS && common.inForce() == Premise.ALWAYS;
        boolean powerless = powers.excuses().isEmpty() && powers.extensions().isEmpty();
        boolean ownAct = deed.acts() != null && deed.acts().plan().about() < 0;
        this.simple = triggered && plainDeed && unconditional && powerless && ownAct && clock.runsFromTrigger();
    }

    @Override
    public void begin() {
        super.begin();
        instances.clear();
        drained = false;
        changed.clear();
        toldOf.clear();
        toldWithout = List.of();
        if (!triggered && bearers != null) {
            for (long bearer : bearers) {
                make(null, common.scope().emptyBinding(), bearer);
            }
        }
    }

    @Override
    public void add(Trigger trigger) {
        long[] bearing = bearers;
        if (bearing == null) {
            long bound = trigger.binding()[common.bearerSlot()];
            // nobody named can bear nothing
            bearing = bound == Symbols.UNATTRIBUTED ? new long[0] : new long[] {bound};
        }
        Instance last = null;
        for (int i = 0; i < bearing.length; i++) {
            Instance one =
                    make(trigger, i == 0 ? trigger.binding() : trigger.binding().clone(), bearing[i]);
            one.sibling = last;
            last = one;
        }
        trigger.made = last;
    }

    private Instance make(@Nullable Trigger trigger, long[] binding, long bearer) {
        Instance instance = new Instance(trigger, binding, bearer);
        instance.place = instances.size();
        instances.add(instance);
        instance.touch();
        return instance;
    }

    /** The last takes the place of the one that goes. */
    private void drop(Instance instance) {
        Instance last = instances.removeLast();
        if (last != instance) {
            instances.set(instance.place, last);
            last.place = instance.place;
        }
    }

    @Override
    public void remove(Trigger trigger) {
        for (Instance one = (Instance) trigger.made; one != null; one = one.sibling) {
            drop(one);
            one.retract();
        }
        trigger.made = null;
    }

    @Override
    boolean breaksByOmission() {
        return true;
    }

    @Override
    void findingsChanged() {
        forEachInstance(Cell::touch);
    }

    void forEachInstance(Consumer<Instance> action) {
        for (int i = 0; i < instances.size(); i++) {
            action.accept(instances.get(i));
        }
    }

    @Override
    void forEachBreach(Consumer<Breach> action) {
        forEachInstance(instance -> {
            if (instance.breach != null) {
                action.accept(instance.breach);
            }
        });
    }

    @Override
    public void collect(Consumer<Verdict> verdicts) {
        int most = bearers == null ? 1 : bearers.length;
        Set<Long> borne = new HashSet<>();
        forEachInstance(instance -> {
            if (instance.exists()) {
                // Of many thousand instances the first few have named all bearers.
                if (borne.size() < most) {
                    borne.add(instance.bearer);
                }
                verdicts.accept(instance.verdict());
            }
        });
        without(borne).forEach(verdicts);
    }

    @Override
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        if (!drained) {
            drained = true;
            forEachInstance(Instance::change);
        }
        for (Instance instance : changed) {
            instance.tell(gone, came);
        }
        changed.clear();
        List<Verdict> without = without(toldOf.keySet());
        Difference.between(toldWithout, without, gone, came);
        toldWithout = without;
    }

    /** @param borne of whom there is an instance */
    private List<Verdict> without(Set<Long> borne) {
        List<Verdict> without = new ArrayList<>();
        if (bearers != null) {
            for (long bearer : bearers) {
                if (!borne.contains(bearer)) {
                    without.add(notYet(bearerName(bearer)));
                }
            }
        } else if (borne.isEmpty()) {
            without.add(notYet("each " + common.scope().variables().get(common.bearerSlot())));
        }
        return without;
    }

    @Override
    public void forEachTold(Consumer<Verdict> action) {
        forEachInstance(i -> i.forTold(action));
        changed.stream().filter(i -> i.gone).forEach(i -> i.forTold(action));
        toldWithout.forEach(action);
    }

    @Override
    public void collectBreaches(Consumer<Verdict> verdicts) {
        forEachInstance(instance -> {
            if (instance.status == Status.BREACHED || instance.status == Status.CURED) {
                verdicts.accept(instance.verdict());
            }
        });
    }

    @Override
    public void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {
        forEachInstance(instance -> {
            if (instance.isOwed() && wanted.wants(common.clause(), bearerName(instance.bearer), instance.due)) {
                verdicts.accept(instance.verdict());
            }
        });
    }

    private Verdict notYet(String bearer) {
        return verdict(bearer, new TreeMap<>(), Status.NOT_YET_DUE, Standing.NONE, null, null, null, Support.NONE);
    }

    /** An act that counts for an instance. */
    private record Act(Occurrence occurrence, boolean sure) {}

    /** Whether a waiver, and not an act, made good what was not done in time. */
    enum Waiver {
        NO,
        PERHAPS,
        YES
    }

    final class Instance extends Cell implements Dependents.Reader {
        private final @Nullable Trigger trigger;
        private final long[] binding;
        final long bearer;

        /** The next that the same trigger has made. */
        private @Nullable Instance sibling;

        /** Where it stands among the instances. */
        private int place;

        private final @Nullable Bucket acts;
        private boolean gone;

        /** Null: there is no such instance. */
        private @Nullable Status status;

        private Standing standing = Standing.NONE;
        private @Nullable Time since;
        private @Nullable Time due;
        private @Nullable Time until;

        /** Whether there surely is such an instance. */
        private boolean sure = true;

        /** When its window opens, for {@link #evaluateSimply}. */
        private long opens = Long.MIN_VALUE;

        private Waiver waived = Waiver.NO;

        /** The acts that count, without the trigger's support. */
        private List<? extends Occurrence> counting = List.of();

        private @Nullable Breach breach;
        private List<Outcome> outcomes = List.of();

        /** When it may be fulfilled, and cured, where that is open. */
        private @Nullable Time perhapsFulfilled;

        private @Nullable Time perhapsCured;

        /** What may be the anchor, where the text names one. */
        private List<? extends Occurrence> anchors = List.of();

        private long wake = Long.MAX_VALUE;

        /** What was said of it when changes were asked for last. */
        private @Nullable Verdict told;

        private boolean isChanged;

        Instance(@Nullable Trigger trigger, long[] binding, long bearer) {
            super(AchieveNode.this);
            this.trigger = trigger;
            this.binding = binding;
            this.bearer = bearer;
            if (common.bearerSlot() >= 0) {
                binding[common.bearerSlot()] = bearer == Bearers.NOBODY ? Symbols.UNATTRIBUTED : bearer;
            }
            this.acts = read(deed.acts());
            read(clock.anchorEvent());
            powers.excuses().forEach(use -> read(use.acts()));
            powers.extensions().forEach(use -> read(use.acts()));
        }

        private @Nullable Bucket read(@Nullable PatternReader reader) {
            if (reader == null) {
                return null;
            }
            Bucket bucket = reader.bucket(binding);
            bucket.readBy(this);
            return bucket;
        }

        @Override
        public long caresUntil() {
            if (gone) {
                return Long.MIN_VALUE;
            }
            Time done = since;
            boolean fixedWindow =
                    powers.extensions().isEmpty() && clock.anchorEvent() == null && common.suspended() == null;
            boolean settled = status == Status.FULFILLED && fixedWindow;
            if (!settled || done == null) {
                return Long.MAX_VALUE;
            }
            return trigger == null ? done.hi() : Math.max(done.hi(), trigger.at().hi);
        }

        boolean exists() {
            return status != null;
        }

        boolean sure() {
            return sure;
        }

        boolean mayBeCured() {
            return perhapsCured != null;
        }

        /** From when it may be fulfilled or cured; {@link Long#MAX_VALUE}: it may not. */
        long mayBeDone() {
            boolean done = status == Status.FULFILLED || status == Status.CURED;
            long first = done && since != null ? since.lo() : Long.MAX_VALUE;
            first = perhapsFulfilled == null ? first : Math.min(first, perhapsFulfilled.lo());
            return perhapsCured == null ? first : Math.min(first, perhapsCured.lo());
        }

        Waiver waived() {
            return waived;
        }

        /** Whether it is fulfilled or cured, and from when: see {@link OutcomeTruth}. */
        @Nullable
        Status status() {
            return status;
        }

        @Nullable
        Time since() {
            return since;
        }

        private void change() {
            if (drained && !isChanged) {
                isChanged = true;
                changed.add(this);
            }
        }

        private void tell(Consumer<Verdict> out, Consumer<Verdict> in) {
            isChanged = false;
            Verdict now = !gone && exists() ? verdict() : null;
            Verdict before = told;
            if (Objects.equals(before, now)) {
                return;
            }
            told = now;
            if (before != null) {
                toldOf.merge(bearer, -1, (a, b) -> a + b == 0 ? null : a + b);
                out.accept(before);
            }
            if (now != null) {
                toldOf.merge(bearer, 1, Integer::sum);
                in.accept(now);
            }
        }

        private void forTold(Consumer<Verdict> action) {
            if (told != null) {
                action.accept(told);
            }
        }

        void retract() {
            gone = true;
            change();
            wakeAt(Long.MAX_VALUE);
            Breach before = breach;
            List<Outcome> done = outcomes;
            breach = null;
            outcomes = List.of();
            status = null;
            announce(before, null);
            done.forEach(o -> announce(l -> l.withdrawn(o)));
            announce(Listener::changed);
        }

        @Override
        public void refresh(long from, long to) {
            if (gone) {
                return;
            }
            change();
            long caredUntil = caresUntil();
            Breach breachBefore = breach;
            wake = Long.MAX_VALUE;
            if (!simple || !evaluateSimply()) {
                evaluate();
            }
            if (breachBefore != null && breach != null && breachBefore.same(breach)) {
                breach = breachBefore;
            }
            wakeAt(wake);
            if (caresUntil() > caredUntil) {
                careAgain();
            }
            if (isListenedTo()) {
                announce(breachBefore, breach);
                if (outcomesHeard()) {
                    announceOutcomes();
                }
                announce(Listener::changed);
            }
        }

        private void careAgain() {
            if (acts != null) {
                acts.reopenReaders();
                reopenWhere(acts);
            }
            common.inForce().reopen(binding);
            guard.reopen(binding);
            if (clock.anchorEvent() != null) {
                clock.anchorEvent().bucket(binding).reopenReaders();
            }
            powers.excuses().forEach(use -> use.acts().bucket(binding).reopenReaders());
            powers.extensions().forEach(use -> use.acts().bucket(binding).reopenReaders());
        }

        private void reopenWhere(Bucket bucket) {
            PatternReader reader = deed.acts();
            if (reader == null || deed.where().fixed()) {
                return;
            }
            long[] ofAct = binding.clone();
            for (int i = 0; i < bucket.size(); i++) {
                System.arraycopy(binding, 0, ofAct, 0, binding.length);
                reader.plan().bind(bucket.get(i), ofAct);
                deed.where().reopen(ofAct);
            }
        }

        private void announceOutcomes() {
            List<Outcome> before = outcomes;
            List<Outcome> after = new ArrayList<>(2);
            Time at = since;
            boolean done = status == Status.FULFILLED || (status == Status.CURED && waived == Waiver.NO);
            if (done && at != null) {
                after.add(outcome(status == Status.CURED, at, sure));
            }
            if (perhapsFulfilled != null) {
                after.add(outcome(false, perhapsFulfilled, false));
            }
            if (perhapsCured != null) {
                after.add(outcome(true, perhapsCured, false));
            }
            boolean same = before.size() == after.size();
            for (int i = 0; same && i < after.size(); i++) {
                same = same(before.get(i), after.get(i));
            }
            if (!same) {
                outcomes = after;
                before.forEach(o -> announce(l -> l.withdrawn(o)));
                after.forEach(o -> announce(l -> l.achieved(o)));
            }
        }

        private Outcome outcome(boolean cured, Time at, boolean surely) {
            return new Outcome(AchieveNode.this, binding, cured, at, surely, records());
        }

        private static boolean same(Outcome a, Outcome b) {
            return a.cured() == b.cured()
                    && a.sure() == b.sure()
                    && a.at().equals(b.at())
                    && a.support().same(b.support());
        }

        /**
         * The common course of a simple duty: done in time, or not due yet. Says the same as {@link #evaluate}.
         *
         * @return false: something else is the case, nothing was done
         */
        private boolean evaluateSimply() {
            Trigger on = trigger;
            Bucket bucket = acts;
            if (on == null || bucket == null || !bucket.plain()) {
                return false;
            }
            Occurrence at = on.at();
            if (!at.sure || !at.precise()) {
                return false;
            }
            Time closing = due;
            if (closing == null) {
                closing = clock.window(binding, on, graph.civil, null).due();
                due = closing;
                opens = clock.opening(new Time(at.lo, at.hi), graph.civil).lo();
            }
            int first = bucket.size() == 0 ? 0 : bucket.firstFrom(opens);
            Occurrence act = first < bucket.size() ? bucket.get(first) : null;
            boolean done = act != null && (closing == null || act.lo <= closing.lo());
            boolean open = act == null && (closing == null || graph.now() <= closing.hi());
            if (!done && !open) {
                return false;
            }
            breach = null;
            until = null;
            sure = true;
            waived = Waiver.NO;
            perhapsFulfilled = null;
            perhapsCured = null;
            standing = Standing.NONE;
            if (done && act != null) {
                status = Status.FULFILLED;
                since = Time.at(act.lo);
                counting = List.of(act);
            } else {
                status = Status.PENDING;
                since = null;
                counting = List.of();
                wakeBy(closing == null ? Long.MAX_VALUE : closing.hi() + 1);
            }
            return true;
        }

        private void evaluate() {
            breach = null;
            until = null;
            standing = Standing.NONE;
            since = null;
            perhapsFulfilled = null;
            perhapsCured = null;
            anchors = List.of();
            waived = Waiver.NO;
            int inForceThen = Truth.TRUE;
            sure = true;
            if (trigger != null) {
                Occurrence at = trigger.at();
                inForceThen = common.inForce().during(binding, at.lo, at.hi, this);
                sure = at.sure && inForceThen == Truth.TRUE;
            }
            if (inForceThen == Truth.FALSE) {
                status = null;
                due = null;
                counting = List.of();
                return;
            }
            Truth suspension = common.suspended() == null
                    ? null
                    : common.suspended().over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            Clock.Window window = clock.window(binding, trigger, graph.civil, suspension);
            Time closing = put(window.due());
            closing = closing == null ? null : put(extended(closing, suspension));
            due = closing == null || closing.hi() == Stopping.FOREVER ? null : closing;
            sure &= window.sure();
            anchors = window.cited();
            List<Act> counted = window.anchored() ? acts(window, closing) : List.of();
            settle(window, closing, counted);
        }

        private void settle(Clock.Window window, @Nullable Time due, List<Act> counted) {
            long now = graph.now();
            Time from = window.from();
            // Mostly there is none.
            List<Act> surelyIn = counted.isEmpty()
                    ? counted
                    : counted.stream().filter(a -> surelyIn(a, from, due)).toList();
            List<Act> possiblyIn = counted.isEmpty()
                    ? counted
                    : counted.stream().filter(a -> possiblyIn(a, from, due)).toList();
            int reached = reached(surelyIn);
            if (reached >= 0 && window.sure()) {
                done(Status.FULFILLED, surelyIn, reached, possiblyIn, from);
                return;
            }
            if (reached(possiblyIn) >= 0) {
                open(window, due, counted, possiblyIn);
                return;
            }
            int excused = excused(due);
            if (excused == Truth.TRUE) {
                conclude(Status.EXCUSED);
                return;
            }
            boolean over = due != null && now > due.hi();
            boolean perhapsOver = due != null && now > due.lo();
            long lo = perhapsOver && due != null ? due.lo() : now;
            long hi = perhapsOver && due != null && window.sure() ? Math.min(now, due.hi()) : now;
            int inForce = common.applies().during(binding, lo, hi, this);
            int guarded = guard.during(binding, lo, hi, this);
            int suspended = perhapsOver || common.suspended() == null
                    ? Truth.FALSE
                    : common.suspended().at(binding, now, this);
            // Where it is open whether there is an anchor, what is asked goes on to now, also after the day.
            if (!over || !window.sure()) {
                wakeAfter(due == null || over ? Long.MAX_VALUE : perhapsOver ? due.hi() : due.lo());
                wakeBy(common.inForce().nextChange(binding, now, this));
                wakeBy(common.applies().nextChange(binding, now, this));
                wakeBy(guard.nextChange(binding, now, this));
            }
            if (excused == Truth.UNKNOWN) {
                open(window, due, counted, possiblyIn);
                return;
            }
            if (inForce == Truth.FALSE) {
                outOfForce(window, due, counted, possiblyIn);
                return;
            }
            if (inForce == Truth.TRUE && (guarded == Truth.FALSE || suspended == Truth.TRUE)) {
                conclude(Status.BLOCKED);
                return;
            }
            boolean early = !window.anchored() || (clock.notBefore() != null && now < from.lo());
            wakeBy(window.anchored() && early ? from.lo() : Long.MAX_VALUE);
            boolean unknown =
                    !sure || inForce == Truth.UNKNOWN || guarded == Truth.UNKNOWN || suspended == Truth.UNKNOWN;
            if (unknown || (!early && perhapsOver && !over)) {
                open(window, due, counted, possiblyIn);
            } else if (early) {
                conclude(Status.NOT_YET_DUE);
            } else if (!over || due == null) {
                conclude(Status.PENDING);
            } else {
                overdue(from, due, counted);
            }
        }

        private void outOfForce(Clock.Window window, @Nullable Time due, List<Act> counted, List<Act> possiblyIn) {
            long now = graph.now();
            Truth ever = trigger != null ? Truth.ALWAYS : common.applies().over(binding, Long.MIN_VALUE, now, this);
            if (ever.sure().meets(Long.MIN_VALUE, now)) {
                conclude(Status.LAPSED);
                return;
            }
            wakeBy(common.applies().nextChange(binding, now, this));
            if (ever.possible().meets(Long.MIN_VALUE, now)) {
                open(window, due, counted, possiblyIn);
            } else {
                conclude(Status.NOT_YET_DUE);
            }
        }

        /** The records do not decide it. */
        private void open(Clock.Window window, @Nullable Time due, List<Act> counted, List<Act> possiblyIn) {
            long now = graph.now();
            Time from = window.from();
            perhapsFulfilled = perhaps(
                    possiblyIn,
                    possiblyIn.stream().filter(a -> surelyIn(a, from, due)).toList(),
                    from);
            counting = occurrences(possiblyIn);
            if (due == null || now <= due.lo()) {
                status = Status.UNDETERMINED;
                wakeAfter(due == null ? Long.MAX_VALUE : due.lo());
                return;
            }
            perhapsCured = perhaps(counted, surelyLate(counted, from), from);
            judged(Status.UNDETERMINED, due, perhapsEnded(), triggerSupport(), null);
        }

        private Support triggerSupport() {
            return trigger == null ? Support.NONE : trigger.support();
        }

        private void overdue(Time from, Time due, List<Act> counted) {
            List<Act> late = surelyLate(counted, from);
            int reached = reached(late);
            List<Occurrence> waivers = waivers(false);
            List<Occurrence> sureWaivers = waivers(true);
            if (reached < 0 && sureWaivers.isEmpty()) {
                waived = waivers.isEmpty() ? Waiver.NO : Waiver.PERHAPS;
                counting = List.of();
                perhapsCured = perhaps(counted, late, from);
                judged(Status.BREACHED, due, perhapsEnded(), triggerSupport(), due);
                return;
            }
            Time acted = perhaps(counted, late, from);
            Time act = reached < 0 ? null : reachedAt(late, reached, counted, from);
            Occurrence waiver = sureWaivers.isEmpty() ? null : sureWaivers.getFirst();
            boolean byWaiver = waiver != null && (act == null || precedes(waiver, act));
            // Not both are missing: that was judged above.
            Time first = waiver != null && byWaiver ? new Time(waiver.lo, waiver.hi) : Objects.requireNonNull(act);
            long lo = first.lo();
            for (Occurrence w : waivers) {
                lo = Math.min(lo, w.lo);
            }
            lo = acted == null ? lo : Math.min(lo, acted.lo());
            waived = waived(act, acted, waiver, waivers);
            perhapsCured = waived == Waiver.PERHAPS ? acted : null;
            counting = byWaiver && waiver != null ? List.of(waiver) : occurrences(late.subList(0, reached + 1));
            Time at = new Time(lo, first.hi());
            judged(Status.CURED, due, at, triggerSupport(), at);
            perhapsCured = status == Status.CURED ? perhapsCured : null;
        }

        private static boolean precedes(Occurrence waiver, Time act) {
            return waiver.hi != act.hi() ? waiver.hi < act.hi() : waiver.lo < act.lo();
        }

        /** Whether what made it good surely was a waiver: of two at one instant, the act. */
        private static Waiver waived(
                @Nullable Time act, @Nullable Time acted, @Nullable Occurrence waiver, List<Occurrence> waivers) {
            if (waiver != null && (acted == null || waiver.hi < acted.lo())) {
                return Waiver.YES;
            }
            boolean before = act != null && waivers.stream().allMatch(w -> act.hi() <= w.lo);
            return before ? Waiver.NO : Waiver.PERHAPS;
        }

        private @Nullable Time perhapsEnded() {
            long first = perhapsCured == null ? Breach.NONE : perhapsCured.lo();
            for (Occurrence waiver : waivers(false)) {
                first = Math.min(first, waiver.lo);
            }
            return first == Breach.NONE ? null : new Time(first, Breach.NONE);
        }

        private static List<Act> surelyLate(List<Act> counted, Time from) {
            return counted.stream()
                    .filter(a -> a.sure() && a.occurrence().lo >= from.hi())
                    .toList();
        }

        /** When acts that may count reach the amount, at the latest where the sure ones among them do; null if they do not. */
        private @Nullable Time perhaps(List<Act> acts, List<Act> surely, Time from) {
            int reached = reached(acts);
            if (reached < 0) {
                return null;
            }
            int last = reached(surely);
            long hi = last >= 0
                    ? surely.get(last).occurrence().hi
                    : acts.stream().mapToLong(a -> a.occurrence().hi).max().orElseThrow();
            return new Time(reachedAt(acts, reached, acts, from).lo(), hi);
        }

        /** The time at which these acts reach the amount; it may be as early as all that may count do. */
        private Time reachedAt(List<Act> acts, int reached, List<Act> possible, Time from) {
            Occurrence last = acts.get(reached).occurrence();
            long lo = last.lo;
            boolean open = false;
            for (Act act : possible) {
                Occurrence o = act.occurrence();
                open |= o.lo <= last.hi && !(act.sure() && o.precise() && acts.contains(act));
            }
            if (open) {
                lo = Math.min(lo, earliest(possible.isEmpty() ? acts : possible, last.hi, from));
            }
            return new Time(lo, last.hi);
        }

        private long earliest(List<Act> possible, long otherwise, Time from) {
            List<Act> ordered = new ArrayList<>(possible);
            ordered.sort((a, b) -> Occurrence.IN_ORDER.compare(a.occurrence(), b.occurrence()));
            long needed = needed();
            Total total = new Total();
            for (Act act : ordered) {
                total.add(Math.max(0, worth(act)));
                if (total.reaches(needed)) {
                    return Math.max(act.occurrence().lo, from.lo());
                }
            }
            return otherwise;
        }

        /** Makes the breach, and takes on what the findings make of it. */
        private void judged(Status raw, Time start, @Nullable Time end, Support support, @Nullable Time sinceThen) {
            Breach.Judgement judgement = judge(raw, bearer, support, start.lo(), start.hi());
            breach = new Breach(
                    AchieveNode.this,
                    bearer,
                    binding,
                    start.lo(),
                    start.hi(),
                    end,
                    judgement.sure() || raw != Status.UNDETERMINED,
                    null,
                    support,
                    judgement);
            status = judgement.status();
            standing = judgement.standing();
            until = raw == Status.CURED ? end : null;
            boolean settled = raw == Status.UNDETERMINED && status == Status.BREACHED;
            since = !settled ? sinceThen : start.hi() == Stopping.FOREVER ? null : start;
            wakeBy(judgement.wake());
        }

        private void conclude(Status status) {
            this.status = status;
            counting = List.of();
        }

        private void done(Status status, List<Act> acts, int reached, List<Act> possible, Time from) {
            this.status = status;
            since = reachedAt(acts, reached, possible, from);
            counting = occurrences(acts.subList(0, reached + 1));
        }

        private static List<Occurrence> occurrences(List<Act> acts) {
            List<Occurrence> occurrences = new ArrayList<>(acts.size());
            for (Act act : acts) {
                occurrences.add(act.occurrence());
            }
            return occurrences;
        }

        /** Whether it is surely to be done: what makes it leaves nothing open, and it is in force and not blocked now. */
        private boolean isOwed() {
            if (status != Status.PENDING) {
                return false;
            }
            Occurrence at = trigger == null ? null : trigger.at();
            boolean sure =
                    at == null || (at.sure && common.inForce().during(binding, at.lo, at.hi, this) == Truth.TRUE);
            long now = graph.now();
            return sure
                    && common.inForce().at(binding, now, this) == Truth.TRUE
                    && guard.at(binding, now, this) == Truth.TRUE;
        }

        /** On what its status rests. */
        private Support records() {
            Support base = status == null ? Support.NONE : triggerSupport();
            return base.plus(anchors).plus(counting);
        }

        private void wakeAfter(long instant) {
            wakeBy(instant == Long.MAX_VALUE ? instant : instant + 1);
        }

        private void wakeBy(long instant) {
            wake = Math.min(wake, instant);
        }

        private static boolean surelyIn(Act act, Time from, @Nullable Time due) {
            Occurrence o = act.occurrence();
            return act.sure() && o.lo >= from.hi() && (due == null || o.hi <= due.lo());
        }

        private static boolean possiblyIn(Act act, Time from, @Nullable Time due) {
            Occurrence o = act.occurrence();
            return o.hi >= from.lo() && (due == null || o.lo <= due.hi());
        }

        /** The index of the act with which the amount is reached; -1 if it is not. */
        private int reached(List<Act> acts) {
            long needed = needed();
            if (needed == Symbols.MISSING || needed == Symbols.UNBOUND) {
                return -1;
            }
            Total total = new Total();
            for (int i = 0; i < acts.size(); i++) {
                total.add(worth(acts.get(i)));
                if (total.reaches(needed)) {
                    return i;
                }
            }
            return -1;
        }

        private long needed() {
            return deed.totalSlot() >= 0 ? binding[deed.totalSlot()] : deed.total();
        }

        private long worth(Act act) {
            if (deed.position() < 0) {
                return 1;
            }
            long quantity = act.occurrence().values[deed.position()];
            return quantity == Symbols.MISSING ? 0 : quantity;
        }

        /** The acts that end at or after an instant, by their ends; after one that settles a duty to act once, no more. */
        private List<Act> acts(Clock.Window window, @Nullable Time due) {
            Time from = window.from();
            Bucket bucket = acts;
            PatternReader reader = deed.acts();
            if (bucket == null || reader == null || bucket.size() == 0) {
                return List.of();
            }
            List<Act> found = new ArrayList<>();
            for (int i = bucket.firstEndingFrom(from.lo()); i < bucket.size(); i++) {
                Occurrence o = bucket.get(i);
                int about = isAbout(reader.plan(), o);
                if (o.hi < from.lo() || about == Truth.FALSE) {
                    continue;
                }
                if (scratch.length != binding.length) {
                    scratch = new long[binding.length];
                }
                System.arraycopy(binding, 0, scratch, 0, binding.length);
                reader.plan().bind(o, scratch);
                int weight = deed.where().during(scratch, o.lo, o.hi, this);
                if (weight != Truth.FALSE) {
                    boolean sure = weight == Truth.TRUE && about == Truth.TRUE && o.sure && evident(o);
                    found.add(new Act(o, sure));
                    boolean decided = due == null || o.hi <= due.lo() || o.lo > due.hi();
                    // Where the window itself is in doubt, every act that may count is cited.
                    boolean settles = sure && decided && o.lo >= from.hi() && window.sure();
                    if (settles && bucket.plain() && deed.once()) {
                        break;
                    }
                }
            }
            if (!bucket.plain()) {
                found.sort((a, b) -> Occurrence.BY_END.compare(a.occurrence(), b.occurrence()));
            }
            return found;
        }

        /** Whether what the act is about is the breach that triggered this. */
        private int isAbout(PatternPlan plan, Occurrence act) {
            if (plan.about() < 0) {
                return Truth.TRUE;
            }
            Breach triggering = trigger == null ? null : trigger.breach();
            return triggering == null ? Truth.FALSE : triggering.holds(graph.symbols.name(act.values[plan.about()]));
        }

        /** Null while nobody can say when it ends: the clause is suspended. */
        private static @Nullable Time put(@Nullable Time due) {
            return due == null || due.lo() == Stopping.FOREVER ? null : due;
        }

        // What the use of a power reaches.

        private boolean surelyReaches(Use use, Occurrence act) {
            return use.reach().forGood() || trigger == null || act.lo >= trigger.at().hi;
        }

        private boolean possiblyReaches(Use use, Occurrence act) {
            return use.reach().forGood() || trigger == null || act.hi >= trigger.at().lo;
        }

        /** Whether an excuse surely or perhaps applies. */
        private int excused(@Nullable Time due) {
            int best = Truth.FALSE;
            for (Use use : powers.excuses()) {
                Bucket bucket = use.acts().bucket(binding);
                boolean whenever = due == null || use.reach().alsoAfterTheDay();
                for (int i = 0; i < bucket.size() && best < Truth.TRUE; i++) {
                    Occurrence act = bucket.get(i);
                    if (act.sure && surelyReaches(use, act) && (whenever || due == null || act.hi <= due.lo())) {
                        best = Truth.TRUE;
                    } else if (possiblyReaches(use, act) && (whenever || due == null || act.lo <= due.hi())) {
                        best = Truth.UNKNOWN;
                    }
                }
            }
            return best;
        }

        /** The excuses that may reach it, or the sure ones that surely do, by their ends. */
        private List<Occurrence> waivers(boolean surely) {
            List<Occurrence> found = new ArrayList<>();
            for (Use use : powers.excuses()) {
                Bucket bucket = use.acts().bucket(binding);
                for (int i = 0; i < bucket.size(); i++) {
                    Occurrence act = bucket.get(i);
                    if (surely ? act.sure && surelyReaches(use, act) : possiblyReaches(use, act)) {
                        found.add(act);
                    }
                }
            }
            found.sort(Occurrence.BY_END);
            return found;
        }

        /** Extensions put it off, in whatever order, until none puts it off further. */
        private Time extended(Time due, @Nullable Truth suspension) {
            Time extended = due;
            for (Use use : powers.extensions()) {
                Bucket bucket = use.acts().bucket(binding);
                for (int i = 0; i < bucket.size(); i++) {
                    extended = extended(extended, use, bucket.get(i), suspension);
                }
            }
            return extended.equals(due) ? due : extended(extended, suspension);
        }

        private Time extended(Time due, Use use, Occurrence act, @Nullable Truth suspension) {
            if (use.date() < 0 || act.values[use.date()] == Symbols.MISSING) {
                return due;
            }
            Time day = Time.at(graph.civil.end(LocalDate.ofEpochDay(act.values[use.date()])));
            if (suspension != null) {
                day = new Stopping(suspension, graph.civil).fixed(day);
            }
            boolean late = use.reach().alsoAfterTheDay();
            boolean surely = act.sure && surelyReaches(use, act) && (late || act.hi <= due.lo());
            boolean perhaps = possiblyReaches(use, act) && (late || act.lo <= due.hi());
            return new Time(
                    surely ? Math.max(due.lo(), day.lo()) : due.lo(),
                    perhaps ? Math.max(due.hi(), day.hi()) : due.hi());
        }

        private Verdict verdict() {
            return AchieveNode.this.verdict(
                    bearerName(bearer),
                    trigger == null ? new TreeMap<>() : key(binding),
                    java.util.Objects.requireNonNull(status),
                    standing,
                    since,
                    due,
                    until,
                    records());
        }
    }
}
