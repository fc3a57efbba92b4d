package holdfast.engine.monitor.clause;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.definition.Chains;
import holdfast.engine.monitor.definition.Episode;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.KeyMap;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A prohibition (semantics, section 10). One cell for each bearer and key. */
public final class RefrainNode extends NormNode implements Stream.Listener {
    private final PatternPlan act;

    /** The clause is in force and its {@code where} holds. */
    private final Premise forbidden;

    private final Bearers bearers;
    private final boolean nobodyNamed;
    private final int offender;
    private final int[] keySlots;

    /** Where the act has the values of these. */
    private final int[] keyPositions;

    private final @Nullable Span gap;
    private final boolean keyedByCondition;
    private final KeyMap<Kept> cells;
    private final List<Kept> order = new ArrayList<>();
    private final long[] key;
    private final Cell reader = new Cell(this) {
        @Override
        public void refresh(long from, long to) {}
    };

    /**
     * @param offender position of the attribute that carries the bearer; -1 if none does
     * @param keySlots slots of the variables of {@code while} that the act binds, without the bearer's
     * @param keyedByCondition whether {@code while} has variables other than the bearer's
     */
    public RefrainNode(
            Graph graph,
            Common common,
            PatternPlan act,
            Premise forbidden,
            Bearers bearers,
            boolean nobodyNamed,
            int offender,
            int[] keySlots,
            boolean keyedByCondition,
            @Nullable Span gap) {
        super(graph, common);
        this.act = act;
        this.forbidden = forbidden;
        this.bearers = bearers;
        this.nobodyNamed = nobodyNamed;
        this.offender = offender;
        this.keySlots = keySlots;
        this.keyPositions = Arrays.stream(keySlots).map(act::positionOf).toArray();
        this.keyedByCondition = keyedByCondition;
        this.gap = gap;
        this.cells = new KeyMap<>(1 + keySlots.length);
        this.key = new long[1 + keySlots.length];
        graph.listen(act.stream(), concern(), this);
    }

    @Override
    public void begin() {
        super.begin();
        cells.clear();
        order.clear();
    }

    private Stream.Concern concern() {
        boolean everybodys = offender < 0 || nobodyNamed || bearers.anyone();
        return everybodys ? act.concern() : act.concern().and(new Stream.Concern(offender, bearers.offenders()));
    }

    @Override
    public void added(Occurrence occurrence) {
        if (!act.admits(occurrence)) {
            return;
        }
        if (nobodyNamed) {
            cell(Bearers.NOBODY, occurrence).acts.add(occurrence);
            return;
        }
        for (long bearer : bearersOf(occurrence)) {
            if (agrees(occurrence, bearer)) {
                cell(bearer, occurrence).acts.add(occurrence);
            }
        }
    }

    @Override
    public void removed(Occurrence occurrence) {
        if (!act.admits(occurrence)) {
            return;
        }
        if (nobodyNamed) {
            cell(Bearers.NOBODY, occurrence).acts.remove(occurrence);
            return;
        }
        for (long bearer : bearersOf(occurrence)) {
            if (agrees(occurrence, bearer)) {
                cell(bearer, occurrence).acts.remove(occurrence);
            }
        }
    }

    private List<Long> bearersOf(Occurrence occurrence) {
        if (offender < 0) {
            return bearers.anyone() ? List.of(Bearers.NOBODY) : bearers.named();
        }
        return bearers.of(occurrence.values[offender]);
    }

    /** The bearer's variable may stand in the act a second time. */
    private boolean agrees(Occurrence occurrence, long bearer) {
        int again = common.bearerSlot() < 0 ? -1 : act.positionOf(common.bearerSlot());
        return again < 0 || occurrence.values[again] == (bearer == Bearers.NOBODY ? Symbols.UNATTRIBUTED : bearer);
    }

    private Kept cell(long bearer, Occurrence occurrence) {
        key[0] = bearer;
        for (int i = 0; i < keySlots.length; i++) {
            key[1 + i] = occurrence.values[keyPositions[i]];
        }
        Kept cell = cells.get(key);
        if (cell == null) {
            long[] binding = common.scope().emptyBinding();
            for (int i = 0; i < keySlots.length; i++) {
                binding[keySlots[i]] = key[1 + i];
            }
            bindBearer(binding, bearer);
            cell = new Kept(bearer, binding);
            cells.put(key, cell);
            order.add(cell);
        }
        return cell;
    }

