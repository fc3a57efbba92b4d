package holdfast.territory.cut;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A rectangle of the world, in degrees on WGS84. */
public record Extent(Envelope envelope) {

    /** @throws IllegalArgumentException if these are no west, south, east and north */
    public static Extent of(double west, double south, double east, double north) {
        if (!(west < east) || !(south < north) || Math.abs(south) > 90 || Math.abs(north) > 90) {
            throw new IllegalArgumentException(
                    "[" + west + ", " + south + ", " + east + ", " + north + "] is no [west, south, east, north]");
        }
        return new Extent(new Envelope(west, east, south, north));
    }

    public boolean holds(Envelope other) {
        return envelope.contains(other);
    }

    /** At most this far apart, in km: between the nearest corners or edges of the two rectangles. */
    public static double kmBetween(Envelope a, Envelope b) {
        if (a.intersects(b)) {
            return 0;
        }
        double latitude = nearest(a.getMinY(), a.getMaxY(), b.getMinY(), b.getMaxY());
        double otherLatitude = nearest(b.getMinY(), b.getMaxY(), a.getMinY(), a.getMaxY());
        double longitude = nearest(a.getMinX(), a.getMaxX(), b.getMinX(), b.getMaxX());
        double otherLongitude = nearest(b.getMinX(), b.getMaxX(), a.getMinX(), a.getMaxX());
        return Ellipsoid.metres(new Coordinate(longitude, latitude), new Coordinate(otherLongitude, otherLatitude))
                / 1000;
    }

    /** The place of [low, high] that is nearest to the other interval; where they overlap, a place in both. */
    private static double nearest(double low, double high, double otherLow, double otherHigh) {
        double middle = (Math.max(low, otherLow) + Math.min(high, otherHigh)) / 2;
        return Math.clamp(middle, low, high);
    }

    public static Envelope swapped(Envelope e) {
        return new Envelope(e.getMinY(), e.getMaxY(), e.getMinX(), e.getMaxX());
    }

    public static String words(Envelope e) {
        return String.format(
                Locale.ROOT,
                "between %.2f and %.2f degrees of longitude, %.2f and %.2f of latitude",
                e.getMinX(),
                e.getMaxX(),
                e.getMinY(),
                e.getMaxY());
    }
}
