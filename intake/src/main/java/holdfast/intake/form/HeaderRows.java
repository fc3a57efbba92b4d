package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the names of the columns together from one or several header rows. */
final class HeaderRows {
    private final long from;
    private final long to;
    private final List<List<String>> rows = new ArrayList<>();

    HeaderRows(TableForm form) {
        from = form.headerFrom();
        to = form.headerTo();
    }

    /** Whether the row stands above the header: a title, or empty lines. */
    boolean isAbove(long line) {
        return line < from;
    }

    /** Takes a row; true if it is the last of the header. */
    boolean take(List<String> cells, long line) {
        if (from > 0 && line > to) {
            return true;
        }
        rows.add(cells);
        return from == 0 || line == to;
    }

    /**
     * Several rows are one name each: what stands above, then what stands below. An empty cell above takes what stands to its left, since a title that goes over
     * several columns stands in the first.
     */
    List<String> names() {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            StringBuilder name = new StringBuilder();
            for (int r = 0; r < rows.size(); r++) {
                boolean last = r == rows.size() - 1;
                String part = last ? cell(r, c) : over(r, c);
                if (!part.isEmpty()) {
                    name.append(name.isEmpty() ? "" : " ").append(part);
                }
            }
            names.add(name.toString());
        }
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }

    private String over(int row, int column) {
        int at = column;
        boolean something = !cell(rows.size() - 1, column).isEmpty();
        while (something && at > 0 && cell(row, at).isEmpty()) {
            at--;
        }
        return cell(row, at);
    }

    private String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Of several columns of one name none has it alone: they are {@code name (1)}, {@code name (2)}, so that a mapping says which it means. */
    static List<String> toldApart(List<String> names, RowSink sink) {
        if (!sink.numbersTwins()) {
            return names;
        }
        Map<String, Integer> times = new HashMap<>();
        names.forEach(n -> times.merge(n, 1, Integer::sum));
        Map<String, Integer> met = new HashMap<>();
        return names.stream()
                .map(n -> n.isEmpty() || times.getOrDefault(n, 1) == 1
                        ? n
                        : n + " (" + met.merge(n, 1, Integer::sum) + ")")
                .toList();
    }

    static boolean namedTwice(List<String> header, Problems problems, long line) {
        Set<String> seen = new HashSet<>();
        boolean twice = false;
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                twice = true;
                problems.error(
                        RecordCode.NAMED_TWICE, line, name, "two columns have this name", "", "rename one of them");
            }
        }
        return twice;
    }

    static void tellNone(Problems problems, TableForm form) {
        boolean said = form.headerFrom() > 0;
        problems.error(
                said ? RecordCode.WRONG_COLUMNS : RecordCode.EMPTY_FILE,
                said ? form.headerFrom() : 0,
                "",
                said ? "no header stands here" : "the file is empty",
                "a header line and rows",
                said ? "the mapping says `header is row " + form.headerFrom() + "`" : "");
    }
}
