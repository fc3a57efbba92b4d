package holdfast.engine.monitor.graph;

/** A sum of numbers that no sum overflows: what a long cannot hold is carried, in units of 2^64. */
public final class Total {
    private long low;
    private int carry;

    public void add(long number) {
        long sum = low + number;
        boolean overflow = ((low ^ sum) & (number ^ sum)) < 0;
        if (overflow) {
            carry += number > 0 ? 1 : -1;
        }
        low = sum;
    }

    public boolean reaches(long needed) {
        return carry > 0 || (carry == 0 && low >= needed);
    }
}
