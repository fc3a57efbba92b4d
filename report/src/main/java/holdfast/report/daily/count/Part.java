package holdfast.report.daily.count;

import java.util.List;

/**
 * One part of the report, as it is read: a heading, a table, and what is said below it.
 *
 * @param columns the headings of the table; the last column is the one that may be long
 * @param notes sentences that stand below
 */
public record Part(Topic topic, String title, List<String> columns, List<Row> rows, List<String> notes) {
    public Part {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** In the order in which they are read. */
    public enum Topic {
        WORSE,
        BETTER,
        COUNTS,
        ACCESS,
        ACTS,
        GROUND,
        OVERDUE,
        DUE,
        COMING,
        BLOCKED,
        LADDER,
        CORRECTIONS,
        CHANGED,
        SET_ASIDE,
        UNKNOWN,
        RULE,
        READ
    }

    /**
     * @param group a heading over this row and those that follow, where it is another than that of the row before
     * @param cells one for each column
     */
    public record Row(String group, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public static Row row(String... cells) {
        return new Row("", List.of(cells));
    }
}
