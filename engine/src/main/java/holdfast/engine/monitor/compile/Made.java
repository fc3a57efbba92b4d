package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.graph.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was put together for one statement, and all that the text was asked meanwhile of its clauses. A text that answers all of it alike would have the same put together, and so has
 * this; no second rule says on which clauses a statement hangs.
 */
final class Made<T> {
    /** What a text was asked, and what it answered. */
    private record Asked(Function<Program.Text, Object> question, Object answer) {}

    final Part part = new Part();

    /** Null where there is nothing to be had, as for a permission. */
    @Nullable
    T thing;

    private final List<Asked> asked = new ArrayList<>();
    private final List<Made<?>> read = new ArrayList<>();

    void asked(Function<Program.Text, Object> question, Object answer) {
        asked.add(new Asked(question, answer));
    }

    void reads(Made<?> other) {
        read.add(other);
    }

    /** @param known what was found of others before */
    boolean isOf(Program.Text text, Map<Made<?>, Boolean> known) {
        Boolean before = known.get(this);
        if (before != null) {
            return before;
        }
        boolean alike = asked.stream().allMatch(a -> a.question().apply(text).equals(a.answer()))
                && read.stream().allMatch(r -> r.isOf(text, known));
        known.put(this, alike);
        return alike;
    }

    /** Adds its part, and those of all that it reads. */
    void collect(Set<Made<?>> seen, List<Part> parts) {
        if (seen.add(this)) {
            read.forEach(r -> r.collect(seen, parts));
            parts.add(part);
        }
    }
}
