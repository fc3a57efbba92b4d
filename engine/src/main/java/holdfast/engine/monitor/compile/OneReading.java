package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.graph.Stream;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A text under one answer to every question, and what of it has been put together: for it, or for another text that is alike there. */
final class OneReading {
    final Program.Text text;
    final Agreement agreement;
    private final Shelf shelf;
    private final Shelf.Under made;
    private final Map<String, Made<NormNode>> clauses = new HashMap<>();
    private final Map<String, Made<Stream>> events = new HashMap<>();
    private final Map<String, Made<Truths>> states = new HashMap<>();
    private final Map<Norm, Program.Law> laws = new IdentityHashMap<>();
    private final Map<Made<?>, Boolean> alike = new IdentityHashMap<>();

    OneReading(Program.Text text, Shelf shelf) {
        this.text = text;
        this.agreement = text.agreement;
        this.shelf = shelf;
        this.made = shelf.under(text.reading);
    }

    /** The clauses that a reference covers, in the order of the text. */
    List<Norm> covered(ClauseRef ref) {
        return shelf.ask(text, t -> t.covered(ref));
    }

    /** The powers over a clause. */
    List<Norm> powersOver(Norm norm) {
        String id = norm.id();
        return shelf.ask(text, t -> t.powersOver(id));
    }

    /** The answers on which a clause hangs. */
    Reading reading(Norm norm) {
        String id = norm.id();
        return shelf.ask(text, t -> t.reading(id));
    }

    /** What the rules say of a clause; texts with other clauses have the same. */
    Program.Law law(Norm norm) {
        return laws.computeIfAbsent(norm, text::law);
    }

    /** A clause with all that it reads; of what has no verdicts, null. */
    Made<NormNode> clause(String id, Supplier<@Nullable NormNode> making) {
        return one(id, clauses, made.clauses, m -> {
            shelf.ask(text, t -> t.clauses(id));
            m.thing = making.get();
        });
    }

    Stream stream(String event, Consumer<Stream> defining) {
        Made<Stream> one = one(event, events, made.events, m -> {
            Stream out = new Stream();
            m.thing = out;
            defining.accept(out);
        });
        return Objects.requireNonNull(one.thing);
    }

    Truths state(String name, Supplier<Truths> making) {
        return Objects.requireNonNull(one(name, states, made.states, m -> m.thing = making.get()).thing);
    }

    private <T> Made<T> one(
            String name, Map<String, Made<T>> own, Map<String, List<Made<T>>> ofAll, Consumer<Made<T>> making) {
        Made<T> known = own.get(name);
        if (known == null) {
            List<Made<T>> twins = ofAll.computeIfAbsent(name, n -> new ArrayList<>());
            Made<T> found =
                    twins.stream().filter(m -> m.isOf(text, alike)).findFirst().orElse(null);
            known = found == null ? new Made<>() : found;
            own.put(name, known);
            if (found == null) {
                shelf.make(known, making);
                twins.add(known);
            }
        }
        shelf.reads(known);
        return known;
    }
}
