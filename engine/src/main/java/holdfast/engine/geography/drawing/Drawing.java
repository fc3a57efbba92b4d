package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * What a file of a map or a zone has: its features, whatever form the file is of ({@link #read(String, byte[])}), or from the text of a GeoJSON file. Positions are longitude and latitude on
 * WGS84 in degrees. Geometry is read when it is asked for, so a fault in a feature that nobody names does no harm.
 */
public final class Drawing {
    private final Trail file;
    private final boolean bare;
    private final List<GeoFeature> features;
    private final List<String> remarks;

    /** @param bare a geometry without features */
    public Drawing(Trail file, boolean bare, List<GeoFeature> features, List<String> remarks) {
        this.file = file;
        this.bare = bare;
        this.features = List.copyOf(features);
        this.remarks = List.copyOf(remarks);
    }

    /** What the reader had to decide about the file, in words. */
    public List<String> remarks() {
        return remarks;
    }

    /** The geometries of all features. */
    public List<Geometry> all() {
        return features.stream().map(GeoFeature::geometry).toList();
    }

    /**
     * The geometries of the features that are held by a side: their property {@code side} is this, and their {@code class}, if they have one, is {@code held}. In a file of
     * which no feature has a {@code side}, all are. Features that say what changed are no ground.
     */
    public List<Geometry> of(String side) {
        List<Geometry> its = new ArrayList<>();
        TreeSet<String> others = new TreeSet<>();
        boolean named = saysSides();
        if (!named) {
            checkNotToldElsewhere(side);
        }
        for (GeoFeature feature : features) {
            if (!feature.properties().containsKey("change")) {
                String kind = feature.kind();
                String whose = feature.side().orElse(named ? "" : side);
                if (whose.equals(side) && kind.equals(GroundClass.HELD)) {
                    its.add(feature.geometry());
                } else if (!whose.isEmpty()) {
                    others.add("`" + whose + "`" + (kind.equals(GroundClass.HELD) ? "" : " (class `" + kind + "`)"));
                }
            }
        }
        if (its.isEmpty()) {
            String alike = features.stream()
                    .flatMap(f -> f.side().stream())
                    .filter(s -> LookAlike.same(s, side))
                    .findFirst()
                    .map(s -> "; `" + s + "` on the map looks the same: " + LookAlike.difference(s, side))
                    .orElse("");
            throw file.problem(
                    "it shows no ground held by `" + side + "`" + alike,
                    others.isEmpty()
                            ? "whose ground a feature is stands in its property `side`"
                            : "it shows that of " + String.join(", ", others)
                                    + "; a side is written as in the property `side` of the features");
        }
        return its;
    }

    /**
     * Where no feature has a {@code side}, all are that of the one who is named; but not if another property says that they are of several.
     *
     * @throws GeographyProblem if one feature has the name of the side in another property, and another feature has something else there
     */
    public void checkNotToldElsewhere(String side) {
        String likeness = PlainText.likeness(side);
        Map<String, TreeSet<String>> values = new TreeMap<>();
        for (GeoFeature feature : features) {
            feature.properties()
                    .forEach((property, value) -> values.computeIfAbsent(property, p -> new TreeSet<>())
                            .add(value));
        }
        values.forEach((property, said) -> {
            List<String> others = said.stream()
                    .filter(v -> !PlainText.likeness(v).equals(likeness))
                    .toList();
            if (!others.isEmpty() && others.size() < said.size()) {
                throw file.problem(
                        "no feature has a `side`, and by their `" + property + "` not all of them are ground of `"
                                + side + "`: there is `" + others.getFirst() + "` too",
                        "call that property `side`; or let `holdfast territory MAP --rules RULES --geojson` write the ground of"
                                + " each side, with `\"side_from\": \"" + property + "\"` in the rules");
            }
        });
    }

    /** Whether any feature says whose ground it is: then one that does not is nobody's. */
    public boolean saysSides() {
        return features.stream().anyMatch(f -> f.side().isPresent());
    }

    /**
     * @param date of which day the map is said to be
     * @throws GeographyProblem if the map says that it is of another one, in its name or in the property {@code date} of its features
     */
    public void checkDay(LocalDate date) {
        Set<LocalDate> named = MapDay.all(file.name());
        if (named.size() > 1) {
            throw file.problem(
                    "its name has " + named.size() + " days, " + MapDay.words(named),
                    "leave in its name only the day of which the map is");
        }
        Set<LocalDate> said = days();
        if (said.size() > 1) {
            throw file.problem(
                    "it has features of " + said.size() + " days: " + MapDay.words(said),
                    "a map is of one day: give each day a file of its own");
        }
        checkDay(date, named.isEmpty() ? MapDay.readings(file.name()) : named, "name");
        checkDay(date, said.isEmpty() ? written() : said, "property `date`");
    }

    private void checkDay(LocalDate date, Set<LocalDate> own, String by) {
        if (!own.isEmpty() && !own.contains(date)) {
            throw file.problem(
                    "by its " + by + " it is the map of " + own.iterator().next() + ", and not of " + date,
                    "name the map of " + date + ", or the day of this one");
        }
    }

    /** The days in the property {@code date} that are written otherwise, and may be read in two ways. */
    public Set<LocalDate> written() {
        Set<LocalDate> days = new LinkedHashSet<>();
        ground().flatMap(f -> Optional.ofNullable(f.properties().get("date")).stream())
                .forEach(d -> days.addAll(MapDay.readings(d)));
        return days;
    }

    private Stream<GeoFeature> ground() {
        return features.stream().filter(f -> !f.properties().containsKey("change"));
    }

    /** The days in the property {@code date} of the features that are ground. */
    public Set<LocalDate> days() {
        Set<LocalDate> days = new TreeSet<>();
        ground().flatMap(f -> Optional.ofNullable(f.properties().get("date")).stream())
                .forEach(d -> days.addAll(MapDay.all(d)));
        return days;
    }

    /** The features, in the file's order; a bare geometry is one feature. */
    public List<GeoFeature> features() {
        return List.copyOf(features);
    }

    /** A problem of the whole file, to be thrown. */
    public GeographyProblem problem(String found, String help) {
        return file.problem(found, help);
    }

    /** The geometry of the one feature whose property {@code name} is this. */
    public Geometry feature(String name) {
        String plain = PlainText.of(name);
        List<GeoFeature> found =
                features.stream().filter(f -> f.name().equals(plain)).toList();
        if (found.isEmpty()) {
            throw file.problem("it has no feature named `" + name + "`", otherNames(name));
        }
        if (found.size() > 1) {
            throw file.problem(
                    "it has " + found.size() + " features named `" + name + "`",
                    "a zone is one of them: give each a `name` of its own in its `properties`");
        }
        return found.getFirst().geometry();
    }

    private String otherNames(String name) {
        if (bare) {
            return "it is a bare geometry without features: leave out `feature`";
        }
        List<String> names = features.stream()
                .map(GeoFeature::name)
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        return Suggestion.help(
                name,
                names,
                names.isEmpty()
                        ? "none of its features has a `name` in its `properties`"
                        : "name a feature as the `name` in its `properties` has it");
    }
}
