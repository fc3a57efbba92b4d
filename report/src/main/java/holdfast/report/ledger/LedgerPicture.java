package holdfast.report.ledger;

import holdfast.report.page.Apart;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.territory.LineSummary;
import holdfast.territory.Movement;
import holdfast.territory.Territory;
import holdfast.territory.series.Holding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The ground of a series as a picture: where each side stands at the end, what it gained and lost since the beginning. Degrees of latitude and longitude at right angles, in the proportion
 * that is right in the middle of the picture.
 */
final class LedgerPicture {
    static final String GAINED = "#c4611a";
    static final String LOST = "#1c7c86";
    private static final String[] GROUNDS = {"#b9bec7", "#d8cba8", "#c7d3bd", "#d5bfc9", "#bfd0d8", "#ded6e6"};
    private static final double WIDTH = 1000;
    private static final double TALLEST = 1100;
    /** Enough for the larger numbers of a phone too. */
    private static final double LABELS_APART = 44;

    private static final double[] STEPS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30};

    private final Territory territory;
    private final Envelope shown;
    private final double scale;
    private final double squeeze;
    private final Markup svg = new Markup();

    private LedgerPicture(Territory territory, Envelope at) {
        this.territory = territory;
        this.squeeze = Math.max(0.05, Math.cos(Math.toRadians(at.centre().y)));
        this.shown = new Envelope(at);
        // Every picture is as wide as the page, so that its letters are: a tall one gets room at its sides.
        double wide = at.getHeight() * WIDTH / TALLEST / squeeze;
        shown.expandBy(Math.max(0, (wide - at.getWidth()) / 2), 0);
        this.scale = Math.min(WIDTH / (shown.getWidth() * squeeze), TALLEST / shown.getHeight());
    }

    /** All ground. */
    static String whole(Territory territory) {
        Envelope all = new Envelope();
        territory.ground().values().forEach(g -> all.expandToInclude(g.getEnvelopeInternal()));
        territory.groundAtFirst().values().forEach(g -> all.expandToInclude(g.getEnvelopeInternal()));
        return new LedgerPicture(territory, widened(all)).render("Where each side stands on " + territory.last());
    }

    /** The part where something changed; empty where that is most of the whole, or nothing. */
    static String changes(Territory territory) {
        Envelope changed = new Envelope();
        Envelope all = new Envelope();
        territory.ground().values().forEach(g -> all.expandToInclude(g.getEnvelopeInternal()));
        territory.totals().forEach(t -> {
            large(t.gained(), changed);
            large(t.lost(), changed);
        });
        if (changed.isNull() || changed.getArea() > all.getArea() * 0.6 || territory.days() < 2) {
            return "";
        }
        return new LedgerPicture(territory, widened(changed)).render("Where ground changed hands");
    }

    /** Threads that nobody could see do not decide what is shown. */
    private static void large(MultiPolygon ground, Envelope into) {
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            if (ground.getGeometryN(i).getArea() > 1e-5) {
                into.expandToInclude(ground.getGeometryN(i).getEnvelopeInternal());
            }
        }
    }

    private static Envelope widened(Envelope at) {
        Envelope wide = new Envelope(at);
        wide.expandBy(Math.max(at.getWidth() * 0.04, 0.01), Math.max(at.getHeight() * 0.04, 0.01));
        return wide;
    }

    private String render(String title) {
        double width = shown.getWidth() * squeeze * scale;
        double height = shown.getHeight() * scale;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Math.round(width) + " " + Math.round(height),
                "role",
                "img",
                "class",
                "map",
                "font-family",
                HouseStyle.LETTERS);
        svg.element("title", title);
        svg.empty("rect", "width", width, "height", height, "fill", "#f7f5ef");
        int colour = 0;
        for (Map.Entry<Holding, MultiPolygon> ground : territory.ground().entrySet()) {
            path(
                    ground.getValue(),
                    GROUNDS[colour++ % GROUNDS.length],
                    "#7d838d",
                    ground.getKey().toString());
        }
        territory.totals().forEach(t -> {
            path(t.gained(), GAINED, GAINED, "gained by " + t.holding());
            path(t.lost(), LOST, LOST, "lost by " + t.holding());
        });
        territory.line().ifPresent(this::line);
        graticule(width, height);
        bar(width, height);
        return svg.close("svg").toString();
    }

    private void line(LineSummary line) {
        svg.open(
                "path",
                "d",
                path(line.line().ground()),
                "fill",
                "none",
                "stroke",
                "#222",
                "stroke-width",
                1.4,
                "stroke-dasharray",
                "5 3");
        svg.element("title", "the line: " + line.line().words()).close("path");
        Apart labels = new Apart(LABELS_APART, shown.getWidth() * squeeze * scale, shown.getHeight() * scale);
        Map<Integer, Apart.Spot> spots = new LinkedHashMap<>();
        int number = 0;
        for (Movement m : line.largest()) {
            number++;
            Coordinate at = m.patch().place();
            if (shown.contains(at)) {
                Apart.Spot place = new Apart.Spot(x(at.x), y(at.y));
                Apart.Spot spot = labels.near(place);
                spots.put(number, spot);
                lead(place, spot);
            }
        }
        spots.forEach(this::number);
    }

    /** From a place to its number beside it. */
    private void lead(Apart.Spot place, Apart.Spot spot) {
        if (spot.from(place) > 1) {
            svg.empty("line", "x1", place.x(), "y1", place.y(), "x2", spot.x(), "y2", spot.y(), "stroke", "#222");
            svg.empty("circle", "cx", place.x(), "cy", place.y(), "r", 2.5, "fill", "#222", "class", "place");
        }
    }

    private void number(int number, Apart.Spot spot) {
        svg.empty(
                "circle", "cx", spot.x(), "cy", spot.y(), "r", 11.0, "fill", "#fff", "stroke", "#222", "class", "mark");
        svg.element(
                "text",
                String.valueOf(number),
                "x",
                spot.x(),
                "y",
                spot.y(),
                "font-size",
                13.0,
                "text-anchor",
                "middle",
                "dominant-baseline",
                "central",
                "class",
                "mark");
    }

    /** A colour of the picture and what it stands for. */
    record Key(String colour, String words) {}

    /** What the colours mean, in the order in which they are drawn. */
    static List<Key> keys(Territory territory) {
        List<Key> keys = new ArrayList<>();
        for (Holding holding : territory.ground().keySet()) {
            keys.add(new Key(GROUNDS[keys.size() % GROUNDS.length], holding + " on " + territory.last()));
        }
        if (territory.days() > 1) {
            keys.add(new Key(GAINED, "gained since " + territory.first()));
            keys.add(new Key(LOST, "lost since " + territory.first()));
        }
        return keys;
    }

    private void path(Geometry ground, String fill, String stroke, String title) {
        String d = path(ground);
        if (!d.isEmpty()) {
            svg.open("path", "d", d, "fill", fill, "stroke", stroke, "stroke-width", 0.6, "fill-rule", "evenodd");
            svg.element("title", title).close("path");
        }
    }

    private String path(Geometry ground) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) ground.getGeometryN(i);
            if (polygon.getEnvelopeInternal().intersects(shown)) {
                ring(polygon.getExteriorRing(), d);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    ring(polygon.getInteriorRingN(h), d);
                }
            }
        }
        return d.toString();
    }

    /** Without what is finer than half a dot. */
    private void ring(LineString ring, StringBuilder d) {
        Coordinate[] positions =
                DouglasPeuckerSimplifier.simplify(ring, 0.4 / scale).getCoordinates();
        if (positions.length < 4) {
            return;
        }
        for (int i = 0; i < positions.length - 1; i++) {
            d.append(i == 0 ? "M" : "L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(positions[i].x), y(positions[i].y)));
        }
        d.append('Z');
    }

    private void graticule(double width, double height) {
        double step = step(shown.getWidth());
        for (double lon = Math.ceil(shown.getMinX() / step) * step; lon <= shown.getMaxX(); lon += step) {
            svg.empty(
                    "line",
                    "x1",
                    x(lon),
                    "y1",
                    0.0,
                    "x2",
                    x(lon),
                    "y2",
                    height,
                    "stroke",
                    "#000",
                    "stroke-opacity",
                    "0.13");
            svg.element(
                    "text",
                    degrees(lon, "E", "W"),
                    "x",
                    x(lon) + 3,
                    "y",
                    height - 5,
                    "font-size",
                    11.0,
                    "fill",
                    "#555");
        }
        for (double lat = Math.ceil(shown.getMinY() / step) * step; lat <= shown.getMaxY(); lat += step) {
            svg.empty(
                    "line",
                    "x1",
                    0.0,
                    "y1",
                    y(lat),
                    "x2",
                    width,
                    "y2",
                    y(lat),
                    "stroke",
                    "#000",
                    "stroke-opacity",
                    "0.13");
            svg.element("text", degrees(lat, "N", "S"), "x", 4.0, "y", y(lat) - 3, "font-size", 11.0, "fill", "#555");
        }
    }

    private static double step(double span) {
        for (double step : STEPS) {
            if (span / step <= 10) {
                return step;
            }
        }
        return 60;
    }

    private static String degrees(double degrees, String positive, String negative) {
        double turned = Math.IEEEremainder(degrees, 360);
        String text = String.format(Locale.ROOT, "%.2f", Math.abs(turned))
                .replaceAll("0+$", "")
                .replaceAll("\\.$", "");
        return text + "° " + (turned < 0 ? negative : positive);
    }

    /** Along a parallel in the middle. */
    private void bar(double width, double height) {
        double kmPerDot = 111.3 / scale;
        double km = 1;
        for (double candidate : new double[] {2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
            if (candidate / kmPerDot < width / 4) {
                km = candidate;
            }
        }
        double length = km / kmPerDot;
        double right = width - 16;
        double at = height - 48;
        svg.empty(
                "rect",
                "x",
                right - length - 8,
                "y",
                at - 22,
                "width",
                length + 16,
                "height",
                30.0,
                "fill",
                "#fff",
                "fill-opacity",
                "0.8");
        svg.empty("line", "x1", right - length, "y1", at, "x2", right, "y2", at, "stroke", "#222", "stroke-width", 2.0);
        svg.element(
                "text",
                "about " + Math.round(km) + " km",
                "x",
                right,
                "y",
                at - 5,
                "font-size",
                11.0,
                "text-anchor",
                "end");
    }

    private double x(double longitude) {
        return (longitude - shown.getMinX()) * squeeze * scale;
    }

    private double y(double latitude) {
        return (shown.getMaxY() - latitude) * scale;
    }
}
