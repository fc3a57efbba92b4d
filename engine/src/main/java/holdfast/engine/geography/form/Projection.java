package holdfast.engine.geography.form;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** What the numbers of a position are, where they can be turned into longitude and latitude on WGS84 exactly. */
enum Projection {
    DEGREES {
        @Override
        Coordinate position(double x, double y) {
            return new CoordinateXY(x, y);
        }
    },
    /** EPSG:3857, of web maps: metres of a Mercator map that takes the ellipsoid's longitudes and latitudes for those of a sphere. */
    WEB_MERCATOR {
        @Override
        Coordinate position(double x, double y) {
            double latitude = Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
            // The edge of such a map is the 180th meridian; its own number is rounded.
            double longitude = Math.toDegrees(x / RADIUS);
            return new CoordinateXY(
                    Math.abs(Math.abs(longitude) - 180) < 1e-9 ? Math.signum(longitude) * 180 : longitude, latitude);
        }
    };

    private static final double RADIUS = 6378137;

    abstract Coordinate position(double x, double y);
}
