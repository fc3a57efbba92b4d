package holdfast.engine.monitor.plain;

/** Eight bits for each row of a table, four times in a number where most rows are concerned. */
final class Marks {
    private static final int EIGHT = 8;
    private static final int ALL = 0xFF;

    private final Table table;
    private final Numbers numbers;
    private final int shift;

    /** @param many whether most rows are concerned */
    Marks(Table table, boolean many) {
        this.table = table;
        int place = many ? table.reserveMarks() : 0;
        this.numbers = new Numbers(table, many ? place / EIGHT : Numbers.APART);
        this.shift = place % EIGHT * EIGHT;
    }

    int get(int row) {
        return numbers.get(row) >>> shift & ALL;
    }

    void set(int row, int marks) {
        numbers.set(row, numbers.get(row) & ~(ALL << shift) | marks << shift);
    }

    /** Has the last row have these as well. */
    void addToLast(int row, int marks) {
        numbers.setLast(row, numbers.getLast(row) | marks << shift);
    }

    /** As it was when there was no row. */
    void clear() {
        for (int row = 0; row < table.rows; row++) {
            set(row, 0);
        }
        numbers.clear();
    }
}
