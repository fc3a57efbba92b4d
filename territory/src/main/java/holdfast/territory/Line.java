package holdfast.territory;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.diagnostic.Place;
import holdfast.language.model.Zone;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.ControlMap;
import holdfast.territory.series.Holding;
import holdfast.territory.series.MapFile;
import holdfast.territory.series.MapReader;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.MapSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A line that a side may not pass: the border of the ground where it stood. Beyond it is all ground that the side did not hold.
 *
 * @param holding who may not pass it
 * @param drawn whose ground the maps show: the same; or the other side, where {@code holding} is whoever holds what no map shows
 * @param ground where {@code drawn} stood
 * @param words such as {@code where Russia stood on 2024-08-01, per map `map-20240801.geojson`}
 * @param fixed the day; empty where a file does not say
 * @param file from which it comes, without its folder
 * @param sha256 of that file, in hexadecimal
 */
public record Line(
        Holding holding,
        Holding drawn,
        MultiPolygon ground,
        String words,
        Optional<LocalDate> fixed,
        String file,
        String sha256) {

    /**
     * Where a side stood on a day, by a map of the series.
     *
     * @param side empty: the only side that the map shows
     * @throws GeographyProblem if there is no map of that day, or the side is not on it
     */
    public static Line on(LocalDate date, MapSeries series, Optional<String> side) throws IOException {
        MapFile file = series.on(date)
                .orElseThrow(() -> new GeographyProblem(
                        Place.onMap(series.name()), "there is no map of " + date, "there is " + around(date, series)));
        ControlMap map = new MapReader(series.rules()).read(file);
        Holding holding = holding(map, side, Place.onMap(file.name()));
        return new Line(
                holding,
                holding,
                map.ground(holding),
                "where " + holding.side() + " stood on " + date + ", per map `" + file.name() + "`",
                Optional.of(date),
                file.name(),
                map.sha256());
    }

    /**
     * From a file with the ground where a side stood, such as one that `holdfast territory --geojson` wrote.
     *
     * @param side empty: as the property {@code side} of the features has it
     * @throws GeographyProblem if the file is at fault, or does not say whose ground it is
     */
    public static Line from(Path path, Optional<String> side) throws IOException {
        MapSource source = MapSource.read(path);
        return ofFeatures(source.drawing(), "", String.valueOf(path.getFileName()), source.sha256(), side);
    }

    /** The zone of an agreement; the day that the document names goes before that of the file. */
    static Line from(Drawing json, String named, String name, String sha256, Optional<Zone.Stood> stood) {
        Line line = ofFeatures(json, named, name, sha256, stood.map(Zone.Stood::side));
        return stood.map(s -> new Line(
                        line.holding,
                        line.drawn,
                        line.ground,
                        "where " + s.side() + " stood on " + s.date() + ", per map `" + name + "`",
                        Optional.of(s.date()),
                        name,
                        sha256))
                .orElse(line);
    }

    /**
     * As above, from what was already read.
     *
     * @param named the name of one feature; empty: all of them
     */
    private static Line ofFeatures(Drawing json, String named, String name, String sha256, Optional<String> side) {
        List<Polygon> polygons = new ArrayList<>();
        TreeSet<String> sides = new TreeSet<>();
        Optional<LocalDate> fixed = Optional.empty();
        boolean bySide = json.saysSides();
        if (!bySide) {
            side.ifPresent(json::checkNotToldElsewhere);
        }
        for (GeoFeature feature : json.features()) {
            Optional<String> its = feature.side();
            if (feature.kind().equals(Holding.HELD)
                    && !feature.properties().containsKey("change")
                    && (bySide ? its.isPresent() && (side.isEmpty() || its.equals(side)) : true)) {
                its.ifPresent(sides::add);
                fixed = fixed.or(() ->
                        Optional.ofNullable(feature.properties().get("date")).flatMap(MapSeries::date));
                polygons.addAll(areas(feature));
            }
        }
        if (polygons.isEmpty()) {
            throw json.problem(
                    "it has no ground of " + side.orElse("any side"),
                    "whose ground a feature is stands in its property `side`");
        }
        if (sides.size() > 1) {
            throw json.problem(
                    "it has the ground of " + String.join(" and ", sides),
                    "say whose line it is: `--side " + sides.first() + "`");
        }
        Holding holding =
                new Holding(side.orElseGet(() -> sides.isEmpty() ? Holding.MAPPED : sides.first()), Holding.HELD);
        return new Line(
                holding,
                holding,
                Grounds.union(polygons),
                "where " + holding.side() + " stood"
                        + fixed.map(d -> " on " + d).orElse("") + ", per `" + name + "`",
                fixed,
                name,
                sha256);
    }

    private static List<Polygon> areas(GeoFeature feature) {
        Geometry geometry = feature.geometry();
        if (geometry.getDimension() < 2) {
            throw feature.problem(
                    "it is a " + (geometry.getDimension() == 1 ? "line" : "point")
                            + ", and does not say on which side of it a party stood",
                    "give the area where the party stood; its border is the line");
        }
        return Grounds.polygons(geometry);
    }

    /** The same line for whoever holds the ground on the other side of it, which no map shows. */
    public Line forTheOtherSide(String side) {
        return new Line(new Holding(side, Holding.HELD), drawn, ground, words, fixed, file, sha256);
    }

    /** The same ground, as that of another side. */
    public Line of(String side) {
        Holding other = new Holding(side, Holding.HELD);
        return new Line(other, other, ground, words, fixed, file, sha256);
    }

    boolean isOtherSide() {
        return !holding.equals(drawn);
    }

    private static String named(List<Holding> held) {
        return held.isEmpty()
                ? "nobody"
                : held.stream().map(h -> "`" + h.side() + "`").collect(Collectors.joining(", "));
    }

    static Holding holding(ControlMap map, Optional<String> side, Place where) {
        List<Holding> held =
                map.grounds().keySet().stream().filter(Holding::isHeld).toList();
        if (side.isPresent()) {
            return held.stream()
                    .filter(h -> h.side().equals(side.get()))
                    .findFirst()
                    .orElseThrow(() -> new GeographyProblem(
                            where,
                            "it shows no ground held by `" + side.get() + "`",
                            "it shows that of " + named(held)));
        }
        if (held.size() != 1) {
            throw new GeographyProblem(
                    where, "it shows ground held by " + named(held), "say whose line it is with `--side`");
        }
        return held.getFirst();
    }

    private static String around(LocalDate date, MapSeries series) {
        Optional<MapFile> earlier =
                series.maps().stream().filter(m -> m.date().isBefore(date)).reduce((a, b) -> b);
        Optional<MapFile> later =
                series.maps().stream().filter(m -> m.date().isAfter(date)).findFirst();
        return earlier.map(m -> "one of " + m.date()).orElse("")
                + later.map(m -> (earlier.isPresent() ? " and " : "") + "one of " + m.date())
                        .orElse("");
    }
}
