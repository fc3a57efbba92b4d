package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Comparison;

/** A comparison of two values of the binding, or of one with a constant. */
public final class Compared extends Premise.Fixed {
    private final int left;
    private final long leftConstant;
    private final int right;
    private final long rightConstant;
    private final Comparison comparison;
    private final boolean places;

    /** @param left slot of the left value; -1: the constant. Likewise right. */
    public Compared(int left, long leftConstant, Comparison comparison, int right, long rightConstant, boolean places) {
        this.left = left;
        this.leftConstant = leftConstant;
        this.comparison = comparison;
        this.right = right;
        this.rightConstant = rightConstant;
        this.places = places;
    }

    @Override
    int value(long[] binding) {
        long a = left >= 0 ? binding[left] : leftConstant;
        long b = right >= 0 ? binding[right] : rightConstant;
        if (missing(a) || missing(b)) {
            return Truth.UNKNOWN;
        }
        int order = places ? -1 : Long.compare(a, b);
        return holds(order, comparison) ? Truth.TRUE : Truth.FALSE;
    }

    private static boolean missing(long value) {
        return value == Symbols.MISSING || value == Symbols.UNBOUND;
    }

    /** Whether two values stand so to each other, by what a comparator says of them. */
    public static boolean holds(int order, Comparison comparison) {
        return switch (comparison) {
            case IS -> order == 0;
            case IS_NOT -> order != 0;
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case LESS_THAN -> order < 0;
        };
    }
}
