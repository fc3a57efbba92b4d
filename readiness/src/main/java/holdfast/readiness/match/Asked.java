package holdfast.readiness.match;

import java.util.List;

/**
 * Offers that are not there, and of which some might be asked for.
 *
 * @param offers their ids, first the one that is asked for where several would do
 * @param most how many at once
 */
record Asked(List<String> offers, int most) {
    static final Asked NOTHING = new Asked(List.of(), 0);

    boolean has(String offer) {
        return offers.contains(offer);
    }

    /** What it costs to ask at all; always less than {@link #perGrain}. */
    long place(String offer) {
        return offers.indexOf(offer);
    }

    /** Less is better first, the earlier in the list after that. */
    long perGrain() {
        return 1L + (long) offers.size() * Math.max(1, most);
    }
}
