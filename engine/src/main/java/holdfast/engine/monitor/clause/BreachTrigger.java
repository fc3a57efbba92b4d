package holdfast.engine.monitor.clause;

import holdfast.engine.Time;
import holdfast.engine.monitor.definition.Episode;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.engine.monitor.pattern.Scope;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Triggers that follow from breaches of other clauses (semantics, section 13). One cell for each breach. */
public final class BreachTrigger extends Node {
    private static final long[] NO_VALUES = {};
    private static final int[][] NOTHING = {};

    /** When a breach becomes a trigger. */
    public sealed interface Kind {
        /** At its start. */
        record Start() implements Kind {}

        /** When it is confirmed. */
        record Confirmed() implements Kind {}

        record Continues(Span after, boolean confirmed) implements Kind {}

        record Grows(PatternReader into, boolean confirmed) implements Kind {}
    }

    /**
     * Whose breach, and what it binds.
     *
     * @param admitted the bearers that match, or null for any
     * @param bySlot the slot that is bound to the bearer; -1 if none is
     */
    public record By(long @Nullable [] admitted, int bySlot) {}

    private final Kind kind;
    private final By by;
    private final Scope scope;
    private final Trigger.Sink sink;
    private final Map<NormNode, int[][]> copies = new HashMap<>();
    private final Map<Breach, Triggered> cells = new IdentityHashMap<>();

    /** @param taken the variables of the breach's instance that go over */
    public BreachTrigger(
            Graph graph,
            Kind kind,
            By by,
            Scope scope,
            List<? extends NormNode> norms,
            Set<String> taken,
            Trigger.Sink sink) {
        super(graph);
        this.kind = kind;
        this.by = by;
        this.scope = scope;
        this.sink = sink;
        for (NormNode norm : norms) {
            copies.put(norm, Copies.from(norm, scope, taken));
            norm.listenForGood(new NormNode.Listener() {
                @Override
                public void breached(Breach breach) {
                    add(breach);
                }

                @Override
                public void withdrawn(Breach breach) {
                    remove(breach);
                }

                @Override
                public boolean hearsOutcomes() {
                    return false;
                }
            });
        }
    }

    @Override
    public void begin() {
        cells.clear();
    }

    private void add(Breach breach) {
        boolean matches = by.admitted() == null || Arrays.stream(by.admitted()).anyMatch(a -> a == bearerValue(breach));
        if (matches && breach.judgement.stands() && breach.hasStart()) {
            Triggered cell = new Triggered(breach);
            cells.put(breach, cell);
            cell.touch();
        }
    }

    private void remove(Breach breach) {
        Triggered cell = cells.remove(breach);
        if (cell != null) {
            cell.retract();
        }
    }

    private static long bearerValue(Breach breach) {
        return breach.bearer == Bearers.NOBODY ? Symbols.UNATTRIBUTED : breach.bearer;
    }

    private final class Triggered extends Cell {
        private final Breach breach;
        private final long[] binding;
        private List<Trigger> given = List.of();
        private boolean gone;

        Triggered(Breach breach) {
            super(BreachTrigger.this);
            this.breach = breach;
            this.binding = scope.emptyBinding();
            if (by.bySlot() >= 0) {
                binding[by.bySlot()] = bearerValue(breach);
            }
            Copies.copy(copies.getOrDefault(breach.norm, NOTHING), breach.binding, binding);
            if (kind instanceof Kind.Grows grows) {
                grows.into().bucket(binding).readBy(this);
            }
        }

        void retract() {
            gone = true;
            give(List.of());
        }

        @Override
        public void refresh(long from, long to) {
            if (!gone) {
                give(occurrences());
            }
        }

        private void give(List<Occurrence> occurrences) {
            List<Trigger> before = given;
            boolean same = before.size() == occurrences.size();
            for (int i = 0; same && i < before.size(); i++) {
                same = sameTrigger(before.get(i).at(), occurrences.get(i));
            }
            if (same) {
                return;
            }
            given = new ArrayList<>();
            before.forEach(sink::remove);
            for (Occurrence occurrence : occurrences) {
                Support support = breach.support;
                if (occurrence instanceof Grown grown) {
                    support = support.plus(List.of(grown.into));
                }
                Trigger trigger = new Trigger(occurrence, bound(occurrence), support, breach);
                given.add(trigger);
                sink.add(trigger);
            }
        }

        /** What the breach grew into binds the variables that did not come with the breach. */
        private long[] bound(Occurrence occurrence) {
            long[] all = binding.clone();
            if (occurrence instanceof Grown grown && kind instanceof Kind.Grows grows) {
                grows.into().plan().bind(grown.into, all);
            }
            return all;
        }

