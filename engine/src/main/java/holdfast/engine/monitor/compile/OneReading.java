package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.graph.Stream;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
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

    /** What the other statements of the text say of one of its clauses. */
    Program.Law law(Norm norm) {
        String id = norm.id();
        shelf.ask(text, t -> t.clauses(id).stream().map(t::law).toList());
        return text.law(norm);
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
            String name,
            Map<String, Made<T>> own,
            Map<String, List<Made<T>>> ofAll,
            Consumer<Made<T>> making) {
        Made<T> known = own.get(name);
        if (known == null) {
            List<Made<T>> twins = Shelf.of(ofAll, name);
            known = twins.stream().filter(m -> m.isOf(text, alike)).findFirst().orElse(null);
            if (known == null) {
                known = new Made<>();
                own.put(name, known);
                alike.put(known, true);
                shelf.make(known, making);
                twins.add(known);
            }
            own.put(name, known);
        }
        shelf.reads(known);
        return known;
    }
}
