package holdfast.territory;

import holdfast.engine.geography.GeoJson;
import holdfast.engine.geography.GeographyProblem;
import holdfast.engine.geography.MapDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The maps of one source, a file for each day, in order of date; nothing of them is read yet.
 *
 * @param name as the user called it
 */
public record MapSeries(String name, SeriesRules rules, List<MapFile> maps) {
    public static final String RULES = "series.json";
    private static final String RULES_ENDING = ".series.json";

    public MapSeries {
        maps = List.copyOf(maps);
    }

    /** Whether a file's name is that of a rule file. */
    public static boolean isRules(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(RULES) || name.endsWith(RULES_ENDING);
    }

    /** Whether a folder holds anything that may be a map, or rules for maps. */
    public static boolean isFolderOfMaps(Path folder) throws IOException {
        return Files.isDirectory(folder)
                && (Files.exists(folder.resolve(RULES)) || !list(folder).isEmpty());
    }

    /**
     * @param at a folder of maps, perhaps with a {@link #RULES} in it; a rule file that names the folder; or a single map
     * @throws GeographyProblem if there are no maps, two of one day, or one without a day
     */
    public static MapSeries open(Path at) throws IOException {
        if (Files.isDirectory(at)) {
            Path rules = at.resolve(RULES);
            return of(at.toString(), Files.exists(rules) ? rules(rules) : SeriesRules.DEFAULT, at);
        }
        if (isRules(at)) {
            SeriesRules rules = rules(at);
            Path maps = at.resolveSibling(rules.maps().orElse(".")).normalize();
            if (!Files.exists(maps)) {
                throw new GeographyProblem(
                        "`" + at + "`",
                        "its `maps` are `" + rules.maps().orElse("") + "`, and there is no `" + maps + "`",
                        "the path is seen from the rule file");
            }
            return of(at.toString(), rules, maps);
        }
        return of(at.toString(), SeriesRules.DEFAULT, at);
    }

    /** The same maps under rules from another file. */
    public MapSeries under(Path rules) throws IOException {
        SeriesRules other = rules(rules);
        int shift = other.shownDaysEarlier() - this.rules.shownDaysEarlier();
        return new MapSeries(
                name,
                other,
                maps.stream()
                        .map(m -> new MapFile(m.date().minusDays(shift), m.path()))
                        .toList());
    }

    /** Only the maps of these days, both included. */
    public MapSeries within(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new MapSeries(
                name,
                rules,
                maps.stream()
                        .filter(m -> from.map(d -> !m.date().isBefore(d)).orElse(true))
                        .filter(m -> to.map(d -> !m.date().isAfter(d)).orElse(true))
                        .toList());
    }

    /** The map of a day. */
    public Optional<MapFile> on(LocalDate date) {
        return maps.stream().filter(m -> m.date().equals(date)).findFirst();
    }

    /** The days between the first and the last map that have none. */
    public List<LocalDate> missing() {
        List<LocalDate> missing = new ArrayList<>();
        for (int i = 1; i < maps.size(); i++) {
            maps.get(i - 1).date().plusDays(1).datesUntil(maps.get(i).date()).forEach(missing::add);
        }
        return missing;
    }

    private static SeriesRules rules(Path file) throws IOException {
        return RulesReader.read(file.toString(), text(file));
    }

    private static MapSeries of(String name, SeriesRules rules, Path at) throws IOException {
        TreeMap<LocalDate, MapFile> maps = new TreeMap<>();
        for (Path file : Files.isDirectory(at) ? list(at) : List.of(at)) {
            MapFile map = new MapFile(date(file).minusDays(rules.shownDaysEarlier()), file);
            MapFile other = maps.put(map.date(), map);
            if (other != null) {
                throw new GeographyProblem(
                        "`" + file + "`",
                        "it is of " + map.date() + ", and so is `" + other.name() + "`",
                        "a series has one map for each day");
            }
        }
        if (maps.isEmpty()) {
            throw new GeographyProblem(
                    "`" + at + "`",
                    "there is no map in it",
                    "a map is a file of GeoJSON, called `.geojson` or `.json`");
        }
        return new MapSeries(name, rules, List.copyOf(maps.values()));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !isRules(f))
                    .filter(f -> {
                        String name = f.getFileName().toString().toLowerCase(Locale.ROOT);
                        return name.endsWith(".geojson") || name.endsWith(".json");
                    })
                    .sorted()
                    .toList();
        }
    }

    /** From the name; else from the property {@code date} of the features. */
    private static LocalDate date(Path file) throws IOException {
        Set<LocalDate> named = MapDay.all(String.valueOf(file.getFileName()));
        if (named.size() > 1) {
            throw new GeographyProblem(
                    "`" + file + "`",
                    "its name has " + named.size() + " days, "
                            + String.join(
                                    " and ",
                                    named.stream().map(LocalDate::toString).toList()),
                    "leave in its name only the day of which the map is");
        }
        if (named.size() == 1) {
            return named.iterator().next();
        }
        Set<LocalDate> days = GeoJson.read(file.toString(), text(file)).days();
        if (days.size() > 1) {
            throw severalDays("`" + file + "`", days);
        }
        return days.stream()
                .findFirst()
                .orElseThrow(() -> new GeographyProblem(
                        "`" + file + "`",
                        "it does not say of which day it is",
                        "put the day into its name, such as `map-2024-08-01.geojson`, or into the property `date` of a"
                                + " feature"));
    }

    static GeographyProblem severalDays(String where, Set<LocalDate> days) {
        return new GeographyProblem(
                where,
                "it has features of " + days.size() + " days: "
                        + String.join(
                                ", ",
                                days.stream().limit(3).map(LocalDate::toString).toList())
                        + (days.size() > 3 ? " …" : ""),
                "a map is of one day: give each day a file of its own");
    }

    /** The one day that a text names. */
    static Optional<LocalDate> date(String text) {
        return MapDay.all(text).stream().findFirst();
    }

    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
