package holdfast.examine.table;

import java.util.List;

/**
 * What was played of each share of the work, so that it can be said whether with less work allowed it would have come to the same.
 *
 * @param played by prohibition, reading and violator, in the order in which the shares are given out
 * @param whole whether everything was played to its end
 */
public record Shares(List<List<List<Long>>> played, boolean whole) {
    public Shares {
        played = List.copyOf(played);
    }

    /** Whether everything is played to its end with so much work. */
    public boolean sufficeIn(long work) {
        long left = work;
        long open = played.stream().mapToLong(List::size).sum();
        for (List<List<Long>> readings : played) {
            long share = left / open;
            for (List<Long> violators : readings) {
                if (!suffice(violators, share)) {
                    return false;
                }
                left = Math.max(0, left - violators.stream().mapToLong(w -> w).sum());
            }
            open -= readings.size();
        }
        return whole;
    }

    private static boolean suffice(List<Long> violators, long share) {
        long left = share;
        for (int i = 0; i < violators.size(); i++) {
            if (violators.get(i) >= left / (violators.size() - i)) {
                return false;
            }
            left -= violators.get(i);
        }
        return true;
    }
}
