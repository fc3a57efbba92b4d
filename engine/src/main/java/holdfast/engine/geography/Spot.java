package holdfast.engine.geography;

import net.sf.geographiclib.Geodesic;

/**
 * A place on the ellipsoid WGS84.
 *
 * @param latitude in degrees
 * @param longitude in degrees
 * @param x in metres from the Earth's centre, towards the equator at Greenwich; {@code y} towards 90 degrees east, {@code z} towards the north pole
 */
record Spot(double latitude, double longitude, double x, double y, double z) {
    private static final double FLATTENING = Geodesic.WGS84.Flattening();
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    /** @throws IllegalArgumentException if the latitude is beyond a pole, or either is no number */
    static Spot at(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90) || !Double.isFinite(longitude)) {
            throw new IllegalArgumentException("no place on Earth: " + latitude + ", " + longitude);
        }
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double normal = acrossMeridian(phi);
        double fromAxis = normal * Math.cos(phi);
        return new Spot(
                latitude,
                longitude,
                fromAxis * Math.cos(lambda),
                fromAxis * Math.sin(lambda),
                normal * (1 - E2) * Math.sin(phi));
    }

    /** The ellipsoid's radius of curvature from east to west, in metres. */
    static double acrossMeridian(double phi) {
        double sine = Math.sin(phi);
        return Geodesic.WGS84.EquatorialRadius() / Math.sqrt(1 - E2 * sine * sine);
    }

    /** The ellipsoid's radius of curvature from north to south, in metres. */
    static double alongMeridian(double phi) {
        double sine = Math.sin(phi);
        return acrossMeridian(phi) * (1 - E2) / (1 - E2 * sine * sine);
    }
}
