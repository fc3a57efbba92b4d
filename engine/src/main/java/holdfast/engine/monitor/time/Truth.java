package holdfast.engine.monitor.time;

/** When something surely and when it possibly holds; {@code sure} lies within {@code possible} (semantics, section 5). */
public record Truth(IntervalSet sure, IntervalSet possible) {
    public static final int FALSE = 0;
    public static final int UNKNOWN = 1;
    public static final int TRUE = 2;

    public static final Truth ALWAYS = new Truth(IntervalSet.ALL, IntervalSet.ALL);
    public static final Truth NEVER = new Truth(IntervalSet.EMPTY, IntervalSet.EMPTY);
    public static final Truth OPEN = new Truth(IntervalSet.EMPTY, IntervalSet.ALL);

    public static Truth always(int value) {
        return switch (value) {
            case FALSE -> NEVER;
            case UNKNOWN -> OPEN;
            default -> ALWAYS;
        };
    }

    public int at(long instant) {
        if (sure.contains(instant)) {
            return TRUE;
        }
        return possible.contains(instant) ? UNKNOWN : FALSE;
    }

    public int during(long lo, long hi) {
        if (sure.containsAll(lo, hi)) {
            return TRUE;
        }
        return possible.meets(lo, hi) ? UNKNOWN : FALSE;
    }

    public Truth not() {
        return new Truth(possible.complement(), sure.complement());
    }

    public Truth and(Truth other) {
        return new Truth(sure.intersection(other.sure), possible.intersection(other.possible));
    }

    public Truth or(Truth other) {
        return new Truth(sure.union(other.sure), possible.union(other.possible));
    }

    public Truth clip(long lo, long hi) {
        return new Truth(sure.clip(lo, hi), possible.clip(lo, hi));
    }

    public long nextChange(long instant) {
        return Math.min(sure.nextChange(instant), possible.nextChange(instant));
    }
}
