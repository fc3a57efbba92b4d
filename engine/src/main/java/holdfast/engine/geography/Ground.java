package holdfast.engine.geography;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Areas, lines and points together. Areas may overlap: together they are their union. */
final class Ground implements Shape {
    /** An edge seldom runs through numbers that a double can hold: a millimetre beyond it counts as on it. */
    private static final double ON_EDGE_METRES = 1e-3;

    /** A line has no width, and no report is exact to less than a metre. */
    private static final double ON_LINE_METRES = 1;

    private static final double METRES_IN_KM = 1000;

    private final List<Area> areas = new ArrayList<>();
    private final Pieces edges;
    private final Pieces lines;

    Ground(List<Geometry> geometries) {
        List<Piece> edgePieces = new ArrayList<>();
        List<Piece> linePieces = new ArrayList<>();
        geometries.forEach(g -> add(g, edgePieces, linePieces));
        edges = new Pieces(edgePieces);
        lines = new Pieces(linePieces);
    }

    @Override
    public boolean covers(double latitude, double longitude) {
        return covers(Spot.at(latitude, fromMinus180To180(longitude)));
    }

    @Override
    public double kilometresFrom(double latitude, double longitude) {
        Spot spot = Spot.at(latitude, fromMinus180To180(longitude));
        if (isInArea(spot)) {
            return 0;
        }
        return lines.metresFrom(spot, edges.metresFrom(spot, Double.POSITIVE_INFINITY)) / METRES_IN_KM;
    }

    private boolean covers(Spot spot) {
        return isInArea(spot) || lines.metresFrom(spot, ON_LINE_METRES) < ON_LINE_METRES;
    }

    private boolean isInArea(Spot spot) {
        for (Area area : areas) {
            if (area.holds(spot.latitude(), spot.longitude())) {
                return true;
            }
        }
        return edges.metresFrom(spot, ON_EDGE_METRES) < ON_EDGE_METRES;
    }

    private void add(Geometry geometry, List<Piece> edgePieces, List<Piece> linePieces) {
        switch (geometry) {
            case Polygon polygon -> {
                areas.add(new Area(polygon));
                cut(polygon.getExteriorRing(), edgePieces);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    cut(polygon.getInteriorRingN(i), edgePieces);
                }
            }
            case LineString line -> cut(line, linePieces);
            case Point point -> linePieces.add(Piece.point(point.getY(), point.getX()));
            default -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    add(geometry.getGeometryN(i), edgePieces, linePieces);
                }
            }
        }
    }

    private static void cut(LineString line, List<Piece> pieces) {
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i - 1);
            Coordinate to = line.getCoordinateN(i);
            Piece.cut(from.y, from.x, to.y, to.x, pieces::add);
        }
    }

    private static double fromMinus180To180(double longitude) {
        return Math.abs(longitude) <= 180 ? longitude : Math.IEEEremainder(longitude, 360);
    }
}
