package holdfast.publish;

import holdfast.publish.Block.Cell;
import holdfast.publish.Block.Row;
import java.util.Arrays;
import java.util.List;

/** How wide the columns of a table are: what is short has what it needs, and the rest goes to what is long, by the root of its length. */
final class ColumnWidths {
    /** Width of a letter, in twentieths of a point, and of the edges of a cell. */
    private static final int LETTER = 115;

    private static final int EDGES = 240;

    /** Columns of no more letters than this are not broken. */
    private static final int SHORT = 18;

    private ColumnWidths() {}

    static int[] of(Block.Grid grid, int wide) {
        int columns = Math.max(1, grid.columns().size());
        int[] letters = new int[columns];
        for (int i = 0; i < grid.columns().size(); i++) {
            letters[i] = longestWord(grid.columns().get(i));
        }
        for (Row row : grid.rows()) {
            int column = 0;
            for (Cell cell : row.cells()) {
                if (cell.span() == 1 && column < columns) {
                    letters[column] = Math.max(letters[column], length(cell.runs()));
                }
                column += cell.span();
            }
        }
        return shared(letters, wide);
    }

    private static int[] shared(int[] letters, int wide) {
        int[] widths = new int[letters.length];
        int left = wide;
        double weight = 0;
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] <= SHORT) {
                widths[i] = EDGES + letters[i] * LETTER;
                left -= widths[i];
            } else {
                weight += Math.sqrt(letters[i]);
            }
        }
        if (weight == 0 || left < wide / 4) {
            Arrays.fill(widths, wide / letters.length);
            return widths;
        }
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] > SHORT) {
                widths[i] = (int) (left * Math.sqrt(letters[i]) / weight);
            }
        }
        return widths;
    }

    private static int length(List<Run> runs) {
        return runs.stream().mapToInt(r -> r.note() > 0 ? 2 : r.text().length()).sum();
    }

    private static int longestWord(List<Run> runs) {
        return runs.stream()
                .flatMap(r -> Arrays.stream(r.text().split(" ", -1)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
