package holdfast.readiness.match;

import holdfast.readiness.match.question.Ratio;

/**
 * That a kind serves a need.
 *
 * @param deadline the last day on which it may arrive so that the crew has trained by the day of the need; days since 1970
 */
record Link(int kind, int need, Ratio ratio, long deadline) {
    /** How late it is in use if it arrives on a day; zero if in time. */
    long daysLate(long arrives) {
        return Math.max(0, arrives - deadline);
    }
}
