package holdfast.territory.series;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.diagnostic.Place;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Extent;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.SeriesRules.GroundRule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Reads one map under the rules of its series. Safe for several threads. */
public final class MapReader {
    private final SeriesRules rules;
    private final RulesUse use;

    public MapReader(SeriesRules rules) {
        this.rules = rules;
        this.use = new RulesUse(rules);
    }

    /** Which rules applied to nothing in all the maps that were read, in words. */
    List<String> unused() {
        return use.unused();
    }

    /** @throws GeographyProblem if any part of the file is not right; nothing of it is used then */
    public ControlMap read(MapFile file) throws IOException {
        List<MapSource> sources = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<ControlMap.Drawn> features = new ArrayList<>();
        Map<Holding, List<List<Polygon>>> polygons = new TreeMap<>();
        LocalDate drawn = file.date().plusDays(rules.shownDaysEarlier());
        for (MapFile.Part part : file.parts()) {
            MapSource source = part.shared().isPresent()
                    ? part.shared().get().source()
                    : MapSource.read(part.path(), part.name(), rules.layer());
            Drawing drawing = source.drawing();
            sources.add(source);
            remarks.addAll(drawing.remarks());
            if (rules.dayFrom() instanceof DayFrom.Either) {
                checkDay(drawing, part.name(), drawn);
            }
            add(drawing, part.name(), drawn, polygons, features, remarks);
        }
        TreeMap<Holding, MultiPolygon> grounds = new TreeMap<>();
        TreeMap<Holding, Double> km2 = new TreeMap<>();
        TreeMap<Holding, Double> perimeter = new TreeMap<>();
        polygons.forEach((holding, parts) -> {
            MultiPolygon ground = parts.size() == 1 ? Grounds.of(parts.getFirst()) : together(parts);
            grounds.put(holding, ground);
            Ellipsoid.Measure measure = Ellipsoid.extent(ground);
            km2.put(holding, measure.km2());
            perimeter.put(holding, measure.perimeterKm());
        });
        overlaps(file.name(), grounds, remarks);
        ofNobodyNamed(file.name(), grounds, remarks);
        if (grounds.isEmpty()) {
            throw sources.getFirst()
                    .drawing()
                    .problem("no feature of it is ground that counts", "see `ground` in the rules of the series");
        }
        String sha256 =
                MapSource.sha256(file.parts().stream().map(MapFile.Part::name).toList(), sources);
        return new ControlMap(file.date(), file.name(), sha256, grounds, km2, perimeter, features, remarks);
    }

    private static void checkDay(Drawing drawing, String file, LocalDate drawn) {
        Set<LocalDate> days = drawing.days();
        if (days.size() > 1) {
            throw MapSeries.severalDays(Place.onMap(file), days);
        }
        Set<LocalDate> own = days.isEmpty() ? drawing.written() : days;
        if (!own.isEmpty() && !own.contains(drawn)) {
            throw drawing.problem(
                    "it is of " + drawn + " by its name, and of "
                            + own.iterator().next() + " by the property `date` of its features",
                    "mend one of them; if `date` is not the day of the map, `\"date_from\": \"name\"` in the rules of the"
                            + " series says so");
        }
    }

    /** Adds for each holding, for each of its features of that day, the polygons. */
    private void add(
            Drawing drawing,
            String file,
            LocalDate day,
            Map<Holding, List<List<Polygon>>> polygons,
            List<ControlMap.Drawn> features,
            List<String> remarks) {
        MapDays days = new MapDays(rules);
        RulesUse.OfFile use = this.use.of(drawing);
        for (GeoFeature feature : drawing.features()) {
            rules.saidBy().forEach(feature::checkOneValue);
            Optional<Holding> holding = Optional.empty();
            if (!days.isOfAnother(feature, day)) {
                GroundRule rule = rules.rule(file, feature.properties(), feature.place());
                use.applied(rule, feature);
                holding = rules.holding(rule, feature.properties());
            }
            if (holding.isPresent()) {
                days.checkSaysDay(feature);
            }
            if (holding.isPresent() && rules.withoutNull() && feature.isWithoutGeometry()) {
                remarks.add(feature.where() + ": " + missing(feature) + "; left out");
            } else if (holding.isPresent() && feature.isWithoutGeometry()) {
                throw feature.problem(
                        missing(feature),
                        "expected a polygon; where a series has such features, `\"null_geometries\": \"left out\"` in its"
                                + " rules leaves them out");
            } else if (holding.isPresent()) {
                Geometry drawn = feature.asDrawn();
                List<Polygon> areas = inside(feature, Grounds.polygons(drawn), remarks);
                if (areas.isEmpty() && drawn.getDimension() == 2) {
                    continue;
                }
                if (areas.isEmpty()) {
                    remarks.add(feature.where() + ": a "
                            + (drawn.getDimension() == 0 ? "point" : "line")
                            + ", which is no ground; left out");
                } else {
                    checkExtent(feature, areas);
                    features.add(new ControlMap.Drawn(
                            feature.label(),
                            holding.get(),
                            areas.stream().map(Polygon::getEnvelopeInternal).toList()));
                    polygons.computeIfAbsent(holding.get(), h -> new ArrayList<>())
                            .add(new Repair(feature, rules.minimumKm2(), remarks::add).mended(areas));
                }
            }
        }
        use.check();
    }

