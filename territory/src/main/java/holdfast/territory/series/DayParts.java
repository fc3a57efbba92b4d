package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.diagnostic.Place;
import holdfast.territory.series.SeriesRules.GroundRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether each day that is drawn in several files has each of them once: a file that is missing would be ground that was lost on paper. */
final class DayParts {
    private static final int SHOWN = 3;

    private DayParts() {}

    /** @throws GeographyProblem if a day lacks a file, or has one twice */
    static void check(SeriesRules rules, Collection<MapFile> maps) {
        Map<String, List<String>> lacking = new LinkedHashMap<>();
        for (MapFile map : maps) {
            Map<List<Integer>, MapFile.Part> met = new LinkedHashMap<>();
            for (MapFile.Part part : map.parts()) {
                MapFile.Part other = met.putIfAbsent(fitting(rules, part), part);
                if (other != null) {
                    throw new GeographyProblem(
                            Place.onMap(part.path().toString()),
                            "it is of " + map.date() + ", and so is `" + other.name()
                                    + "`, and for the rules of the series the two are the same",
                            "a day has each of its files once: take one away, or tell them apart by `file` in `ground`");
                }
            }
            rules.grounds().stream()
                    .filter(g -> !g.files().isEmpty() && !g.mayBeMissing())
                    .filter(g -> map.parts().stream().noneMatch(p -> g.isOf(p.name())))
                    .forEach(g -> lacking.computeIfAbsent(String.join("`, `", g.files()), f -> new ArrayList<>())
                            .add(map.date().toString()));
        }
        lacking.forEach((file, days) -> {
            throw new GeographyProblem(
                    Place.onMap(maps.iterator().next().path().resolveSibling("").toString()),
                    "there is no file `" + file + "` of "
                            + String.join(", ", days.subList(0, Math.min(SHOWN, days.size())))
                            + (days.size() > SHOWN ? " and " + (days.size() - SHOWN) + " more days" : ""),
                    "a day is drawn in all of its files, or ground would be lost on paper: add it, or take the day's other files"
                            + " away; if there was no such ground on such days, say `\"missing\": \"no ground\"` beside `file`");
        });
    }

    /** The rules that speak of a file by its name. */
    private static List<Integer> fitting(SeriesRules rules, MapFile.Part part) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < rules.grounds().size(); i++) {
            GroundRule rule = rules.grounds().get(i);
            if (!rule.files().isEmpty() && rule.isOf(part.name())) {
                fitting.add(i);
            }
        }
        return fitting;
    }
}
