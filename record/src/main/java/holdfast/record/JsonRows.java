package holdfast.record;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** The rows of a file in which every line is a JSON object: its members are the cells. */
final class JsonRows {
    private static final int MOST_COLUMNS = 2000;

    /** How a member is called as a column. */
    @FunctionalInterface
    interface Naming {
        /** @param path of the enclosing objects with a dot behind each; empty at the top */
        String column(String path, String member);

        Naming PLAIN = String::concat;
    }

    private final JsonFactory json = new JsonFactory();
    private final Naming naming;
    private final Problems problems;
    private final RowSink sink;
    private final Row row = new Row();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Map<String, Integer>> columnOfMember = new HashMap<>();
    private boolean[] given = new boolean[64];
    private boolean told;

    JsonRows(Naming naming, Problems problems, RowSink sink) {
        this.naming = naming;
        this.problems = problems;
        this.sink = sink;
    }

    void read(Reader text) {
        try (text) {
            readLines(text);
        } catch (UnreadableText e) {
            e.tell(problems);
        } catch (IOException e) {
            problems.error(ProblemCode.CANNOT_BE_OPENED, 0, "", "reading failed", "", "");
        }
    }

    private void readLines(Reader text) throws IOException {
        char[] buffer = new char[1 << 16];
        int used = 0;
        long line = 1;
        boolean any = false;
        while (true) {
            int n = text.read(buffer, used, buffer.length - used);
            int start = 0;
            int end = used + Math.max(n, 0);
            for (int i = used; i < end; i++) {
                if (buffer[i] == '\n') {
                    any |= object(buffer, start, i, line);
                    line++;
                    start = i + 1;
                }
            }
            if (n < 0) {
                any |= object(buffer, start, end, line);
                break;
            }
            used = end - start;
            System.arraycopy(buffer, start, buffer, 0, used);
            if (used > Row.LONGEST) {
                throw new UnreadableText(
                        ProblemCode.TOO_LONG,
                        line,
                        "this line is longer than a megabyte",
                        "",
                        "every line is one record");
            }
            if (used > buffer.length / 2) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        if (!any) {
            problems.error(ProblemCode.EMPTY_FILE, 0, "", "the file is empty", "an object on each line", "");
        }
    }

    /** Reads one line; false if it is blank. */
    private boolean object(char[] buffer, int start, int end, long line) {
        int first = start;
        while (first < end && buffer[first] <= ' ') {
            first++;
        }
        if (first == end) {
            return false;
        }
        if (sink.skips(line)) {
            sink.skipped(line);
            return true;
        }
        row.begin(line, columns.size());
        Arrays.fill(given, false);
        told = false;
        int before = columns.size();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), buffer, first, end - first)) {
            members(parser, line);
            if (!told && parser.nextToken() != null) {
                refuse(
                        ProblemCode.BROKEN_TEXT,
                        line,
                        "",
                        "something stands behind the object",
                        "one object a line",
                        "");
            }
        } catch (JacksonException e) {
            tellBroken(e, end - first, first - start, line);
        }
        if (!told && (before == 0 || columns.size() > before) && !sink.columns(columns, line)) {
            told = true;
        }
        if (told) {
            sink.broken(line);
        } else {
            sink.row(row);
        }
        return true;
    }

    private void tellBroken(JacksonException e, int length, int indent, long line) {
        long sign = e.getLocation() == null ? -1 : e.getLocation().getColumnNr();
        if (e instanceof UnexpectedEndOfInputException || sign > length) {
            refuse(
                    ProblemCode.ENDS_IN_THE_MIDDLE,
                    line,
                    "",
                    "the object that begins here does not end on its line",
                    "`}`",
                    "every record is one line; the end of the file may be missing");
        } else {
            refuse(
                    ProblemCode.BROKEN_TEXT,
                    line,
                    "",
                    "this is not JSON" + (sign < 1 ? "" : " (from sign " + (sign + indent) + " of the line on)"),
                    "an object such as {\"id\":\"a1\", ...}",
                    "");
        }
    }

    private void members(JsonParser parser, long line) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            refuse(
                    ProblemCode.BROKEN_TEXT,
                    line,
                    "",
                    "this is no object",
                    "an object such as {\"id\":\"a1\", ...}",
                    "");
            return;
        }
        object(parser, line, "");
    }

    private void object(JsonParser parser, long line, String path) {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                if (path.length() > 200) {
                    refuse(ProblemCode.BROKEN_TEXT, line, member, "objects within objects within objects", "", "");
                    return;
                }
                object(parser, line, path + member + ".");
            } else if (value == JsonToken.START_ARRAY) {
                refuse(ProblemCode.BROKEN_TEXT, line, path + member, "a list", "one value", "");
                return;
            } else if (value == JsonToken.VALUE_NULL) {
                cell(path, member, "", line);
            } else {
                cell(path, member, parser.getString(), line);
            }
            if (told) {
                return;
            }
        }
    }

    private void cell(String path, String member, String value, long line) {
        int cell = column(path, member, line);
        if (cell < 0) {
            return;
        }
        if (given[cell]) {
            refuse(
                    ProblemCode.NAMED_TWICE,
                    line,
                    columns.get(cell),
                    "this object has two members of this name",
                    "",
                    "");
            return;
        }
        given[cell] = true;
        if (value.indexOf('\0') >= 0) {
            refuse(ProblemCode.ZERO_BYTE, line, columns.get(cell), "a zero byte", "text", "");
        } else if (!row.set(cell, value)) {
            refuse(ProblemCode.TOO_LONG, line, "", "this line is longer than a megabyte", "", "");
        }
    }

    private int column(String path, String member, long line) {
        @Nullable Integer known = columnOfMember.getOrDefault(path, Map.of()).get(member);
        if (known != null) {
            return known;
        }
        if (columns.size() >= MOST_COLUMNS) {
            refuse(ProblemCode.WRONG_COLUMNS, line, member, "more than " + MOST_COLUMNS + " different members", "", "");
            return -1;
        }
        String name = naming.column(path, member);
        int index = columns.indexOf(name);
        if (index < 0) {
            index = columns.size();
            columns.add(name);
            given = Arrays.copyOf(given, Math.max(given.length, columns.size() + 1));
        }
        columnOfMember.computeIfAbsent(path, p -> new HashMap<>()).put(member, index);
        return index;
    }

    private void refuse(ProblemCode code, long line, String column, String found, String expected, String mend) {
        told = true;
        problems.error(code, line, column, found, expected, mend);
    }
}
