package holdfast.readiness.match.question;

/** So many of one thing count as so many of another; in lowest terms. */
public record Ratio(long sent, long counted) {
    public static final Ratio ONE = new Ratio(1, 1);

    public static Ratio of(long sent, long counted) {
        long divisor = gcd(sent, counted);
        return new Ratio(sent / divisor, counted / divisor);
    }

    public Ratio then(Ratio next) {
        return of(sent * next.sent, counted * next.counted);
    }

    /** Whether fewer have to be sent for the same. */
    public boolean isBetterThan(Ratio other) {
        return counted * other.sent > other.counted * sent;
    }

    /** The least number to send so that at least so many are counted. */
    public long toSend(long needed) {
        return Math.ceilDiv(needed * sent, counted);
    }

    public static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
