package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.RowSink;
import holdfast.intake.text.UnreadableText;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.UserWords;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows of a JSON document: the objects of a list, the features of GeoJSON, or the objects of the one list in an object. Rows are counted from 1, since
 * many may stand on one line.
 */
final class JsonDocument {
    private final JsonFactory json = new JsonFactory();
    private final Problems problems;
    private final RowSink sink;
    private final JsonCells cells;
    private long rows;
    private String listOf = "";
    private boolean stopped;
    /** Whether the list of the records was there, in an object around everything. */
    private boolean any;

    JsonDocument(JsonRows.Naming naming, NumberForm numbers, Problems problems, RowSink sink) {
        this.problems = problems;
        this.sink = sink;
        this.cells = new JsonCells(naming, numbers, true, problems, sink);
    }

    void read(Reader text) {
        Kept kept = new Kept(text);
        try (kept;
                JsonParser parser = json.createParser(ObjectReadContext.empty(), kept)) {
            values(parser);
            if (rows == 0 && !stopped) {
                problems.error(RecordCode.EMPTY_FILE, 0, "", "there is no object in it", "a list of objects", "");
            }
        } catch (JacksonException e) {
            tell(e, kept.failure);
        } catch (UnreadableText e) {
            e.tell(problems);
        } catch (IOException e) {
            problems.error(RecordCode.CANNOT_BE_OPENED, 0, "", "reading failed", "", "");
        }
    }

    private void tell(JacksonException e, @Nullable UnreadableText below) {
        if (below != null) {
            below.tell(problems);
            return;
        }
        long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        boolean early = e instanceof UnexpectedEndOfInputException;
        problems.error(
                early ? RecordCode.ENDS_IN_THE_MIDDLE : RecordCode.BROKEN_TEXT,
                0,
                "",
                early ? "the document ends in the middle" : "this is not JSON, from line " + line + " of the file on",
                "a list of objects: [{...}, {...}]",
                early ? "the end of the file may be missing" : "");
    }

    private void values(JsonParser parser) {
        for (JsonToken t = parser.nextToken(); t != null && !stopped; t = parser.nextToken()) {
            switch (t) {
                case START_ARRAY -> list(parser, false);
                case START_OBJECT -> whole(parser);
                default -> refuse("this is no object");
            }
        }
    }

    private void refuse(String found) {
        stopped = true;
        problems.error(RecordCode.BROKEN_TEXT, rows + 1, "", found, "a list of objects: [{...}, {...}]", "");
    }

    private void list(JsonParser parser, boolean features) {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && !stopped; t = parser.nextToken()) {
            if (t != JsonToken.START_OBJECT) {
                refuse("this is no object");
                return;
            }
            row(parser, features);
        }
    }

    private void row(JsonParser parser, boolean feature) {
        rows++;
        if (sink.skips(rows)) {
            parser.skipChildren();
            sink.skipped(rows);
            return;
        }
        cells.begin(rows);
        if (feature) {
            feature(parser);
        } else {
            cells.object(parser, "");
        }
        // Where it was refused the parser stands somewhere inside, and what follows could be taken for a row.
        stopped = !cells.isGood();
        cells.end();
    }

    /** An object around everything: it has the list, or is the only row. */
    private void whole(JsonParser parser) {
        cells.begin(rows + 1);
        members(parser, "");
        if (!any && !stopped) {
            rows++;
            if (sink.skips(rows)) {
                sink.skipped(rows);
            } else {
                cells.end();
            }
        }
    }

    /** @param path of the object around the list: there may be one more, as in {@code {"result": {"records": [..]}}} */
    private void members(JsonParser parser, String path) {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT && !stopped; t = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && opensList(member)) {
                if (any) {
                    refuse("the lists " + UserWords.quoted(listOf) + " and " + UserWords.quoted(path + member)
                            + " both could be the records");
                    return;
                }
                any = true;
                listOf = path + member;
                list(parser, member.equals("features"));
                if (stopped) {
                    return;
                }
            } else if (value == JsonToken.START_OBJECT && path.isEmpty() && WRAPPERS.contains(member) && !any) {
                members(parser, member + ".");
            } else if (any || value == JsonToken.START_OBJECT && member.equals("crs")) {
                parser.skipChildren();
            } else {
                cells.member(parser, path, member, value);
                if (!cells.isGood()) {
                    stopped = true;
                    return;
                }
            }
        }
    }

    /** What a list of records is called; other lists are values. */
    private static final Set<String> LISTS = Set.of(
            "features",
            "data",
            "records",
            "rows",
            "results",
            "items",
            "events",
            "incidents",
            "Result",
            "articles",
            "hits",
            "value");

    /** What an object around such a list is called. */
    private static final Set<String> WRAPPERS = Set.of("result", "results", "response", "data", "hits");

    private static boolean opensList(String member) {
        return LISTS.contains(member);
    }

    private void feature(JsonParser parser) {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                // Of ArcGIS: its geometry has x and y, in whatever coordinates.
                case "properties", "attributes" -> {
                    if (value == JsonToken.START_OBJECT) {
                        cells.object(parser, "");
                    }
                }
                case "geometry" -> {
                    if (value == JsonToken.START_OBJECT) {
                        geometry(parser);
                    }
                }
                case "id" -> cells.member(parser, "feature.", "id", value);
                default -> parser.skipChildren();
            }
            if (!cells.isGood()) {
                return;
            }
        }
    }

    /** Of a point its degrees; of anything else its kind. */
    private void geometry(JsonParser parser) {
        String type = "";
        String longitude = "";
        String latitude = "";
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("type")) {
                type = parser.getString();
            } else if ((member.equals("x") || member.equals("y")) && value.isNumeric()) {
                cells.cell("geometry.", member, parser.getString());
            } else if (member.equals("coordinates") && value == JsonToken.START_ARRAY) {
                JsonToken first = parser.nextToken();
                int place = 0;
                for (JsonToken c = first; c != JsonToken.END_ARRAY; c = parser.nextToken()) {
                    if (c.isNumeric() && place < 2) {
                        longitude = place == 0 ? parser.getString() : longitude;
                        latitude = place == 1 ? parser.getString() : latitude;
                        place++;
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!type.isEmpty()) {
            cells.cell("geometry.", "type", type);
        }
        if (type.equals("Point")) {
            cells.cell("geometry.", "lon", longitude);
            cells.cell("geometry.", "lat", latitude);
        }
    }

    /** Keeps what could not be read, which the parser wraps. */
    private static final class Kept extends FilterReader {
        @Nullable
        UnreadableText failure;

        public Kept(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] to, int offset, int length) throws IOException {
            try {
                return super.read(to, offset, length);
            } catch (UnreadableText e) {
                failure = e;
                throw e;
            }
        }
    }
}
