package holdfast.engine.monitor;

import holdfast.language.model.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Triggers that follow from breaches of other clauses (semantics, section 13). One cell for each breach. */
final class BreachTrigger extends Node {
    private static final long[] NO_VALUES = {};
    private static final int[][] NOTHING = {};

    /** When a breach becomes a trigger. */
    sealed interface Kind {
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
    record By(long @Nullable [] admitted, int bySlot) {}

    private final Kind kind;
    private final By by;
    private final Scope scope;
    private final Trigger.Sink sink;
    private final Map<NormNode, int[][]> copies = new HashMap<>();
    private final Map<Breach, Triggered> cells = new IdentityHashMap<>();

    /** @param taken the variables of the breach's instance that go over */
    BreachTrigger(
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
            norm.listen(new NormNode.Listener() {
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
        private @Nullable Trigger given;
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
            give(null);
        }

        @Override
        void refresh(long from, long to) {
            if (!gone) {
                give(occurrence());
            }
        }

        private void give(@Nullable Occurrence occurrence) {
            Trigger before = given;
            if (before != null && occurrence != null && sameTrigger(before.at(), occurrence)) {
                return;
            }
            if (before != null) {
                given = null;
                sink.remove(before);
            }
            if (occurrence != null) {
                Support support = breach.support;
                if (occurrence instanceof Grown grown) {
                    support = support.plus(List.of(grown.into));
                }
                Trigger trigger = new Trigger(occurrence, bound(occurrence), support, breach);
                given = trigger;
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

        private @Nullable Occurrence occurrence() {
            Breach.Judgement judgement = breach.judgement;
            return switch (kind) {
                case Kind.Start() -> at(breach.startLo, breach.startHi, judgement.sure());
                case Kind.Confirmed() ->
                    judgement.confirmed() ? at(judgement.confirmedLo(), judgement.confirmedHi(), true) : null;
                case Kind.Continues(Span after, boolean confirmed) ->
                    confirmed && !judgement.confirmed() ? null : continued(after);
                case Kind.Grows(PatternReader into, boolean confirmed) ->
                    confirmed && !judgement.confirmed() ? null : grown(into);
            };
        }

        private Occurrence at(long lo, long hi, boolean sure) {
            return new Occurrence(lo, hi, sure, NO_VALUES, breach.report());
        }

        private @Nullable Occurrence continued(Span after) {
            long a = graph.civil.shift(breach.startLo, after, 1);
            long b = graph.civil.shift(breach.startHi, after, 1);
            long lo = Math.min(a, b);
            long hi = Math.max(a, b);
            if (hi > graph.now()) {
                wakeAt(hi);
                return null;
            }
            boolean possible = breach.end == Breach.NONE || breach.end > lo;
            boolean surely = breach.judgement.sure() && (breach.end == Breach.NONE || breach.end > hi);
            return possible ? at(lo, hi, surely) : null;
        }

        private @Nullable Occurrence grown(PatternReader into) {
            Bucket bucket = into.bucket(binding);
            Occurrence first = null;
            for (int i = bucket.firstEndingFrom(breach.startLo); i < bucket.size(); i++) {
                Occurrence w = bucket.get(i);
                boolean within = w.hi >= breach.startLo && (breach.end == Breach.NONE || w.lo <= breach.end);
                if (within && (first == null || precedes(w, first))) {
                    first = w;
                }
            }
            return first == null ? null : new Grown(first, first.sure && breach.judgement.sure(), breach.report());
        }

        private static boolean precedes(Occurrence a, Occurrence b) {
            return a.sure != b.sure ? a.sure : Occurrence.BY_END.compare(a, b) < 0;
        }
    }

    private static final class Grown extends Occurrence {
        private final Occurrence into;

        Grown(Occurrence into, boolean sure, long report) {
            super(into.lo, into.hi, sure, NO_VALUES, report);
            this.into = into;
        }
    }
}
