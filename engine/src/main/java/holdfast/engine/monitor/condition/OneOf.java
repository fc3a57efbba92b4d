package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.Truth;

/** {@code P is Ukraine}, {@code P is not Coalition}: a value compared with a constant or with the members of a set. */
public final class OneOf extends Premise.Fixed {
    private final int slot;
    private final long[] values;
    private final boolean wanted;

    public OneOf(int slot, long[] values, boolean wanted) {
        this.slot = slot;
        this.values = values;
        this.wanted = wanted;
    }

    @Override
    int value(long[] binding) {
        long value = binding[slot];
        if (value == Symbols.MISSING || value == Symbols.UNBOUND) {
            return Truth.UNKNOWN;
        }
        boolean found = false;
        for (long candidate : values) {
            found |= candidate == value;
        }
        return found == wanted ? Truth.TRUE : Truth.FALSE;
    }
}