    private void bindBearer(long[] binding, long bearer) {
        if (common.bearerSlot() >= 0) {
            binding[common.bearerSlot()] = bearer == Bearers.NOBODY ? Symbols.UNATTRIBUTED : bearer;
        }
    }

    @Override
    boolean breaksByOmission() {
        return false;
    }

    @Override
    void findingsChanged() {
        order.forEach(Kept::judgeAgain);
    }

    @Override
    void forEachBreach(Consumer<Breach> action) {
        for (Kept cell : order) {
            for (Chains.Chain chain : cell.chains.chains()) {
                cell.breaches(chain).forEach(action);
            }
        }
    }

    @Override
    public void collect(Consumer<Verdict> verdicts) {
        Set<Long> broken = new HashSet<>();
        for (Kept cell : order) {
            for (Chains.Chain chain : cell.chains.chains()) {
                broken.add(cell.bearer);
                cell.breaches(chain).forEach(b -> verdicts.accept(cell.verdict(b)));
            }
        }
        if (bearers.anyone()) {
            if (broken.isEmpty()) {
                verdicts.accept(unbroken(Verdict.ANYONE, Bearers.NOBODY));
            }
        } else if (nobodyNamed) {
            if (broken.isEmpty()) {
                verdicts.accept(unbroken(Verdict.NOBODY_NAMED, Bearers.NOBODY));
            }
        } else {
            for (long bearer : bearers.named()) {
                if (!broken.contains(bearer)) {
                    verdicts.accept(unbroken(bearerName(bearer), bearer));
                }
            }
        }
    }

    /** A breach is over, or the prohibition begins or ends to apply. */
    @Override
    public long nextNews() {
        long now = graph.now();
        long next = Long.MAX_VALUE;
        for (Kept cell : order) {
            for (Chains.Chain chain : cell.chains.chains()) {
                for (Breach breach : cell.breaches(chain)) {
                    if (breach.endHi >= now && breach.endHi != Breach.NONE) {
                        next = Math.min(next, breach.endHi + 1);
                    }
                }
            }
        }
        if (keyedByCondition) {
            return next;
        }
        List<Long> all = bearers.anyone() || nobodyNamed ? List.of(Bearers.NOBODY) : bearers.named();
        for (long bearer : all) {
            next = Math.min(next, common.inForce().nextChange(binding(bearer), now, reader));
        }
        return next;
    }

    private long[] binding(long bearer) {
        long[] binding = common.scope().emptyBinding();
        if (bearer != Bearers.NOBODY) {
            bindBearer(binding, bearer);
        }
        return binding;
    }

    private Verdict unbroken(String bearerName, long bearer) {
        Status status = keyedByCondition ? Status.FULFILLED : unbroken(binding(bearer), reader);
        return verdict(bearerName, new TreeMap<>(), status, Standing.NONE, null, null, null, Support.NONE);
    }

    /** The acts of one bearer and key. */
    private final class Kept extends Cell implements Chains.Listener, Chains.Scale {
        private final long bearer;
        private final long[] binding;
        private final long[] scratch;
        private final Bucket acts = new Bucket();
        private final Chains chains;

        public Kept(long bearer, long[] binding) {
            super(RefrainNode.this);
            this.bearer = bearer;
            this.binding = binding;
            this.scratch = binding.clone();
            this.chains = new Chains(acts, this, gap, graph.civil, this);
            acts.readBy(this);
        }

        @Override
        public int weigh(Occurrence occurrence) {
            act.bind(occurrence, scratch);
            bindBearer(scratch, bearer);
            int weight = forbidden.during(scratch, occurrence.lo, occurrence.hi, this);
            boolean doubtful = weight == Truth.TRUE && !(occurrence.sure && evident(occurrence));
            return doubtful ? Truth.UNKNOWN : weight;
        }

        @Override
        public void refresh(long from, long to) {
            chains.refresh(from, to);
            judgeIfDue();
        }

