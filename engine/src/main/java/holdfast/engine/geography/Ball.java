package holdfast.engine.geography;

/** A ball through space, in metres. What lies in it is no nearer than {@link #atLeast} says, for less than a geodesic costs. */
record Ball(double x, double y, double z, double radius) {
    /** No curve on WGS84 bends less than a circle of this radius. */
    private static final double WIDEST_RADIUS = 6_400_000;

    /** None bends more than by a hundredth beyond that; the same again because geodesics do not lie in a plane. */
    private static final double UNCERTAIN = 0.02;

    /** The smallest geodesic distance in metres that anything in the ball can have. */
    double atLeast(Spot from) {
        return geodesicAtLeast(distance(from.x(), from.y(), from.z()) - radius);
    }

    /** No chord from the place to anything in the ball is longer. */
    double chordAtMost(Spot from) {
        return distance(from.x(), from.y(), from.z()) + radius;
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
        return chord <= 0 ? 0 : chord + (1 - UNCERTAIN) * bend(chord);
    }

    /** About how much {@link #geodesicAtLeast} may fall short, to a twentieth of it: where that is more than something is wide, a geodesic tells more. */
    static double shortfall(double chord) {
        return chord <= 0 ? 0 : 2 * UNCERTAIN * bend(chord);
    }

    /** No more than so far apart on its surface: exact enough up to a thousand km, true everywhere. */
    static double geodesicAtMost(double chord) {
        return chord < 1_000_000 ? chord + (1 + 2 * UNCERTAIN) * bend(chord) : chord * Math.PI / 2;
    }

    private static double bend(double chord) {
        return 2 * WIDEST_RADIUS * Math.asin(Math.min(1, chord / (2 * WIDEST_RADIUS))) - chord;
    }

    private double distance(double px, double py, double pz) {
        double ax = px - x;
        double ay = py - y;
        double az = pz - z;
        return Math.sqrt(ax * ax + ay * ay + az * az);
    }
}
