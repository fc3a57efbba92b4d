package holdfast.territory;

import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.MapSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** A part of the ground that is accounted for by itself. Sectors may overlap. */
public record Sector(String name, MultiPolygon ground) {

    /**
     * The features of a file, each with a {@code name}. An area is a sector; a line with a {@code width_km} is a strip along it, on the side that {@code on} says ({@code both}: half of the
     * width on each; {@code left} or {@code right} of its direction; or {@code each}: the whole width on each).
     *
     * @throws GeographyProblem if a feature is none of this
     */
    public static List<Sector> read(Path file) throws IOException {
        List<Sector> sectors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (GeoFeature feature : MapSource.read(file).drawing().features()) {
            String name = feature.name().isEmpty() ? "sector " + (sectors.size() + 1) : feature.name();
            if (!names.add(name)) {
                throw feature.problem("there is another sector called `" + name + "`", "give each a name of its own");
            }
            sectors.add(new Sector(name, ground(feature)));
        }
        return sectors;
    }

    private static MultiPolygon ground(GeoFeature feature) {
        Geometry geometry = feature.geometry();
        if (geometry.getDimension() == 2) {
            return Grounds.alongGeodesics(Grounds.union(Grounds.polygons(geometry)));
        }
        String width = feature.properties().getOrDefault("width_km", "");
        if (geometry.getDimension() != 1 || width.isEmpty()) {
            throw feature.problem(
                    "it is no area", "expected a polygon, or a line with a property `width_km` for a strip along it");
        }
        double km;
        try {
            km = Double.parseDouble(width);
        } catch (NumberFormatException e) {
            throw feature.problem("its `width_km` is `" + width + "`", "expected a number of km");
        }
        if (!(km > 0) || km > Strip.WIDEST_KM) {
            throw feature.problem(
                    "its `width_km` is `" + width + "`", "expected more than 0 and at most " + (int) Strip.WIDEST_KM);
        }
        String on = feature.properties().getOrDefault("on", "both");
        try {
            return strip(feature, geometry, km, on);
        } catch (IllegalArgumentException e) {
            throw feature.problem(
                    String.valueOf(e.getMessage()), "draw it without crossings, or in parts, each a sector of its own");
        }
    }

    private static MultiPolygon strip(GeoFeature feature, Geometry geometry, double km, String on) {
        return switch (on) {
            case "both" -> Strip.along(geometry, km / 2, Strip.Side.BOTH);
            case "each" -> Strip.along(geometry, km, Strip.Side.BOTH);
            case "left" -> Strip.along(geometry, km, Strip.Side.LEFT);
            case "right" -> Strip.along(geometry, km, Strip.Side.RIGHT);
            default ->
                throw feature.problem(
                        "its `on` is `" + on + "`",
                        "expected `both`, `each`, `left` or `right` of the line's direction");
        };
    }
}