        private static boolean sameTrigger(Occurrence a, Occurrence b) {
            boolean sameTime = a.lo == b.lo && a.hi == b.hi && a.sure == b.sure;
            return sameTime && (!(a instanceof Grown x) || !(b instanceof Grown y) || x.into == y.into);
        }

        private List<Occurrence> occurrences() {
            Breach.Judgement judgement = breach.judgement;
            return switch (kind) {
                case Kind.Start() -> List.of(at(breach.startLo, breach.startHi, judgement.sure() && breach.own));
                case Kind.Confirmed() ->
                    judgement.perhapsConfirmed()
                            ? List.of(at(
                                    judgement.confirmedLo(),
                                    judgement.confirmedHi(),
                                    judgement.surelyConfirmed() && breach.own))
                            : List.of();
                case Kind.Continues(Span after, boolean confirmed) ->
                    confirmed && !judgement.perhapsConfirmed() ? List.of() : continued(after, isSure(confirmed));
                case Kind.Grows(PatternReader into, boolean confirmed) ->
                    confirmed && !judgement.perhapsConfirmed() ? List.of() : grown(into, isSure(confirmed));
            };
        }

        /** @param confirmed whether it must be */
        private boolean isSure(boolean confirmed) {
            Breach.Judgement judgement = breach.judgement;
            return judgement.sure() && breach.own && (!confirmed || judgement.surelyConfirmed());
        }

        private Occurrence at(long lo, long hi, boolean sure) {
            return new Occurrence(lo, hi, sure, NO_VALUES, breach.report());
        }

        private List<Occurrence> continued(Span after, boolean breached) {
            Time x = graph.civil.shift(new Time(breach.startLo, breach.startHi), after);
            long lo = x.lo();
            long hi = x.hi();
            Episode episode = breach.episode;
            boolean possible = (breach.endHi == Breach.NONE || breach.endHi > lo)
                    && (episode == null || episode.mayOutlast(after));
            if (!possible) {
                return List.of();
            }
            if (hi > graph.now()) {
                wakeAt(lo > graph.now() ? lo : hi);
            }
            if (lo > graph.now()) {
                return List.of();
            }
            boolean outlasts =
                    breach.endLo == Breach.NONE || breach.endLo > hi || (episode != null && episode.outlasts(after));
            return List.of(at(lo, hi, breached && outlasts && hi <= graph.now()));
        }

        /** Where it is open which is the first, each that may be, by what they bind. */
        private List<Occurrence> grown(PatternReader into, boolean breached) {
            Bucket bucket = into.bucket(binding);
            List<Occurrence> possible = new ArrayList<>();
            Occurrence first = null;
            for (int i = bucket.firstEndingFrom(breach.startLo); i < bucket.size(); i++) {
                Occurrence w = bucket.get(i);
                if (w.hi >= breach.startLo && w.lo <= breach.endHi) {
                    possible.add(w);
                    boolean surely = w.sure && w.lo >= breach.startHi && w.hi <= breach.endLo;
                    if (surely && (first == null || Occurrence.BY_END.compare(w, first) < 0)) {
                        first = w;
                    }
                }
            }
            possible.sort(Occurrence.BY_END);
            Map<List<Long>, List<Occurrence>> candidates = new LinkedHashMap<>();
            for (Occurrence w : possible) {
                if (first == null || w == first || w.lo < first.hi || (w.lo == first.hi && !w.precise())) {
                    long[] bound = binding.clone();
                    into.plan().bind(w, bound);
                    candidates
                            .computeIfAbsent(Arrays.stream(bound).boxed().toList(), k -> new ArrayList<>())
                            .add(w);
                }
            }
            List<Occurrence> found = new ArrayList<>();
            for (List<Occurrence> ws : candidates.values()) {
                found.add(grown(ws, first, breached && candidates.size() == 1));
            }
            return found;
        }

        private Grown grown(List<Occurrence> ws, @Nullable Occurrence first, boolean sureIfFirst) {
            Occurrence into = first != null && ws.contains(first) ? first : ws.getFirst();
            long lo = breach.startLo;
            long least = Long.MAX_VALUE;
            long greatest = Long.MIN_VALUE;
            for (Occurrence w : ws) {
                least = Math.min(least, w.lo);
                greatest = Math.max(greatest, w.hi);
            }
            lo = Math.max(lo, least);
            long hi = Math.max(lo, Math.min(first == null ? breach.endHi : first.hi, greatest));
            boolean sure = sureIfFirst && first != null;
            return new Grown(into, lo, hi, sure, breach.report());
        }
    }

    private static final class Grown extends Occurrence {
        private final Occurrence into;

        Grown(Occurrence into, long lo, long hi, boolean sure, long report) {
            super(lo, hi, sure, NO_VALUES, report);
            this.into = into;
        }
    }
}
