package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.MapDay;
import holdfast.language.diagnostic.Place;
import holdfast.language.document.OwnFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        return open(at, Optional.empty());
    }

    /**
     * @param other a file whose rules are to hold in place of the series' own
     * @throws GeographyProblem as {@link #open(Path)}
     */
    public static MapSeries open(Path at, Optional<Path> other) throws IOException {
        Optional<SeriesRules> given = other.isPresent() ? Optional.of(rules(other.get())) : Optional.empty();
        if (Files.isDirectory(at)) {
            Path rules = at.resolve(RULES);
            if (given.isPresent() || !Files.exists(rules)) {
                return of(at.toString(), given.orElse(SeriesRules.DEFAULT), at);
            }
            SeriesRules own = rules(rules);
            return of(at.toString(), own, maps(rules, own));
        }
        if (isRules(at)) {
            SeriesRules own = rules(at);
            return of(at.toString(), given.orElse(own), maps(at, own));
        }
        return of(at.toString(), given.orElse(SeriesRules.DEFAULT), at);
    }

    /** Where the maps of a rule file are: in its own folder or below it, so that a stranger's rules open no other files. */
    private static Path maps(Path file, SeriesRules rules) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path maps = file.resolveSibling(rules.maps().orElse("")).normalize();
        if (maps.toString().isEmpty()) {
            maps = Path.of(".");
        }
        if (!OwnFolder.holds(folder, maps)) {
            throw new GeographyProblem(
                    Place.onMap(file.toString()),
                    "its `maps` are `" + rules.maps().orElse("") + "`, which is not in its own folder or below it",
                    "rules open no other files: give the folder of the maps by itself, and this file with `--rules`");
        }
        if (!Files.exists(maps)) {
            throw new GeographyProblem(
                    Place.onMap(file.toString()),
                    "its `maps` are `" + rules.maps().orElse("") + "`, and there is no `" + maps + "`",
                    "the path is seen from the rule file; or give the folder of the maps by itself, and this file with"
                            + " `--rules`");
        }
        return maps;
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
        return RulesReader.read(
                file.toString(), new String(MapSource.bytes(file, file.toString()), StandardCharsets.UTF_8));
    }

    private static MapSeries of(String name, SeriesRules rules, Path at) throws IOException {
        TreeMap<LocalDate, MapFile> maps = new TreeMap<>();
        boolean folder = Files.isDirectory(at);
        for (Path file : folder ? list(at) : List.of(at)) {
            for (MapFile map : new MapDays(rules).of(file)) {
                MapFile other = maps.get(map.date());
                if (other != null && !rules.severalFilesADay()) {
                    throw new GeographyProblem(
                            Place.onMap(file.toString()),
                            "it is of " + map.date() + ", and so is `" + other.name() + "`",
                            "a series has one map for each day; where a day is drawn in several files, say in its rules what"
                                    + " each of them is: `\"ground\": [{\"file\": \"Claimed*\", \"side\": \"A\", \"class\": \"claimed\"},"
                                    + " …]`");
                }
                maps.put(
                        map.date(), other == null ? map : other.with(map.parts().getFirst()));
            }
        }
        if (rules.severalFilesADay()) {
            DayParts.check(rules, maps.values());
        }
        if (maps.isEmpty()) {
            throw MapFiles.none(at);
        }
        return new MapSeries(name, rules, List.copyOf(maps.values()));
    }

    private static List<Path> list(Path folder) throws IOException {
        return MapFiles.in(folder);
    }

    static GeographyProblem severalDays(Place where, Set<LocalDate> days) {
        return new GeographyProblem(
                where,
                "it has features of " + days.size() + " days: "
                        + String.join(
                                ", ",
                                days.stream().limit(3).map(LocalDate::toString).toList())
                        + (days.size() > 3 ? " …" : ""),
                "a map is of one day: give each day a file of its own; or, if the features of each day are a whole map of it,"
                        + " say in the rules of the series where the day stands: `\"date_from\": {\"property\": \"date\"}`");
    }

    /** The one day that a text names. */
    public static Optional<LocalDate> date(String text) {
        return MapDay.all(text).stream().findFirst();
    }
}
