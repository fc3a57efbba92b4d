package holdfast.report.ledger;

import holdfast.report.page.JsonText;
import holdfast.territory.Day;
import holdfast.territory.Movement;
import holdfast.territory.Territory;
import holdfast.territory.series.Holding;
import holdfast.territory.series.SeriesRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A ledger as GeoJSON (RFC 7946): every piece that changed hands, with what became of it, and the ground of each side on the last day, named {@code SIDE DATE}, which a zone of an
 * agreement can be.
 */
public final class LedgerGeoJson {
    private final Appendable out;
    private final SeriesRules rules;
    private boolean any;

    /** @param out gets one feature for each piece, as days come; {@link #end} closes it */
    public LedgerGeoJson(Appendable out, SeriesRules rules) {
        this.out = out;
        this.rules = rules;
        put("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    public void day(Day day) {
        for (Movement m : day.movements()) {
            Map<String, Object> properties = new TreeMap<>();
            properties.put("change", m.gain() ? "gained" : "lost");
            properties.put("side", m.holding().side());
            properties.put("class", m.holding().kind());
            properties.put("date", m.date().toString());
            properties.put("km2", m.patch().km2());
            properties.put("error_km2", m.patch().errorKm2(rules));
            properties.put("standing", m.standing().words());
            properties.put("reason", m.reason());
            properties.put("map", day.file());
            feature(Map.copyOf(properties), m.patch().polygon());
        }
    }

    /** @param sha256 of the last map */
    public void end(Territory territory, String file, String sha256, String source) {
        for (Map.Entry<Holding, MultiPolygon> ground : territory.ground().entrySet()) {
            Holding holding = ground.getKey();
            Map<String, Object> properties = new TreeMap<>();
            properties.put("name", holding + " " + territory.last());
            properties.put("side", holding.side());
            properties.put("class", holding.kind());
            properties.put("date", territory.last().toString());
            properties.put("source", source);
            properties.put("map", file);
            properties.put("map_sha256", sha256);
            feature(properties, ground.getValue());
        }
        put("\n]}\n");
    }

    private void feature(Map<String, Object> properties, Geometry geometry) {
        put((any ? "," : "") + "\n{\"type\":\"Feature\",\"properties\":");
        any = true;
        StringBuilder members = new StringBuilder();
        JsonText json = new JsonText(members);
        json.value(new TreeMap<>(properties));
        put(members.toString().replaceAll("\n *", ""));
        put(",\"geometry\":");
        switch (geometry) {
            case Polygon polygon -> {
                put("{\"type\":\"Polygon\",\"coordinates\":");
                polygon(polygon);
            }
            default -> {
                put("{\"type\":\"MultiPolygon\",\"coordinates\":[");
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    put(i > 0 ? "," : "");
                    polygon((Polygon) geometry.getGeometryN(i));
                }
                put("]");
            }
        }
        put("}}");
    }

    private void polygon(Polygon polygon) {
        put("[");
        ring(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            put(",");
            ring(polygon.getInteriorRingN(i));
        }
        put("]");
    }

    private void ring(LineString ring) {
        put("[");
        for (int i = 0; i < ring.getNumPoints(); i++) {
            Coordinate at = ring.getCoordinateN(i);
            put((i > 0 ? "," : "") + "[" + degrees(at.x) + "," + degrees(at.y) + "]");
        }
        put("]");
    }

    /** To eight decimals, about a millimetre. */
    private static String degrees(double degrees) {
        String text = String.format(Locale.ROOT, "%.8f", degrees);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private void put(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
