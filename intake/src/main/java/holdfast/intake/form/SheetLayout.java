package holdfast.intake.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What a sheet shows otherwise than it holds: rows and columns that are hidden, and cells that are merged. Cells count from 0, rows from 1. */
final class SheetLayout {
    private static final int MOST_ROWS = 1 << 20;

    /** Cells that are shown as one; only the first of them holds something. */
    record Merged(long firstRow, long lastRow, int firstColumn, int lastColumn) {}

    private final boolean hidden;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Merged> merged = new ArrayList<>();
    private int begun;
    private final List<Merged> open = new ArrayList<>();

    /** @param hidden whether the sheet itself is */
    SheetLayout(boolean hidden) {
        this.hidden = hidden;
    }

    boolean isHidden() {
        return hidden;
    }

    void hideRows(long from, long to) {
        if (from <= to && from <= MOST_ROWS) {
            hiddenRows.set((int) from, (int) Math.min(to, MOST_ROWS) + 1);
        }
    }

    void hideColumns(int from, int to) {
        hiddenColumns.set(from, to + 1);
    }

    void merge(Merged cells) {
        merged.add(cells);
    }

    /** To be called when all that is merged is known beforehand. */
    void sort() {
        merged.sort(Comparator.comparingLong(Merged::firstRow));
    }

    boolean hidesRow(long row) {
        return row <= MOST_ROWS && hiddenRows.get((int) row);
    }

    boolean hidesColumn(int column) {
        return hiddenColumns.get(column);
    }

    /** What is merged over several rows and begins in this one. */
    List<Merged> beginningIn(long row) {
        return merged.stream()
                .skip(begun)
                .takeWhile(m -> m.firstRow <= row)
                .filter(m -> m.firstRow == row && m.lastRow > row)
                .toList();
    }

    /** What is merged over several rows and has its first cell in a row above this one. Rows are asked for from the top down. */
    List<Merged> from(long row) {
        while (begun < merged.size() && merged.get(begun).firstRow < row) {
            open.add(merged.get(begun++));
        }
        open.removeIf(m -> m.lastRow < row);
        return open;
    }
}
