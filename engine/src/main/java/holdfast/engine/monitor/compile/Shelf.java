package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Stream;
import holdfast.language.model.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What is being put together; null: nothing, or what belongs to no statement. */
    private @Nullable Made<?> open;

    Shelf(Graph graph) {
        this.graph = graph;
    }

    Under under(Reading full) {
        return readings.computeIfAbsent(full, r -> new Under());
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
