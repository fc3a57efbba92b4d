package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.value.NumberForm;
import holdfast.intake.value.SignsOfCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The cells of one row made from a JSON object; columns are added as they come. */
final class JsonCells {
    private static final int MOST_COLUMNS = 2000;
    private static final int LONGEST_PATH = 200;

    private final JsonRows.Naming naming;
    private final NumberForm numbers;
    /** Whether a list is cells, in which values stand with semicolons between them: one for plain values, one for each member of objects. */
    private final boolean lists;

    private final Problems problems;
    private final RowSink sink;
    private final Row row = new Row();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Map<String, Integer>> columnOfMember = new HashMap<>();
    private final PlainObjects plain = new PlainObjects();
    private boolean[] given = new boolean[64];
    private boolean told;
    private int before;

    JsonCells(JsonRows.Naming naming, NumberForm numbers, boolean lists, Problems problems, RowSink sink) {
        this.naming = naming;
        this.numbers = numbers;
        this.lists = lists;
        this.problems = problems;
        this.sink = sink;
    }

    /** Hands on the row of an object that is plain; false if it is not, and nothing has been done. */
    boolean handOnPlain(char[] text, int first, int stop, long line) {
        if (numbers.written(".").equals(".") && plain.read(text, first, stop, columns.size())) {
            plain.fill(row, line, columns.size());
            sink.row(row);
            return true;
        }
        return false;
    }

    void begin(long line) {
        row.begin(line, columns.size());
        Arrays.fill(given, false);
        told = false;
        before = columns.size();
    }

    boolean isGood() {
        return !told;
    }

    /** Hands the row on. */
    void end() {
        if (!told && (before == 0 || columns.size() > before) && !sink.columns(columns, row.line())) {
            told = true;
        }
        if (told) {
            sink.broken(row.line());
        } else {
            sink.row(row);
        }
    }

    /** Takes the members of the object that has been opened. */
    void object(JsonParser parser, String path) {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String member = parser.currentName();
            member(parser, path, member, parser.nextToken());
            if (told) {
                return;
            }
        }
    }

    void member(JsonParser parser, String path, String member, JsonToken value) {
        if (value == JsonToken.START_OBJECT) {
            if (path.length() > LONGEST_PATH) {
                refuse(RecordCode.BROKEN_TEXT, member, "objects within objects within objects", "", "");
                return;
            }
            object(parser, path + member + ".");
        } else if (value == JsonToken.START_ARRAY) {
            list(parser, path, member);
        } else if (value == JsonToken.VALUE_NULL) {
            cell(path, member, "");
        } else {
            cell(path, member, text(parser, value));
        }
    }

    private String text(JsonParser parser, JsonToken value) {
        String text = parser.getString();
        return value.isNumeric() ? numbers.written(text) : text;
    }

    private void list(JsonParser parser, String path, String member) {
        if (!lists) {
            refuse(RecordCode.BROKEN_TEXT, path + member, "a list", "one value", "");
            return;
        }
        Map<String, StringBuilder> cells = new LinkedHashMap<>();
        int count = 0;
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            if (t == JsonToken.START_OBJECT) {
                for (JsonToken m = parser.nextToken(); m != JsonToken.END_OBJECT; m = parser.nextToken()) {
                    String name = parser.currentName();
                    element(parser, parser.nextToken(), cells, name, count);
                }
            } else {
                element(parser, t, cells, "", count);
            }
            count++;
        }
        if (cells.isEmpty()) {
            cell(path, member, "");
        }
        for (Map.Entry<String, StringBuilder> one : cells.entrySet()) {
            boolean plain = one.getKey().isEmpty();
            cell(
                    plain ? path : path + member + ".",
                    plain ? member : one.getKey(),
                    one.getValue().toString());
        }
    }

    /** What stands in a list: values of one member stand with semicolons between them; what is deeper is no cell. */
    private void element(
            JsonParser parser, JsonToken value, Map<String, StringBuilder> cells, String member, int count) {
        if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        StringBuilder all = cells.get(member);
        if (all == null) {
            all = new StringBuilder(";".repeat(count));
            cells.put(member, all);
        } else {
            all.append(';');
        }
        all.append(value == JsonToken.VALUE_NULL ? "" : text(parser, value));
    }

    void cell(String path, String member, String value) {
        int cell = column(path, member);
        if (cell < 0) {
            return;
        }
        if (given[cell]) {
            refuse(RecordCode.NAMED_TWICE, columns.get(cell), "this object has two members of this name", "", "");
            return;
        }
        given[cell] = true;
        if (value.indexOf('\0') >= 0) {
            refuse(RecordCode.ZERO_BYTE, columns.get(cell), "a zero byte", "text", "");
        } else if (!row.set(cell, value)) {
            refuse(RecordCode.TOO_LONG, "", "this line is longer than a megabyte", "", "");
        }
    }

    private int column(String path, String member) {
        @Nullable Integer known = columnOfMember.getOrDefault(path, Map.of()).get(member);
        if (known != null) {
            return known;
        }
        if (columns.size() >= MOST_COLUMNS) {
            refuse(RecordCode.WRONG_COLUMNS, member, "more than " + MOST_COLUMNS + " different members", "", "");
            return -1;
        }
        String name = SignsOfCells.cleaned(naming.column(path, member));
        int index = columns.indexOf(name);
        if (index < 0) {
            index = columns.size();
            columns.add(name);
            given = Arrays.copyOf(given, Math.max(given.length, columns.size() + 1));
        }
        columnOfMember.computeIfAbsent(path, p -> new HashMap<>()).put(member, index);
        plain.learn(path, member, index);
        return index;
    }

    void refuse(RecordCode code, String column, String found, String expected, String mend) {
        told = true;
        problems.error(code, row.line(), column, found, expected, mend);
    }
}
