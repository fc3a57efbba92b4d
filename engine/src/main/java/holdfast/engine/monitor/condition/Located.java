package holdfast.engine.monitor.condition;

import holdfast.engine.geography.Shape;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Value;
import java.util.function.BiPredicate;

/** A condition on where a place is. */
public final class Located extends Premise.Fixed {
    private final Symbols symbols;
    private final int slot;
    private final Shape shape;
    private final BiPredicate<Shape, Value.Place> test;

    public Located(Symbols symbols, int slot, Shape shape, BiPredicate<Shape, Value.Place> test) {
        this.symbols = symbols;
        this.slot = slot;
        this.shape = shape;
        this.test = test;
    }

    @Override
    int value(long[] binding) {
        if (binding[slot] == Symbols.MISSING || binding[slot] == Symbols.UNBOUND) {
            return Truth.UNKNOWN;
        }
        if (!(symbols.place(binding[slot]) instanceof Value.Place place)) {
            return Truth.UNKNOWN;
        }
        return test.test(shape, place) ? Truth.TRUE : Truth.FALSE;
    }
}
