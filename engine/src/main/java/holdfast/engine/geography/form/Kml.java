package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.Features;
import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads KML: each placemark is a feature. Its properties are its extended data, its name, the folders in which it lies ({@code folder}: the innermost with a name), its style
 * ({@code style}), and its time: {@code when} is {@code date} where the extended data has none, a span is {@code begin} and {@code end}. Nothing outside of the file is opened.
 */
final class Kml {
    /** What has ground, or a line or a place. */
    private static final Set<String> GEOMETRIES =
            Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack", "Model");

    static final MapForm FORM = MapForm.of(
            List.of("kml"), map -> map.beginsWithATag() ? Optional.of(read(map.file, map.bytes)) : Optional.empty());

    private final Trail file;
    private final GeometryNodes nodes;
    private final List<GeoFeature> features = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final Set<String> elsewhere = new TreeSet<>();
    private XMLStreamReader xml;

    private Kml(Trail file, XMLStreamReader xml) {
        this.file = file;
        this.nodes = new GeometryNodes(file, Projection.DEGREES);
        this.xml = xml;
    }

    private static Drawing read(Trail file, byte[] bytes) {
        // Not one that happens to be on the class path: these switches are the JDK's own.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to another file");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(file, bytes)));
            return new Kml(file, xml).drawing();
        } catch (XMLStreamException e) {
            throw file.problem(
                    place(e) + "this cannot be read as XML", "is the file complete? Fetch or export it again");
        } catch (GeographyProblem problem) {
            throw problem;
        } catch (RuntimeException broken) {
            // The JDK's reader throws others where a text is badly damaged.
            throw file.problem("this cannot be read as XML", "is the file complete? Fetch or export it again");
        }
    }

    /** In the letters that its first line names. The JDK's reader would print what is wrong with them. */
    private static String text(Trail file, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        Matcher said = ENCODING.matcher(start);
        String letters = wide ? "UTF-16" : said.find() ? said.group(1) : "UTF-8";
        try {
            String text = Charset.forName(letters)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw file.problem(
                    "it has letters that are not " + letters + ", in which it says that it is written",
                    "save it anew as UTF-8");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw file.problem("it is written in `" + letters + "`, which is not known here", "save it anew as UTF-8");
        }
    }

    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private static String place(XMLStreamException e) {
        return e.getLocation() == null || e.getLocation().getLineNumber() < 1
                ? ""
                : "line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ": ";
    }

    private Drawing drawing() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String top = xml.getLocalName();
                if (!top.equals("kml")
                        && !top.equals("Document")
                        && !top.equals("Folder")
                        && !top.equals("Placemark")) {
                    throw other(top);
                }
                if (top.equals("Placemark")) {
                    placemark();
                } else {
                    folder(1);
                }
            }
        }
        if (!elsewhere.isEmpty()) {
            throw file.problem(
                    "a part of the map lies elsewhere, at " + String.join(", ", elsewhere) + " (`NetworkLink`)",
                    "open it in Google Earth and save the place as one KMZ; nothing is fetched from elsewhere");
        }
        if (features.isEmpty()) {
            throw file.problem("there is no placemark in it", "expected at least one `Placemark` with a polygon");
        }
        return new Drawing(file, false, features, List.of());
    }

    private GeographyProblem other(String top) {
        return switch (top.toLowerCase(Locale.ROOT)) {
            case "html" ->
                file.problem(
                        "this is a web page, and no map",
                        "fetch the map itself: a page stands where it asked to sign in");
            case "svg" ->
                file.problem(
                        "this is a drawing (SVG) without places on the Earth",
                        "fetch the map as GeoJSON, KML or a shapefile");
            default ->
                file.problem(
                        "this is XML of another kind, `<" + top + ">`", Gdal.turns(file, "") + "; expected `<kml>`");
        };
    }

    /** The next event that says something. */
    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw file.problem(
                    "line " + xml.getLocation().getLineNumber()
                            + ": it defines or uses names for texts (`<!DOCTYPE>`, `&name;`), which are not read",
                    "save it anew from Google Earth or QGIS");
        }
        return event;
    }

    private void folder(int depth) throws XMLStreamException {
        if (depth > MapBounds.DEEPEST) {
            throw file.problem("its folders are nested too deep", "expected placemarks");
        }
        folders.add("");
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Document", "Folder" -> folder(depth + 1);
                    case "Placemark" -> placemark();
                    case "name" -> folders.set(folders.size() - 1, text());
                    case "NetworkLink" -> networkLink();
                    default -> skip();
                }
            }
        }
        folders.removeLast();
    }

    private void networkLink() throws XMLStreamException {
        int open = 1;
        String where = "another file";
        while (open > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("href")) {
                    where = "`" + text() + "`";
                } else {
                    open++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
        elsewhere.add(where);
    }

    private void placemark() throws XMLStreamException {
        if (features.size() == MapBounds.MOST_FEATURES) {
            throw MapBounds.tooManyFeatures(file);
        }
        Trail at = file.in("placemark", features.size());
        ObjectNode properties = GeometryNodes.object();
        folders.reversed().stream().filter(f -> !f.isEmpty()).findFirst().ifPresent(f -> properties.put("folder", f));
        List<JsonNode> geometries = new ArrayList<>();
        ObjectNode data = GeometryNodes.object();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                switch (element) {
                    case "name" -> properties.put("name", text());
                    case "description" -> properties.put("description", text());
                    case "styleUrl" -> properties.put("style", text().replaceFirst("^#", ""));
                    case "TimeStamp" -> time(properties, "when", "date");
                    case "TimeSpan" -> {
                        time(properties, "begin", "begin");
                    }
                    case "ExtendedData" -> extended(data);
                    default -> {
                        if (GEOMETRIES.contains(element)) {
                            geometries.add(geometry(element, at, 0));
                        } else {
                            skip();
                        }
                    }
                }
            }
        }
        properties.setAll(data);
        JsonNode geometry = geometries.isEmpty() ? MissingNode.getInstance() : together(geometries);
        features.add(Features.of(at, geometry, properties));
    }

    /** A stamp has {@code when}; a span {@code begin} and {@code end}. */
    private void time(ObjectNode properties, String element, String property) throws XMLStreamException {
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String text = text();
                if (name.equals(element)) {
                    properties.put(property, text);
                } else {
                    properties.put(name, text);
                }
            }
        }
    }

    /** {@code Data} with a {@code value}, or {@code SchemaData} with {@code SimpleData}. */
    private void extended(ObjectNode properties) throws XMLStreamException {
        String name = "";
        int open = 1;
        while (open > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                switch (xml.getLocalName()) {
                    case "Data" -> name = attribute("name");
                    case "SimpleData" -> {
                        properties.put(attribute("name"), text());
                        open--;
                    }
                    case "value" -> {
                        properties.put(name, text());
                        open--;
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private JsonNode geometry(String element, Trail at, int depth) throws XMLStreamException {
        if (depth > MapBounds.DEEPEST) {
            throw at.problem("its geometries are nested too deep", "expected polygons");
        }
        return switch (element) {
            case "Point" -> {
                ArrayNode positions = coordinates(at);
                yield GeometryNodes.geometry("Point", positions.isEmpty() ? positions : positions.get(0));
            }
            case "LineString", "LinearRing" -> GeometryNodes.geometry("LineString", coordinates(at));
            case "Polygon" -> GeometryNodes.geometry("Polygon", rings(at));
            case "MultiGeometry" -> {
                List<JsonNode> parts = new ArrayList<>();
                while (next() != XMLStreamConstants.END_ELEMENT) {
                    if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                        String part = xml.getLocalName();
                        if (GEOMETRIES.contains(part)) {
                            parts.add(geometry(part, at, depth + 1));
                        } else {
                            skip();
                        }
                    }
                }
                yield together(parts);
            }
            default -> {
                skip();
                ObjectNode other = GeometryNodes.object();
                other.put("type", element);
                yield other;
            }
        };
    }

    private static JsonNode together(List<JsonNode> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        boolean polygons = !parts.isEmpty()
                && parts.stream().allMatch(p -> p.path("type").asString("").equals("Polygon"));
        if (polygons) {
            return GeometryNodes.polygons(
                    parts.stream().map(p -> (ArrayNode) p.path("coordinates")).toList());
        }
        ArrayNode all = GeometryNodes.list();
        parts.forEach(all::add);
        return GeometryNodes.geometry("GeometryCollection", all);
    }

    /** The outer ring first, wherever it stands. */
    private ArrayNode rings(Trail at) throws XMLStreamException {
        List<ArrayNode> outer = new ArrayList<>();
        List<ArrayNode> inner = new ArrayList<>();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "outerBoundaryIs" -> boundary(outer, at);
                    case "innerBoundaryIs" -> boundary(inner, at);
                    default -> skip();
                }
            }
        }
        if (outer.size() > 1 || outer.isEmpty() && !inner.isEmpty()) {
            throw at.problem("a polygon with " + outer.size() + " outer borders", "expected one `outerBoundaryIs`");
        }
        ArrayNode rings = GeometryNodes.list();
        outer.forEach(rings::add);
        inner.forEach(rings::add);
        return rings;
    }

    private void boundary(List<ArrayNode> rings, Trail at) throws XMLStreamException {
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("LinearRing")) {
                    rings.add(coordinates(at));
                } else {
                    skip();
                }
            }
        }
    }

    /** {@code longitude,latitude,height} and a blank, and so on. */
    private ArrayNode coordinates(Trail at) throws XMLStreamException {
        ArrayNode positions = GeometryNodes.list();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("coordinates")) {
                    int line = xml.getLocation().getLineNumber();
                    for (String tuple : text().split("\\s+")) {
                        if (!tuple.isEmpty()) {
                            positions.add(position(tuple, at, line));
                        }
                    }
                } else {
                    skip();
                }
            }
        }
        return positions;
    }

    private ArrayNode position(String tuple, Trail at, int line) {
        String[] numbers = tuple.split(",", -1);
        if (numbers.length < 2 || numbers.length > 3 || !isNumber(numbers[0]) || !isNumber(numbers[1])) {
            throw at.problem(
                    "`" + (tuple.length() > 60 ? tuple.substring(0, 60) + "..." : tuple)
                            + "` in the coordinates from line " + line + " on is no position",
                    "expected `longitude,latitude` or `longitude,latitude,height`, with blanks only between positions");
        }
        return nodes.position(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    private static boolean isNumber(String text) {
        return text.length() <= 40 && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    /** The text of this element, which has no others in it. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (open > 0) {
            int event = next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString().strip();
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }
}
