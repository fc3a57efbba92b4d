package holdfast.engine.geography.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.Features;
import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.Trail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a table (CSV) in which a column is well-known text: {@code POLYGON ((36 47, …))}, longitude first. The other columns are properties. Hexadecimal well-known binary, which databases
 * write, does as well; and a text that is nothing but one geometry.
 */
final class WktTable {
    private static final Set<String> NAMES = Set.of(
            "wkt",
            "geom",
            "geometry",
            "the_geom",
            "wkt_geom",
            "geom_wkt",
            "geometry_wkt",
            "wkb_geometry",
            "shape",
            "geo",
            "polygon");
    private static final String SEPARATORS = ",;\t|";
    private static final int LOOKED_AT = 20;

    static final MapForm FORM =
            new MapForm(List.of("wkt"), List.of("csv", "tsv"), List.of(), map -> read(map.file, map.text()));

    private final Trail file;
    private final GeometryNodes nodes;

    private WktTable(Trail file) {
        this.file = file;
        this.nodes = new GeometryNodes(file, Projection.DEGREES);
    }

    /** Empty: it is no table with geometries. */
    private static Optional<Drawing> read(Trail file, String text) {
        return WellKnown.isText(text.length() > 200 ? text.substring(0, 200) : text) && separatorOf(text) == 0
                ? Optional.of(new WktTable(file).alone(text))
                : new WktTable(file).table(text);
    }

    private static final Pattern AREA = Pattern.compile(
            "(?i)(?:^|[,;\t|\"'\n])\\s*(?:SRID=\\d+;)?\\s*(?:MULTI)?(?:POLYGON|SURFACE)\\s*(?:Z|M|ZM)?\\s*\\(\\s*\\(");

    /** Whether a text, of which this is the beginning, is a table with a column of geometries: its header names one, or ground stands in a cell. */
    static boolean isTable(String start) {
        return isHeader(start.lines().findFirst().orElse(""))
                || AREA.matcher(start).find();
    }

    private static boolean isHeader(String firstLine) {
        char separator = separatorOf(firstLine);
        if (separator == 0) {
            return NAMES.contains(firstLine.strip().replace("\"", "").toLowerCase(Locale.ROOT));
        }
        for (String cell : firstLine.split(Pattern.quote(String.valueOf(separator)), -1)) {
            if (NAMES.contains(cell.strip().replace("\"", "").toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private Drawing alone(String text) {
        JsonNode geometry = nodes.of(geometry(text, file));
        return new Drawing(
                file, true, List.of(new GeoFeature(file, "", geometry, MissingNode.getInstance())), List.of());
    }

    private Optional<Drawing> table(String text) {
        char found = separatorOf(text);
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(found == 0 ? ',' : found)
                .maxBufferSize(MAX_CELL)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                if (rows.size() > MapBounds.MOST_FEATURES) {
                    throw MapBounds.tooManyFeatures(file);
                }
                rows.add(row);
            }
        } catch (CsvParseException e) {
            if (!isHeader(text.lines().findFirst().orElse(""))) {
                return Optional.empty();
            }
            throw file.in("line", rows.isEmpty() ? 0 : (int) rows.getLast().getStartingLineNumber())
                    .problem(
                            "from here on this cannot be read as a table",
                            "is a quote not closed, or a cell longer than " + (MAX_CELL >> 20) + " million letters?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.size() < 2) {
            return Optional.empty();
        }
        CsvRecord header = rows.getFirst();
        int column = column(header, rows);
        if (column < 0) {
            return Optional.empty();
        }
        List<GeoFeature> features = new ArrayList<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            features.add(feature(row, header, column));
        }
        return Optional.of(new Drawing(file, false, features, List.of()));
    }

    private GeoFeature feature(CsvRecord row, CsvRecord header, int column) {
        Trail at = file.in("line", (int) row.getStartingLineNumber() - 1);
        if (row.getFieldCount() != header.getFieldCount()) {
            throw at.problem(
                    "it has " + row.getFieldCount() + " cells, and the header has " + header.getFieldCount(),
                    "a cell with a comma in it stands in quotes");
        }
        ObjectNode properties = GeometryNodes.object();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i).strip();
            String cell = row.getField(i).strip();
            if (i != column && !cell.isEmpty() && !name.isEmpty()) {
                if (properties.has(name)) {
                    throw file.problem("two columns are called `" + name + "`", "give each a name of its own");
                }
                properties.put(name, cell);
            }
        }
        String cell = row.getField(column).strip();
        Trail where = at.in("column", -1).named(header.getField(column).strip());
        JsonNode geometry = cell.isEmpty() ? NullNode.getInstance() : nodes.of(geometry(cell, where));
        return Features.of(at, geometry, properties);
    }

    private Geometry geometry(String cell, Trail at) {
        try {
            return WellKnown.isHexadecimal(cell) ? WellKnown.hexadecimal(cell) : WellKnown.text(cell);
        } catch (ParseException e) {
            throw at.problem(
                    "this geometry cannot be read: " + WellKnown.said(e),
                    "expected well-known text such as `POLYGON ((36 47, 37 47, 37 48, 36 47))`, longitude first, in"
                            + " degrees on WGS84; " + Gdal.turns(file, "-nlt CONVERT_TO_LINEAR"));
        }
    }

    /** By its name; else the one in which geometries stand. */
    private static int column(CsvRecord header, List<CsvRecord> rows) {
        for (int i = 0; i < header.getFieldCount(); i++) {
            if (NAMES.contains(header.getField(i).strip().toLowerCase(Locale.ROOT)) && holdsGeometries(rows, i)) {
                return i;
            }
        }
        for (int i = 0; i < header.getFieldCount(); i++) {
            if (holdsGeometries(rows, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holdsGeometries(List<CsvRecord> rows, int column) {
        for (CsvRecord row : rows.subList(1, Math.min(rows.size(), LOOKED_AT))) {
            String cell = column < row.getFieldCount() ? row.getField(column).strip() : "";
            if (!cell.isEmpty()) {
                String start = cell.length() > 200 ? cell.substring(0, 200) : cell;
                return WellKnown.isText(start) || WellKnown.isHexadecimal(cell);
            }
        }
        return false;
    }

    /** What stands most often outside of quotes and brackets in the first line; 0: nothing does. */
    private static char separatorOf(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        int open = 0;
        for (int i = 0; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            } else if (!quoted && open <= 0 && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return counts[best] == 0 ? 0 : SEPARATORS.charAt(best);
    }

    private static final int MAX_CELL = 64 << 20;
}
