package holdfast.territory;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.series.SeriesRules;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A connected piece of ground that changed hands, or lies beyond a line.
 *
 * @param polygon x is the longitude, y the latitude in degrees on WGS84
 * @param km2 its area
 * @param perimeterKm the length of its border
 */
public record Patch(Polygon polygon, double km2, double perimeterKm) {
    private static final double M_IN_KM = 1000;

    static Patch of(Polygon polygon) {
        Ellipsoid.Measure measure = Ellipsoid.extent(polygon);
        return new Patch(polygon, measure.km2(), measure.perimeterKm());
    }

    /**
     * How far its area may be off, in km2: if the border on the map lies the resolution off, everywhere and to the same side. An upper bound; errors to both sides
     * cancel in part.
     */
    public double errorKm2(SeriesRules rules) {
        return perimeterKm * rules.resolutionMetres() / M_IN_KM;
    }

    /** The width of a long strip of this area and perimeter, in metres. */
    public double widthMetres() {
        return perimeterKm == 0 ? 0 : 2 * km2 / perimeterKm * M_IN_KM;
    }

    /** 4 pi area / perimeter squared: 1 for a circle, near 0 for a thread. */
    public double roundness() {
        return perimeterKm == 0 ? 0 : 4 * Math.PI * km2 / (perimeterKm * perimeterKm);
    }

    /** A place inside it: its latitude is y. */
    public Coordinate place() {
        return polygon.getInteriorPoint().getCoordinate();
    }

    /** Where it lies, to two decimals of a degree, about a kilometre: {@code 48.12 N 37.55 E}. */
    public String placeWords() {
        Coordinate at = place();
        double longitude = Math.IEEEremainder(at.x, 360);
        return String.format(
                Locale.ROOT,
                "%.2f %s %.2f %s",
                Math.abs(at.y),
                at.y < 0 ? "S" : "N",
                Math.abs(longitude),
                longitude < 0 ? "W" : "E");
    }

    /**
     * Whether the map can tell it from redrawing, whatever happens later.
     *
     * @param counts whether any of it counts
     */
    Size size(SeriesRules rules, boolean counts) {
        if (km2 < rules.minimumKm2()) {
            return Size.BELOW_MINIMUM;
        }
        if (!counts) {
            return Size.BELOW_RESOLUTION;
        }
        return roundness() < rules.leastRoundness() ? Size.SLIVER : Size.COUNTS;
    }

    /** How a piece compares with what its source can tell. */
    public enum Size {
        BELOW_RESOLUTION,
        BELOW_MINIMUM,
        SLIVER,
        COUNTS
    }

    /** Why it does not count, in words; empty where it does. */
    String reason(SeriesRules rules, Size size) {
        return switch (size) {
            case BELOW_RESOLUTION ->
                String.format(
                        Locale.ROOT,
                        "%.3f km2 along a border of %.1f km, on average %.0f m wide: less than %s km2 of it is as wide as"
                                + " %s m, which a map good to %s m can tell",
                        km2,
                        perimeterKm,
                        widthMetres(),
                        SeriesRules.number(rules.minimumKm2()),
                        SeriesRules.number(2 * rules.resolutionMetres()),
                        SeriesRules.number(rules.resolutionMetres()));
            case BELOW_MINIMUM ->
                String.format(
                        Locale.ROOT,
                        "%.3f km2, less than the %s km2 that a piece must have",
                        km2,
                        SeriesRules.number(rules.minimumKm2()));
            case SLIVER ->
                String.format(
                        Locale.ROOT,
                        "%.3f km2 in the shape of a thread: roundness %.3f, less than the %s that this series asks for",
                        km2,
                        roundness(),
                        SeriesRules.number(rules.leastRoundness()));
            case COUNTS -> "";
        };
    }
}
