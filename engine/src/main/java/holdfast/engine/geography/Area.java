package holdfast.engine.geography;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** The inside of one polygon, its border included, exact to the last bit of a double. Safe for several threads. */
final class Area {
    private final Envelope envelope;
    private final IndexedPointInAreaLocator locator;

    Area(Polygon polygon) {
        envelope = polygon.getEnvelopeInternal();
        locator = new IndexedPointInAreaLocator(polygon);
    }

    boolean holds(double latitude, double longitude) {
        Coordinate position = new CoordinateXY(longitude, latitude);
        return envelope.covers(position) && locator.locate(position) != Location.EXTERIOR;
    }
}
