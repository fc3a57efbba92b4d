package holdfast.report.daily.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Of one thing, all areas together. An area of which several sources tell, or none with a number, is not in it.
 *
 * @param day empty where no area could be added up
 * @param notAdded the areas that were left out of the day, {@code notAddedBefore} of the day before
 */
public record Total(
        Thing thing,
        String measure,
        Optional<Figure> day,
        Optional<Figure> before,
        List<String> notAdded,
        List<String> notAddedBefore) {
    public Total {
        notAdded = List.copyOf(notAdded);
        notAddedBefore = List.copyOf(notAddedBefore);
    }

    /** @param counts of one thing and measure, one for each area */
    public static Total of(List<Count> counts) {
        Count first = counts.getFirst();
        return new Total(
                first.thing(),
                first.measure(),
                sum(counts, Count::day),
                sum(counts, Count::before),
                left(counts, Count::day),
                left(counts, Count::before));
    }

    private static Optional<Figure> sum(List<Count> counts, Function<Count, List<Told>> of) {
        return counts.stream().flatMap(c -> Count.only(of.apply(c)).stream()).reduce(Figure::plus);
    }

    private static List<String> left(List<Count> counts, Function<Count, List<Told>> of) {
        List<String> areas = new ArrayList<>();
        counts.stream()
                .filter(c -> !of.apply(c).isEmpty() && Count.only(of.apply(c)).isEmpty())
                .map(Count::area)
                .forEach(areas::add);
        return areas;
    }

    public Count.Change change() {
        boolean whole = notAdded.isEmpty() && notAddedBefore.isEmpty();
        return whole ? Count.change(day, before, day.isEmpty(), before.isEmpty()) : Count.Change.NOT_COMPARED;
    }
}
