package holdfast.intake.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows of a file that are kept back, so that the others can be taken: what stands in them, to be written into a file of their own and mended there. */
public final class KeptBack {
    private final Set<Long> lines = new TreeSet<>();
    private final Set<Long> unreadable = new TreeSet<>();
    private final Map<Long, List<String>> cells = new TreeMap<>();
    private List<String> columns = List.of();
    private boolean header = true;

    /** From the next reading on, the row on this line is kept back. */
    public void keep(long line) {
        lines.add(line);
    }

    public int size() {
        return lines.size();
    }

    public List<String> columns() {
        return columns;
    }

    /** Whether the file names its columns itself. */
    public boolean hasHeader() {
        return header;
    }

    /** What stands in the rows that were kept back, in their order; of those that are no rows at all, nothing. */
    public List<List<String>> rows() {
        return List.copyOf(cells.values());
    }

    /** The lines that were kept back and are no rows: nobody knows what stands in which column. */
    public List<Long> unreadable() {
        return unreadable.stream().filter(lines::contains).toList();
    }

    /** @param withHeader whether the file names its columns itself */
    public RowSink before(RowSink sink, boolean withHeader) {
        header = withHeader;
        return new Keeping(sink);
    }

    private final class Keeping extends RowsPassedOn {
        private final RowSink sink;

        Keeping(RowSink sink) {
            super(sink);
            this.sink = sink;
        }

        @Override
        public boolean skips(long line) {
            return lines.contains(line) && unreadable.contains(line) || super.skips(line);
        }

        @Override
        public boolean columns(List<String> names, long line) {
            columns = List.copyOf(names);
            return sink.columns(names, line);
        }

        @Override
        public void broken(long line) {
            unreadable.add(line);
            super.broken(line);
        }

        @Override
        public void row(Row row) {
            if (lines.contains(row.line())) {
                List<String> found = new ArrayList<>();
                for (int i = 0; i < row.cells(); i++) {
                    found.add(row.isUnreadable(i) ? "" : row.fresh(i));
                }
                cells.put(row.line(), found);
            } else {
                sink.row(row);
            }
        }
    }
}