    private static String missing(GeoFeature feature) {
        return feature.isEmpty() ? "the geometry is empty" : "it has no geometry";
    }

    /** What of them counts, where the series leaves out what lies outside of its extent. */
    private List<Polygon> inside(GeoFeature feature, List<Polygon> areas, List<String> remarks) {
        if (!rules.withoutOutside() || rules.extent().isEmpty()) {
            return areas;
        }
        List<Polygon> inside = areas.stream()
                .filter(a -> rules.extent().get().holds(a.getEnvelopeInternal()))
                .toList();
        if (inside.size() < areas.size()) {
            remarks.add(feature.where() + ": " + (areas.size() - inside.size()) + " of its " + areas.size()
                    + " polygons are not inside the `extent` of the series; left out");
        }
        return inside;
    }

    /** Ground of which the map names no side, beside ground of sides, is accounted for by itself and counts for none of them. */
    private static void ofNobodyNamed(String file, TreeMap<Holding, MultiPolygon> grounds, List<String> remarks) {
        List<MultiPolygon> nobodys = grounds.entrySet().stream()
                .filter(g -> g.getKey().side().equals(Holding.MAPPED))
                .map(Map.Entry::getValue)
                .toList();
        if (!nobodys.isEmpty() && nobodys.size() < grounds.size()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "`%s`: %.3f km2 of features that name no side, beside the ground of sides; it is told as `%s` and counts"
                            + " for no side. Where it is a side's, say so in `ground` in the rules of the series",
                    file,
                    nobodys.stream().mapToDouble(g -> Ellipsoid.km2(g)).sum(),
                    Holding.MAPPED));
        }
    }

    /** Ground that two sides are said to hold counts for both. */
    private void overlaps(String file, TreeMap<Holding, MultiPolygon> grounds, List<String> remarks) {
        List<Holding> holdings = List.copyOf(grounds.keySet());
        for (int i = 0; i < holdings.size(); i++) {
            for (int j = i + 1; j < holdings.size(); j++) {
                MultiPolygon common = Grounds.common(
                        Objects.requireNonNull(grounds.get(holdings.get(i))),
                        Objects.requireNonNull(grounds.get(holdings.get(j))));
                double km2 = Ellipsoid.km2(common);
                if (km2 >= rules.minimumKm2()) {
                    remarks.add(String.format(
                            Locale.ROOT,
                            "`%s`: the ground of %s and that of %s overlap by %.3f km2; it is counted for both",
                            file,
                            holdings.get(i),
                            holdings.get(j),
                            km2));
                }
            }
        }
    }

    private void checkExtent(GeoFeature feature, List<Polygon> areas) {
        if (rules.extent().isEmpty()) {
            return;
        }
        Extent extent = rules.extent().get();
        for (int i = 0; i < areas.size(); i++) {
            var at = areas.get(i).getEnvelopeInternal();
            if (!extent.holds(at)) {
                boolean swapped = extent.holds(Extent.swapped(at));
                throw feature.problem(
                        "polygon " + (i + 1) + " lies " + Extent.words(at) + ", outside of the `extent` of the series",
                        swapped
                                ? "with latitude and longitude the other way round it would lie inside: the longitude"
                                        + " comes first"
                                : "the series is said to lie " + Extent.words(extent.envelope()));
            }
        }
    }

    private static MultiPolygon together(List<List<Polygon>> parts) {
        return Grounds.union(parts.stream().flatMap(List::stream).toList());
    }
}
