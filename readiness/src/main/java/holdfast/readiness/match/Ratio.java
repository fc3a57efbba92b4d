package holdfast.readiness.match;

/** So many of one thing count as so many of another; in lowest terms. */
record Ratio(long sent, long counted) {
    static final Ratio ONE = new Ratio(1, 1);

    static Ratio of(long sent, long counted) {
        long divisor = gcd(sent, counted);
        return new Ratio(sent / divisor, counted / divisor);
    }

    Ratio then(Ratio next) {
        return of(sent * next.sent, counted * next.counted);
    }

    /** Whether fewer have to be sent for the same. */
    boolean isBetterThan(Ratio other) {
        return counted * other.sent > other.counted * sent;
    }

    /** The least number to send so that at least so many are counted. */
    long toSend(long needed) {
        return Math.ceilDiv(needed * sent, counted);
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
