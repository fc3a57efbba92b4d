package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.cut.PlainBorders;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Mends polygons whose borders cross themselves, and says so. Such a drawing can be read in several ways. Where they differ by less than the smallest piece that
 * counts, it does not matter which is meant; where they differ by more, only who drew the map can say, and the map is refused.
 */
final class Repair {
    private final GeoFeature feature;
    private final double harmlessKm2;
    private final Consumer<String> remarks;

    Repair(GeoFeature feature, double harmlessKm2, Consumer<String> remarks) {
        this.feature = feature;
        this.harmlessKm2 = harmlessKm2;
        this.remarks = remarks;
    }

    List<Polygon> mended(List<Polygon> polygons) {
        if (PlainBorders.are(polygons)) {
            return polygons;
        }
        Geometry drawn = Grounds.of(polygons);
        TopologyValidationError error = new IsValidOp(drawn).getValidationError();
        if (error == null) {
            return polygons;
        }
        Geometry fixed = GeometryFixer.fix(drawn);
        double mended = Ellipsoid.km2(fixed);
        double wound = polygons.stream().mapToDouble(Repair::woundKm2).sum();
        Readings readings = Readings.of(polygons);
        double differ = Math.max(Math.max(wound, mended), readings.most())
                - Math.min(Math.min(wound, mended), readings.least());
        String found = fault(error);
        if (mended <= 0) {
            throw feature.problem(found + ", and no area is left once that is mended", "draw the area anew");
        }
        if (differ >= harmlessKm2) {
            throw feature.problem(
                    String.format(
                            Locale.ROOT,
                            "%s, and what it encloses can be read in ways that differ by %.3f km2",
                            found,
                            differ),
                    String.format(
                            Locale.ROOT,
                            "draw the border without crossings; what differs by less than %s km2 is mended",
                            SeriesRules.number(harmlessKm2)));
        }
        remarks.accept(String.format(
                Locale.ROOT,
                "%s: %s; mended, to an area of %.3f km2 (readings of the drawing differ by %.6f km2)",
                feature.where(),
                found,
                mended,
                differ));
        return Grounds.polygons(fixed);
    }

    private static double woundKm2(Polygon polygon) {
        double area = Math.abs(Ellipsoid.woundKm2(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= Math.abs(Ellipsoid.woundKm2(polygon.getInteriorRingN(i)));
        }
        return area;
    }

    private static String fault(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        String near = at == null ? "" : String.format(Locale.ROOT, " near [%s, %s]", at.x, at.y);
        return switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "a hole lies outside its polygon" + near;
            case TopologyValidationError.NESTED_HOLES -> "a hole lies in another hole" + near;
            case TopologyValidationError.NESTED_SHELLS -> "a polygon lies in another one" + near;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "holes cut a polygon into pieces" + near;
            case TopologyValidationError.DUPLICATE_RINGS -> "a ring is there twice" + near;
            case TopologyValidationError.TOO_FEW_POINTS -> "a ring has fewer than three different positions" + near;
            default -> "the border crosses or touches itself" + near;
        };
    }
}
