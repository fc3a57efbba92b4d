package holdfast.engine.monitor;

import holdfast.engine.monitor.graph.Occurrence;

/** Occurrences for tests of what joins and sorts them: each is itself, and no other. */
public final class Acts {
    private Acts() {}

    public static Occurrence sure(long lo, long hi) {
        return new Occurrence(lo, hi, true, new long[0], hi);
    }

    public static Occurrence unsure(long lo, long hi) {
        return new Occurrence(lo, hi, false, new long[0], hi);
    }

    public static Occurrence at(long instant) {
        return sure(instant, instant);
    }
}
