package holdfast.engine.monitor.plain;

/** Eight bits for each row of a table: beside the row's numbers where most rows are concerned, in a column of their own where few are. */
final class Marks {
    private static final int EIGHT = 8;
    private static final int ALL = 0xFF;

    private final Table table;
    private final int at;
    private final int shift;
    private Ints sparse = new Ints();

    /** @param many whether most rows are concerned */
    Marks(Table table, boolean many) {
        this.table = table;
        int place = many ? table.reserveMarks() : -1;
        this.at = place < 0 ? -1 : place / EIGHT;
        this.shift = place < 0 ? 0 : place % EIGHT * EIGHT;
    }

    int get(int row) {
        return at < 0 ? sparse.get(row) : table.get(row, at) >>> shift & ALL;
    }

    void set(int row, int marks) {
        if (at < 0) {
            sparse.set(row, marks);
        } else {
            table.set(row, at, table.get(row, at) & ~(ALL << shift) | marks << shift);
        }
    }

    /** As it was when there was no row; the table's rows are gone, or all of theirs are. */
    void clear() {
        sparse = new Ints();
        for (int row = 0; at >= 0 && row < table.rows; row++) {
            set(row, 0);
        }
    }
}
