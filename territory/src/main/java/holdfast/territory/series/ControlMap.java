package holdfast.territory.series;

import holdfast.territory.cut.Grounds;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A map as it was read.
 *
 * @param file without its folder
 * @param sha256 of the file, in hexadecimal
 * @param grounds valid, their polygons not overlapping
 * @param km2 the area of each ground
 * @param perimeterKm the length of its borders
 * @param features in the file's order
 * @param remarks what had to be mended or was left out, in words
 */
public record ControlMap(
        LocalDate date,
        String file,
        String sha256,
        SortedMap<Holding, MultiPolygon> grounds,
        SortedMap<Holding, Double> km2,
        SortedMap<Holding, Double> perimeterKm,
        List<Drawn> features,
        List<String> remarks) {

    /** Where on the file a holding was drawn: {@code feature 2 `north`}, and how far it reaches. */
    record Drawn(String feature, Holding holding, List<Envelope> polygons) {}

    /** The feature in which a polygon was drawn, with a comma; empty where that is no longer to be told. */
    String feature(Holding holding, Polygon polygon) {
        Envelope at = polygon.getEnvelopeInternal();
        for (Drawn drawn : features) {
            int polygonNumber = drawn.polygons().indexOf(at) + 1;
            if (drawn.holding().equals(holding) && polygonNumber > 0) {
                return drawn.feature() + ", polygon " + polygonNumber;
            }
        }
        return "a polygon of " + holding;
    }

    public MultiPolygon ground(Holding holding) {
        MultiPolygon ground = grounds.get(holding);
        return ground == null ? Grounds.none() : ground;
    }

    Envelope envelope() {
        Envelope all = new Envelope();
        grounds.values().forEach(g -> all.expandToInclude(g.getEnvelopeInternal()));
        return all;
    }

    /** The same map with its ground put together across the 180th meridian. */
    ControlMap joinedAcrossTheAntimeridian() {
        TreeMap<Holding, MultiPolygon> joined = new TreeMap<>();
        grounds.forEach((holding, ground) -> joined.put(holding, Antimeridian.joined(ground)));
        return new ControlMap(date, file, sha256, joined, km2, perimeterKm, features, remarks);
    }
}
