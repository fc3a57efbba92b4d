package holdfast.server.api;

import holdfast.engine.KnownFact;
import holdfast.engine.geography.Geography;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import holdfast.server.json.Json;
import holdfast.server.room.Moment;
import holdfast.server.room.Room;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Zones, lines and incidents as GeoJSON (RFC 7946), for a picture; what is measured is measured by the engine, on the ellipsoid. */
final class MapApi {
    private static final double KM_A_DEGREE = 111.2;

    private final Asking asking;

    MapApi(Asking asking) {
        this.asking = asking;
    }

    void map(Context ctx) {
        Room room = asking.room(ctx);
        Moment moment = asking.moment(ctx, room);
        List<Object> features = new ArrayList<>();
        for (Zone zone : room.agreement().zones()) {
            ground(room.agreement(), zone).forEach(g -> features.add(feature(geometry(g), zone(zone))));
        }
        DateWords dates = new DateWords(room.agreement().zone());
        room.facts(moment)
                .forEach(f -> place(f).ifPresent(p -> features.add(feature(point(p), incident(f, p, dates)))));
        Json.answer(ctx, Json.object("type", "FeatureCollection", "features", features));
    }

    private static Map<String, @Nullable Object> zone(Zone zone) {
        boolean about = zone instanceof Zone.Around;
        return Json.object("kind", "zone", "name", zone.name(), "approximate", about);
    }

    private static Map<String, @Nullable Object> incident(KnownFact fact, Value.Place place, DateWords dates) {
        return Json.object(
                "kind", "incident",
                "event", fact.event(),
                "occurred", dates.iso(fact.time().lo()),
                "place", place.name(),
                "records", fact.records());
    }

    private static Optional<Value.Place> place(KnownFact fact) {
        return fact.values().values().stream()
                .filter(Value.Place.class::isInstance)
                .map(Value.Place.class::cast)
                .findFirst();
    }

    private static Stream<Geometry> ground(Agreement agreement, Zone zone) {
        return switch (zone) {
            case Zone.FromFile file -> Geography.geometries(file).stream();
            case Zone.Around around ->
                agreement.zones().stream()
                        .filter(z -> z.name().equals(around.of()) && z != zone)
                        .limit(1)
                        .flatMap(z -> ground(agreement, z))
                        .map(g -> around(g, around.km().doubleValue()));
        };
    }

    /** So wide where it lies: a degree of longitude is shorter than one of latitude. */
    private static Geometry around(Geometry inner, double km) {
        double shrink = Math.cos(Math.toRadians(inner.getEnvelopeInternal().centre().y));
        Geometry square = AffineTransformation.scaleInstance(shrink, 1).transform(inner);
        return AffineTransformation.scaleInstance(1 / shrink, 1).transform(square.buffer(km / KM_A_DEGREE, 4));
    }

    private static Map<String, @Nullable Object> feature(
            Map<String, @Nullable Object> geometry, Map<String, @Nullable Object> properties) {
        return Json.object("type", "Feature", "properties", properties, "geometry", geometry);
    }

    private static Map<String, @Nullable Object> point(Value.Place place) {
        return Json.object("type", "Point", "coordinates", List.of(place.longitude(), place.latitude()));
    }

    private static Map<String, @Nullable Object> geometry(Geometry geometry) {
        return switch (geometry) {
            case Polygon polygon -> Json.object("type", "Polygon", "coordinates", rings(polygon));
            case LineString line -> Json.object("type", "LineString", "coordinates", positions(line));
            case Point point ->
                Json.object("type", "Point", "coordinates", List.of(rounded(point.getX()), rounded(point.getY())));
            default -> {
                List<Object> parts = new ArrayList<>();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    parts.add(geometry(geometry.getGeometryN(i)));
                }
                yield Json.object("type", "GeometryCollection", "geometries", parts);
            }
        };
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        rings.add(positions(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<Object> positions(LineString line) {
        List<Object> positions = new ArrayList<>();
        for (Coordinate c : line.getCoordinates()) {
            positions.add(List.of(rounded(c.x), rounded(c.y)));
        }
        return positions;
    }

    /** To about ten centimetres. */
    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }
}
