package holdfast.engine.monitor;

/** Occurrences for tests of what joins and sorts them: each is itself, and no other. */
final class Acts {
    private Acts() {}

    static Occurrence sure(long lo, long hi) {
        return new Occurrence(lo, hi, true, new long[0], hi);
    }

    static Occurrence unsure(long lo, long hi) {
        return new Occurrence(lo, hi, false, new long[0], hi);
    }

    static Occurrence at(long instant) {
        return sure(instant, instant);
    }
}
