package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.time.Truth;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code p1 or p2 where C}: one occurrence for each match (semantics, section 6). */
public final class SelectNode extends Node {
    /**
     * @param outputs for each value of the result the slot that gives it
     */
    public record Source(PatternPlan plan, Premise where, int width, int[] outputs) {}

    private final Gathering gathering;
    private final List<Watching> watching = new ArrayList<>();

    public SelectNode(Graph graph, Stream stream, List<Source> sources) {
        super(graph);
        this.gathering = new Gathering(stream);
        for (Source source : sources) {
            if (source.where().fixed()) {
                graph.listen(source.plan().stream(), source.plan().concern(), new Direct(source));
            } else {
                Watching one = new Watching(source);
                watching.add(one);
                graph.listen(source.plan().stream(), source.plan().concern(), one);
            }
        }
    }

    @Override
    public void begin() {
        gathering.clear();
        watching.forEach(w -> w.matches.clear());
    }

    private static @Nullable Derived derive(Source source, Occurrence o, int where, long[] binding) {
        if (where == Truth.FALSE) {
            return null;
        }
        long[] values = new long[source.outputs().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.outputs()[i] < 0 ? Symbols.MISSING : binding[source.outputs()[i]];
        }
        return new Derived(o.lo, o.hi, o.sure && where == Truth.TRUE, values, o.support());
    }

    private static long[] bind(Source source, Occurrence o) {
        long[] binding = new long[source.width()];
        java.util.Arrays.fill(binding, Symbols.UNBOUND);
        source.plan().bind(o, binding);
        return binding;
    }

    /** The condition follows from the values: nothing need be kept. */
    private final class Direct implements Stream.Listener {
        private final Source source;
        private final Cell reader = new Cell(SelectNode.this) {
            @Override
            public void refresh(long from, long to) {}
        };

        Direct(Source source) {
            this.source = source;
        }

        private @Nullable Derived derived(Occurrence o) {
            if (!source.plan().admits(o)) {
                return null;
            }
            long[] binding = bind(source, o);
            return derive(source, o, source.where().at(binding, o.lo, reader), binding);
        }

        @Override
        public void added(Occurrence occurrence) {
            Derived derived = derived(occurrence);
            if (derived != null) {
                gathering.add(derived);
            }
        }

        @Override
        public void removed(Occurrence occurrence) {
            Derived derived = derived(occurrence);
            if (derived != null) {
                gathering.remove(derived);
            }
        }
    }

    /** The condition may change: each match has a cell. */
    private final class Watching implements Stream.Listener {
        private final Source source;
        private final Map<Occurrence, Match> matches = new IdentityHashMap<>();

        Watching(Source source) {
            this.source = source;
        }

        @Override
        public void added(Occurrence occurrence) {
            if (source.plan().admits(occurrence)) {
                Match match = new Match(source, occurrence);
                matches.put(occurrence, match);
                match.touch();
            }
        }

        @Override
        public void removed(Occurrence occurrence) {
            Match match = matches.remove(occurrence);
            if (match != null) {
                match.retract();
            }
        }
    }

    private final class Match extends Cell {
        private final Source source;
        private final Occurrence occurrence;
        private final long[] binding;
        private boolean gone;
        private @Nullable Derived given;

        Match(Source source, Occurrence occurrence) {
            super(SelectNode.this);
            this.source = source;
            this.occurrence = occurrence;
            this.binding = bind(source, occurrence);
        }

        @Override
        public void refresh(long from, long to) {
            if (gone) {
                return;
            }
            int where = source.where().during(binding, occurrence.lo, occurrence.hi, this);
            Derived derived = derive(source, occurrence, where, binding);
            boolean unchanged = given == null ? derived == null : derived != null && given.sure == derived.sure;
            if (unchanged) {
                return;
            }
            give(derived);
        }

        void retract() {
            gone = true;
            give(null);
        }

        private void give(@Nullable Derived derived) {
            if (given != null) {
                gathering.remove(given);
            }
            given = derived;
            if (derived != null) {
                gathering.add(derived);
            }
        }
    }
}
