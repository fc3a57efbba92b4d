package holdfast.engine.geography;

/** A ball through space, in metres; what lies on the ellipsoid within it cannot be nearer than {@link #atLeast} says. */
record Ball(double x, double y, double z, double radius) {
    /** No curve on WGS84 bends less than a circle of this radius; two per cent are kept back because geodesics do not lie in a plane. */
    private static final double WIDEST_RADIUS = 6_400_000;

    private static final double KEPT = 0.98;

    /** The smallest geodesic distance in metres that anything in the ball can have. */
    double atLeast(Spot from) {
        return geodesicAtLeast(distance(from.x(), from.y(), from.z()) - radius);
    }

    /** Both, and everything between. */
    Ball with(Ball other) {
        double cx = (x + other.x) / 2;
        double cy = (y + other.y) / 2;
        double cz = (z + other.z) / 2;
        return new Ball(cx, cy, cz, Math.max(distance(cx, cy, cz) + radius, other.distance(cx, cy, cz) + other.radius));
    }

    /** Two places that are this far apart through the Earth are at least so far apart on its surface. */
    static double geodesicAtLeast(double chord) {
        return chord <= 0 ? 0 : chord + KEPT * chord * chord * chord / (24 * WIDEST_RADIUS * WIDEST_RADIUS);
    }

    private double distance(double px, double py, double pz) {
        double ax = px - x;
        double ay = py - y;
        double az = pz - z;
        return Math.sqrt(ax * ax + ay * ay + az * az);
    }
}
