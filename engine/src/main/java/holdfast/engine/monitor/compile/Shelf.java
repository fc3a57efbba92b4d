package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.pattern.Buckets;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.language.model.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that was put together in one graph, for the texts that were told so far: what two texts have alike is put together once. */
final class Shelf {
    /** What was put together under one reading, by name: several of a name where texts differ. */
    static final class Under {
        final Map<String, List<Made<NormNode>>> clauses = new HashMap<>();
        final Map<String, List<Made<Stream>>> events = new HashMap<>();
        final Map<String, List<Made<Truths>>> states = new HashMap<>();
    }

    private final Graph graph;
    private final Map<Reading, Under> readings = new HashMap<>();
    private final Map<Buckets.Kind, Made<Buckets>> buckets = new HashMap<>();

    /** What is being put together; null: nothing, or what belongs to no statement. */
    private @Nullable Made<?> open;

    Shelf(Graph graph) {
        this.graph = graph;
    }

    Under under(Reading full) {
        return readings.computeIfAbsent(full, r -> new Under());
    }

    /** Those of a pattern by its key: one for all statements that read the like. */
    Buckets buckets(PatternPlan plan, int[] keyPositions, boolean neverMatches) {
        Buckets.Kind kind = Buckets.Kind.of(plan, keyPositions, neverMatches);
        Made<Buckets> one = buckets.get(kind);
        if (one == null) {
            one = new Made<>();
            make(one, m -> m.thing = new Buckets(graph, plan, keyPositions, neverMatches));
            buckets.put(kind, one);
        }
        reads(one);
        return Objects.requireNonNull(one.thing);
    }

    /** What is being put together asks the text for something, and hangs on the answer. */
    <A> A ask(Program.Text text, Function<Program.Text, A> question) {
        A answer = question.apply(text);
        if (open != null) {
            open.asked(question::apply, answer);
        }
        return answer;
    }

    /** What is being put together reads this. */
    void reads(Made<?> made) {
        if (open != null) {
            open.reads(made);
        }
    }

    /** @param making puts it together and says what it is */
    <T> void make(Made<T> made, Consumer<Made<T>> making) {
        Made<?> around = open;
        open = made;
        try {
            graph.within(made.part, () -> making.accept(made));
        } finally {
            open = around;
        }
    }
}
