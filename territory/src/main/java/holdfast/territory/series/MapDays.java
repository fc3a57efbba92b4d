package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.MapDay;
import holdfast.language.diagnostic.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Of which days the maps of a file are, as the rules of its series say. */
final class MapDays {
    private final SeriesRules rules;

    MapDays(SeriesRules rules) {
        this.rules = rules;
    }

    /** @throws GeographyProblem if the file does not say of which day it is, or says it of several and that is not what the rules expect */
    List<MapFile> of(Path file) throws IOException {
        return switch (rules.dayFrom()) {
            case DayFrom.Name name -> List.of(map(byName(file, name.form()), file));
            case DayFrom.Property property -> byProperty(file, property);
            case DayFrom.Either either -> List.of(map(byEither(file), file));
        };
    }

    private MapFile map(LocalDate drawn, Path file) {
        return new MapFile(drawn.minusDays(rules.shownDaysEarlier()), new MapFile.Part(file, Optional.empty()));
    }

    private static LocalDate byName(Path file, Optional<DayForm> form) {
        String name = String.valueOf(file.getFileName());
        if (form.isEmpty()) {
            return named(file)
                    .orElseThrow(() -> new GeographyProblem(
                            Place.onMap(file.toString()),
                            "its name does not say of which day it is",
                            "name it such as `map-2024-08-01.geojson`; or say in the rules how the name has the day:"
                                    + " `\"date_from\": {\"name\": \"*{dd}{MMM}{yyyy}*\"}`"));
        }
        String stem = name.substring(0, name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length());
        return form.get()
                .day(stem)
                .or(() -> form.get().day(name))
                .orElseThrow(() -> new GeographyProblem(
                        Place.onMap(file.toString()),
                        "its name has no day in the form `" + form.get() + "` of the series, or has two",
                        "name it so, or mend `date_from` in the rules of the series"));
    }

    private static Optional<LocalDate> named(Path file) {
        Set<LocalDate> named = MapDay.all(String.valueOf(file.getFileName()));
        if (named.size() > 1) {
            throw new GeographyProblem(
                    Place.onMap(file.toString()),
                    "its name has " + named.size() + " days, "
                            + String.join(
                                    " and ",
                                    named.stream().map(LocalDate::toString).toList()),
                    "leave in its name only the day of which the map is");
        }
        return named.stream().findFirst();
    }

    /** From the name; else from the property {@code date} of the features. */
    private LocalDate byEither(Path file) throws IOException {
        Optional<LocalDate> named = named(file);
        if (named.isPresent()) {
            return named.get();
        }
        Set<LocalDate> days =
                MapSource.read(file, file.toString(), rules.layer()).drawing().days();
        if (days.size() > 1) {
            throw MapSeries.severalDays(Place.onMap(file.toString()), days);
        }
        return days.stream()
                .findFirst()
                .orElseThrow(() -> new GeographyProblem(
                        Place.onMap(file.toString()),
                        "it does not say of which day it is",
                        "put the day into its name, such as `map-2024-08-01.geojson`, or into the property `date` of a"
                                + " feature; or say in `date_from` in the rules of the series where it stands"));
    }

    private List<MapFile> byProperty(Path file, DayFrom.Property property) throws IOException {
        MapSource source = MapSource.read(file, String.valueOf(file.getFileName()), rules.layer());
        Set<LocalDate> days = new TreeSet<>();
        for (GeoFeature feature : source.drawing().features()) {
            if (isNoDay(feature, property).isEmpty()) {
                day(feature, property).ifPresent(days::add);
            }
        }
        if (days.isEmpty()) {
            // The first that has the property says what is wrong with it.
            source.drawing().features().forEach(f -> day(f, property));
            throw new GeographyProblem(
                    Place.onMap(file.toString()),
                    "none of its features has the property `" + property.name() + "`, which says of which day they are",
                    "`date_from` in the rules of the series names it; its features have "
                            + Appearing.of(source.drawing()));
        }
        Optional<MapFile.Shared> shared = days.size() == 1 ? Optional.empty() : Optional.of(new MapFile.Shared(source));
        return days.stream()
                .map(d -> new MapFile(d.minusDays(rules.shownDaysEarlier()), new MapFile.Part(file, shared)))
                .toList();
    }

    /** Whether the feature says that it is of another day than the map. */
    boolean isOfAnother(GeoFeature feature, LocalDate map) {
        return rules.dayFrom() instanceof DayFrom.Property property
                && isNoDay(feature, property).isEmpty()
                && day(feature, property).map(d -> !d.equals(map)).orElse(false);
    }

    /** What does not count may have anything there. */
    private static Optional<GeographyProblem> isNoDay(GeoFeature feature, DayFrom.Property property) {
        try {
            day(feature, property);
            return Optional.empty();
        } catch (GeographyProblem problem) {
            return Optional.of(problem);
        }
    }

    /** @throws GeographyProblem if the rules say that each feature has its day, and this one has none */
    void checkSaysDay(GeoFeature feature) {
        if (rules.dayFrom() instanceof DayFrom.Property property
                && day(feature, property).isEmpty()) {
            throw feature.problem(
                    "it does not have the property `" + property.name() + "`, which says of which day it is",
                    "give it one, or let a line of `ground` in the rules of the series leave it out");
        }
    }

    private static Optional<LocalDate> day(GeoFeature feature, DayFrom.Property property) {
        String written = feature.properties().get(property.name());
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        Set<LocalDate> usual = property.form().isPresent() ? Set.of() : MapDay.all(written);
        Optional<LocalDate> day = property.form()
                .map(f -> f.day(written))
                .orElse(usual.size() == 1 ? usual.stream().findFirst() : Optional.empty());
        if (day.isEmpty()) {
            throw feature.problem(
                    "its `" + property.name() + "` is `"
                            + (written.length() > 60 ? written.substring(0, 60) + "..." : written)
                            + "`, which is no day "
                            + property.form()
                                    .map(f -> "in the form `" + f + "`")
                                    .orElse("such as 2024-08-01"),
                    "`date_from` in the rules of the series says how it is written: `{\"property\": \""
                            + property.name() + "\", \"form\": \"{dd}.{MM}.{yyyy}*\"}`, or `\"form\": \"epoch ms\"`");
        }
        return day;
    }
}
