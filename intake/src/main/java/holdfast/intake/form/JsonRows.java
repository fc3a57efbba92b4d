package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.text.UnreadableText;
import holdfast.intake.value.NumberForm;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** The rows of a file in which every line is a JSON object: its members are the cells. */
public final class JsonRows {
    /** How a member is called as a column. */
    @FunctionalInterface
    public interface Naming {
        /** @param path of the enclosing objects with a dot behind each; empty at the top */
        String column(String path, String member);

        Naming PLAIN = String::concat;
    }

    private final JsonFactory json = new JsonFactory();
    private final Problems problems;
    private final RowSink sink;
    private final JsonCells cells;

    JsonRows(Naming naming, NumberForm numbers, Problems problems, RowSink sink) {
        this.problems = problems;
        this.sink = sink;
        this.cells = new JsonCells(naming, numbers, false, problems, sink);
    }

    void read(Reader text) {
        try (text) {
            readLines(text);
        } catch (UnreadableText e) {
            e.tell(problems);
        } catch (IOException e) {
            problems.error(RecordCode.CANNOT_BE_OPENED, 0, "", "reading failed", "", "");
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
                        RecordCode.TOO_LONG,
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
            problems.error(RecordCode.EMPTY_FILE, 0, "", "the file is empty", "an object on each line", "");
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
        if (cells.handOnPlain(buffer, first, end, line)) {
            return true;
        }
        cells.begin(line);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), buffer, first, end - first)) {
            members(parser, line);
            if (cells.isGood() && parser.nextToken() != null) {
                cells.refuse(RecordCode.BROKEN_TEXT, "", "something stands behind the object", "one object a line", "");
            }
        } catch (JacksonException e) {
            tellBroken(e, end - first, first - start, line);
        }
        cells.end();
        return true;
    }

    private void tellBroken(JacksonException e, int length, int indent, long line) {
        long sign = e.getLocation() == null ? -1 : e.getLocation().getColumnNr();
        if (e instanceof UnexpectedEndOfInputException || sign > length) {
            cells.refuse(
                    RecordCode.ENDS_IN_THE_MIDDLE,
                    "",
                    "the object that begins here does not end on its line",
                    "`}`",
                    "every record is one line; the end of the file may be missing");
        } else {
            cells.refuse(
                    RecordCode.BROKEN_TEXT,
                    "",
                    "this is not JSON" + (sign < 1 ? "" : " (from sign " + (sign + indent) + " of the line on)"),
                    "an object such as {\"id\":\"a1\", ...}",
                    "");
        }
    }

    private void members(JsonParser parser, long line) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            cells.refuse(RecordCode.BROKEN_TEXT, "", "this is no object", "an object such as {\"id\":\"a1\", ...}", "");
            return;
        }
        cells.object(parser, "");
    }
}
