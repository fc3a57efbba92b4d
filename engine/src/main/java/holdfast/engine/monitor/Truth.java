package holdfast.engine.monitor;

/** When something surely and when it possibly holds; {@code sure} lies within {@code possible} (semantics, section 5). */
record Truth(IntervalSet sure, IntervalSet possible) {
    static final int FALSE = 0;
    static final int UNKNOWN = 1;
    static final int TRUE = 2;

    static final Truth ALWAYS = new Truth(IntervalSet.ALL, IntervalSet.ALL);
    static final Truth NEVER = new Truth(IntervalSet.EMPTY, IntervalSet.EMPTY);
    static final Truth OPEN = new Truth(IntervalSet.EMPTY, IntervalSet.ALL);

    static Truth always(int value) {
        return switch (value) {
            case FALSE -> NEVER;
            case UNKNOWN -> OPEN;
            default -> ALWAYS;
        };
    }

    int at(long instant) {
        if (sure.contains(instant)) {
            return TRUE;
        }
        if (sure == possible) {
            return FALSE;
        }
        return possible.contains(instant) ? UNKNOWN : FALSE;
    }

    int during(long lo, long hi) {
        if (sure.containsAll(lo, hi)) {
            return TRUE;
        }
        return possible.meets(lo, hi) ? UNKNOWN : FALSE;
    }

    Truth not() {
        return new Truth(possible.complement(), sure.complement());
    }

    Truth and(Truth other) {
        return new Truth(sure.intersection(other.sure), possible.intersection(other.possible));
    }

    Truth or(Truth other) {
        return new Truth(sure.union(other.sure), possible.union(other.possible));
    }

    Truth clip(long lo, long hi) {
        return new Truth(sure.clip(lo, hi), possible.clip(lo, hi));
    }

    long nextChange(long instant) {
        return Math.min(sure.nextChange(instant), possible.nextChange(instant));
    }
}