        /** Silence may have changed how a breach stands. */
        private void judgeIfDue() {
            if (common.silence() == null) {
                return;
            }
            long wake = Long.MAX_VALUE;
            for (Chains.Chain chain : chains.chains()) {
                List<Breach> breaches = breaches(chain);
                if (breaches.stream().anyMatch(b -> b.judgement.wake() <= graph.now())) {
                    breaches = renew(chain);
                }
                for (Breach breach : breaches) {
                    wake = Math.min(wake, breach.judgement.wake());
                }
            }
            wakeAt(wake);
        }

        private void judgeAgain() {
            for (Chains.Chain chain : chains.chains()) {
                renew(chain);
            }
            touch(Long.MAX_VALUE, Long.MAX_VALUE);
        }

        /** The breaches of a chain, one for each of its episodes. */
        private record Made(List<Breach> breaches) {}

        private List<Breach> renew(Chains.Chain chain) {
            List<Breach> before =
                    chain.attachment instanceof Made(List<Breach> made) ? new ArrayList<>(made) : new ArrayList<>();
            List<Breach> after = makeBreaches(chain);
            List<Breach> fresh = new ArrayList<>();
            for (int i = 0; i < after.size(); i++) {
                Breach same = takeSame(before, after.get(i));
                if (same != null) {
                    after.set(i, same);
                } else {
                    fresh.add(after.get(i));
                }
            }
            chain.attachment = new Made(after);
            before.forEach(b -> announce(b, null));
            fresh.forEach(b -> announce(null, b));
            return after;
        }

        private static @Nullable Breach takeSame(List<Breach> from, Breach breach) {
            for (int i = 0; i < from.size(); i++) {
                if (from.get(i).same(breach)) {
                    return from.remove(i);
                }
            }
            return null;
        }

        private List<Breach> breaches(Chains.Chain chain) {
            if (chain.attachment instanceof Made(List<Breach> made)) {
                return made;
            }
            List<Breach> made = makeBreaches(chain);
            chain.attachment = new Made(made);
            return made;
        }

        private List<Breach> makeBreaches(Chains.Chain chain) {
            List<Breach> made = new ArrayList<>();
            // A chain that grows is one breach over and over: what was looked for in its beginning need not be looked
            // for again.
            Support before = chain.attachment instanceof Made(List<Breach> was) && was.size() == 1
                    ? was.getFirst().support
                    : null;
            for (Episode episode : chains.episodes(chain)) {
                made.add(breach(episode, before));
            }
            return made;
        }

        private Breach breach(Episode e, @Nullable Support before) {
            Support support = Support.of(e.acts(), before);
            Status raw = e.sure() ? Status.BREACHED : Status.UNDETERMINED;
            Breach.Judgement judgement = judge(raw, bearer, support, e.startLo(), e.startHi());
            return new Breach(
                    RefrainNode.this,
                    bearer,
                    binding,
                    e.startLo(),
                    e.startHi(),
                    new Time(e.endLo(), e.endHi()),
                    e.own() || (!e.sure() && judgement.sure()),
                    e,
                    support,
                    judgement);
        }

        @Override
        public void formed(Chains.Chain chain) {
            if (isListenedTo() || common.silence() != null) {
                renew(chain);
            }
        }

        @Override
        public void grown(Chains.Chain chain) {
            if (isListenedTo() || common.silence() != null) {
                renew(chain);
            } else {
                chain.attachment = null;
            }
        }

        @Override
        public void dissolved(Chains.Chain chain) {
            if (chain.attachment instanceof Made(List<Breach> made)) {
                made.forEach(b -> announce(b, null));
            }
        }

        private Verdict verdict(Breach breach) {
            Time since = new Time(breach.startLo, breach.startHi);
            Time until = graph.now() > breach.endHi ? new Time(breach.endLo, breach.endHi) : null;
            return RefrainNode.this
                    .verdict(
                            bearerName(bearer),
                            key(binding),
                            breach.judgement.status(),
                            breach.judgement.standing(),
                            since,
                            null,
                            until,
                            breach.support)
                    .counted(breach.counts());
        }
    }
}
