package holdfast.engine.monitor.plain;

/**
 * A few rows of each key of a chain, back through time, so that whoever looks for an instant long ago need not go through all rows since. One in {@link #APART} of the rows that came last of their
 * key is among them, chosen by its number alone; a row that is taken out of the chain is one no more.
 */
final class Fences {
    private static final int APART = 32;
    private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(APART);
    /** Spreads what is next to one another, see Knuth, The Art of Computer Programming, 6.4: 2^32 over the golden ratio. */
    private static final int GOLDEN = 0x9E3779B9;

    private final Slots slots;
    /** Where the key's last fence stands, plus one. */
    private final int last;

    private final Ints rows = new Ints();
    /** Which fence of the key is before one, plus one. */
    private final Ints back = new Ints();

    private int count;

    Fences(Slots slots) {
        this.slots = slots;
        this.last = slots.reserve(0);
    }

    private static boolean isFence(int row) {
        return row * GOLDEN >>> SHIFT == 0;
    }

    /** A row has come that is the last of its key. */
    void came(int row, int slot) {
        if (isFence(row)) {
            rows.set(count, row + 1);
            back.set(count, slots.get(slot, last));
            slots.set(slot, last, ++count);
        }
    }

    /** A row is taken out of the chain. */
    void went(int row, int slot) {
        if (!isFence(row)) {
            return;
        }
        int at = slots.get(slot, last);
        while (at != 0 && rows.get(at - 1) != row + 1) {
            at = back.get(at - 1);
        }
        if (at != 0) {
            rows.set(at - 1, 0);
        }
        int left = slots.get(slot, last);
        while (left != 0 && rows.get(left - 1) == 0) {
            left = back.get(left - 1);
        }
        slots.set(slot, last, left);
    }

    /** The earliest fence of the key after an instant; {@link Chain#NONE} if there is none. */
    int after(long instant, int slot, Table table) {
        int found = Chain.NONE;
        for (int at = slots.get(slot, last); at != 0; at = back.get(at - 1)) {
            int row = rows.get(at - 1) - 1;
            if (row != Chain.NONE) {
                if (table.time(row) <= instant) {
                    return found;
                }
                found = row;
            }
        }
        return found;
    }

    void clear() {
        count = 0;
    }
}
