package holdfast.territory;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.Sides;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * The ground within a distance of a line, on one of its sides or on both: buffers, corridors, zones of separation. Distances are geodesic on WGS84.
 *
 * <p>Each short part of the line sweeps a quadrilateral perpendicular to itself, and each of its bends a fan; the strip is their union. At its ends a strip on both sides is round, one on
 * one side is cut off at a right angle. A strip on one side is what of the strip on both lies on that side ({@link Sides}). The strip's border is within {@code km} / 2000 of where it should be.
 */
public final class Strip {
    /** Where it lies, seen along the line's direction. */
    public enum Side {
        LEFT,
        RIGHT,
        BOTH
    }

    /** A line's parts would no longer be short beside wider strips. */
    public static final double WIDEST_KM = 1000;

    private static final double M_IN_KM = 1000;
    private static final double FAN_DEGREES = 3;
    private static final double LONGEST_PART_METRES = 5000;
    private static final int MOST_PARTS = 1000;

    private final double metres;
    private final List<Polygon> swept = new ArrayList<>();

    /** The lines in short parts along their geodesics. */
    private final List<List<Coordinate>> lines = new ArrayList<>();

    private Strip(double metres) {
        this.metres = metres;
    }

    /**
     * @param lines x is the longitude, y the latitude in degrees
     * @param km on each side that is asked for; more than 0, at most {@value #WIDEST_KM}
     * @throws IllegalArgumentException if one side is asked for and the lines cross each other or themselves, so that there are no two sides
     */
    public static MultiPolygon along(Geometry lines, double km, Side side) {
        if (!(km > 0) || km > WIDEST_KM) {
            throw new IllegalArgumentException("a strip cannot be " + km + " km wide");
        }
        Strip strip = new Strip(km * M_IN_KM);
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line) {
                strip.sweep(line, side == Side.BOTH);
            }
        }
        MultiPolygon both = Grounds.union(strip.swept);
        return side == Side.BOTH ? both : new Sides(strip.lines, strip.metres).of(both, side == Side.LEFT);
    }

    /** @param round whether the ends are round; otherwise they are cut off at a right angle */
    private void sweep(LineString line, boolean round) {
        List<Coordinate> positions = new ArrayList<>();
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i - 1);
            Coordinate to = line.getCoordinateN(i);
            if (!from.equals2D(to)) {
                List<Coordinate> parts = new ArrayList<>();
                Ellipsoid.along(from, to, LONGEST_PART_METRES, MOST_PARTS, parts::add);
                positions.addAll(positions.isEmpty() ? parts : parts.subList(1, parts.size()));
            }
        }
        if (positions.size() < 2) {
            return;
        }
        lines.add(positions);
        double first = Double.NaN;
        double before = Double.NaN;
        for (int i = 1; i < positions.size(); i++) {
            GeodesicData part = Geodesic.WGS84.Inverse(
                    positions.get(i - 1).y, positions.get(i - 1).x, positions.get(i).y, positions.get(i).x);
            quadrilateral(positions.get(i - 1), positions.get(i), part, -90);
            quadrilateral(positions.get(i - 1), positions.get(i), part, 90);
            if (round) {
                fan(positions.get(i - 1), 0, 360);
            } else if (i > 1) {
                bend(positions.get(i - 1), before, part.azi1);
            } else {
                first = part.azi1;
            }
            before = part.azi2;
        }
        if (round) {
            fan(positions.getLast(), 0, 360);
        } else if (positions.getFirst().equals2D(positions.getLast())) {
            bend(positions.getLast(), before, first);
        }
    }

    /** Only the outside of a bend is open between two quadrilaterals. */
    private void bend(Coordinate at, double before, double after) {
        double turn = Math.IEEEremainder(after - before, 360);
        if (turn > 0) {
            fan(at, before - 90, before - 90 + turn);
        } else if (turn < 0) {
            fan(at, before + 90 + turn, before + 90);
        }
    }

    private void quadrilateral(Coordinate from, Coordinate to, GeodesicData part, double turn) {
        add(List.of(
                from,
                to,
                Ellipsoid.away(to, part.azi2 + turn, metres),
                Ellipsoid.away(from, part.azi1 + turn, metres),
                from));
    }

    private void fan(Coordinate at, double from, double to) {
        List<Coordinate> ring = new ArrayList<>();
        boolean full = to - from >= 360;
        int parts = Math.max(1, (int) Math.ceil((to - from) / FAN_DEGREES));
        if (!full) {
            ring.add(at);
        }
        // Halfway between the circle and its chords: what is cut off at the chords' middles is added at their ends.
        double reach = metres / Math.sqrt(Math.cos(Math.toRadians((to - from) / parts / 2)));
        for (int i = 0; i < parts + (full ? 0 : 1); i++) {
            ring.add(Ellipsoid.away(at, from + (to - from) * i / parts, reach));
        }
        ring.add(ring.getFirst());
        add(ring);
    }

    private void add(List<Coordinate> ring) {
        Polygon polygon = Grounds.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
        swept.addAll(Grounds.polygons(polygon.isValid() ? polygon : GeometryFixer.fix(polygon)));
    }
}
