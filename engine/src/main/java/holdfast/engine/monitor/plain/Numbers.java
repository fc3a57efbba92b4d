package holdfast.engine.monitor.plain;

/** One more number of each row of a table: beside the row's others where most rows have it, in a column of its own where few do. */
final class Numbers {
    /** In place of where it stands among the row's numbers: it stands in a column. */
    static final int APART = -1;

    private final Table table;
    private final int at;
    private Ints sparse = new Ints();

    /** @param at where it stands among the row's numbers, or {@link #APART} */
    Numbers(Table table, int at) {
        this.table = table;
        this.at = at;
    }

    int get(int row) {
        return at == APART ? sparse.get(row) : table.get(row, at);
    }

    void set(int row, int value) {
        if (at == APART) {
            sparse.set(row, value);
        } else {
            table.set(row, at, value);
        }
    }

    /** As {@link #get}, of the last row. */
    int getLast(int row) {
        return at == APART ? sparse.get(row) : table.getLast(at);
    }

    /** As {@link #set}, of the last row. */
    void setLast(int row, int value) {
        if (at == APART) {
            sparse.set(row, value);
        } else {
            table.setLast(at, value);
        }
    }

    /** Forgets what stands in the column; what stands in the rows goes with them. */
    void clear() {
        sparse = new Ints();
    }
}
