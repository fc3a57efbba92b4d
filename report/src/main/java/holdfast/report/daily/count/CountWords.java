package holdfast.report.daily.count;

import holdfast.engine.words.Wording;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says counts, and by which rule they are counted. */
public final class CountWords {
    /** The one rule by which everything in a report is counted. */
    public static final List<String> RULE = List.of(
            "Counted is what the records known by then say happened, with corrections, and without what was taken back or found to be wrong. Records of one incident count once.",
            "A record counts on the day on which its time ends: a period from evening to evening counts on the day of its evening. One whose time is longer than a day counts on no day, and is named below.",
            "Each source stands by itself: figures of different sources for the same area are rivals, and are never added up. Neither is what differs in its unit, its class or anything else that is said of it in words.",
            "Two reports of one source whose times overlap may tell of the same: then the figure goes from the least to the most that it can be.",
            "A day without a record is no day without fire: “none on record” is not zero, and a zero stands only where a record says it.");

    /** The rule in one sentence, where the counts stand. */
    public static final String RULE_SHORT =
            "Counted is what the records known by then say of the day on which its time ends; figures of different sources are never added up. The whole rule stands below.";

    private final Readable names;

    public CountWords(Readable names) {
        this.names = names;
    }

    /** {@code a daily count of violations: number}. */
    public String what(Thing thing, String measure) {
        return thing.words(names) + (measure.isEmpty() ? "" : ": " + Readable.words(measure));
    }

    public static String area(String area) {
        return area.isEmpty() ? "no area given" : area;
    }

    public String cell(List<Told> told) {
        return switch (told.size()) {
            case 0 -> "none on record";
            case 1 -> figure(told.getFirst());
            default ->
                told.stream().map(t -> figure(t) + " by " + source(t)).collect(Collectors.joining("; "))
                        + ": not added up";
        };
    }

    private static String figure(Told told) {
        String silent = told.silent().isEmpty()
                ? ""
                : told.silent().size() + (told.silent().size() == 1 ? " record" : " records") + " without a number";
        return told.figure()
                .map(f -> f.words() + (silent.isEmpty() ? "" : " and " + silent))
                .orElse(silent);
    }

    /** Where a source is only an address, its records are easier to look up. */
    private static String source(Told told) {
        return told.source().contains("://") ? String.join(", ", told.records()) : told.source();
    }

    public static String total(Optional<Figure> sum, List<String> notAdded) {
        String left = notAdded.isEmpty()
                ? ""
                : " without "
                        + Wording.list(notAdded.stream().map(CountWords::area).toList());
        return sum.map(Figure::words).orElse("none") + left;
    }

    /** Who tells of a thing on the day, each once. */
    public static List<String> sources(List<Count> counts) {
        List<String> sources = new ArrayList<>();
        counts.stream()
                .flatMap(c -> c.day().stream())
                .map(Told::source)
                .distinct()
                .forEach(sources::add);
        return sources;
    }
}
