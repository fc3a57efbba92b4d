package holdfast.report.standing;

import holdfast.engine.Verdict;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How many verdicts of each kind there are. Readings that exclude each other are never added up: where the number hangs on how the text is read, it is given from the
 * least to the most that any one reading comes to. Breaches that may be one, because it is not known exactly when their acts happened, are counted once: there are at least as many.
 *
 * @param least the fewest under any reading
 * @param most the most under any reading
 * @param exact false where the questions are so many that the two are only bounds: what stands under every reading, and what stands under some
 * @param whole false where there may be more, because some that may be one are counted once
 */
public record Tally(long least, long most, boolean exact, boolean whole) {

    /** More readings of questions that hang together than this are not counted one by one. */
    private static final int READINGS = 4096;

    /** {@code 9}, {@code 9 to 16}, or {@code at least 9}. */
    public String words() {
        String bound = exact && whole ? "" : "at least ";
        return bound + (least == most || !exact ? String.valueOf(least) : least + " to " + most);
    }

    /** Whether the number hangs on how the text is read. */
    public boolean varies() {
        return least != most;
    }

    public boolean isNone() {
        return most == 0 && whole;
    }

    /** By kind, in the order in which the kinds come. */
    public static <K> Map<K, Tally> of(Replay replay, List<RivalReadings.Said> said, Function<Verdict, K> kind) {
        Map<K, List<RivalReadings.Said>> kinds = new LinkedHashMap<>();
        said.forEach(s -> kinds.computeIfAbsent(kind.apply(s.verdict()), k -> new ArrayList<>())
                .add(s));
        Map<K, Tally> tallies = new LinkedHashMap<>();
        kinds.forEach((k, of) -> tallies.put(k, of(replay, of)));
        return tallies;
    }

    /** Of verdicts each of which stands under one reading. */
    public static Tally of(Replay replay, List<RivalReadings.Said> said) {
        List<Reading> counted = said.stream()
                .filter(s -> s.verdict().own())
                .map(s -> s.answers().reading())
                .toList();
        Tally tally = ofReadings(replay, counted);
        return new Tally(tally.least, tally.most, tally.exact, counted.size() == said.size());
    }

    private static Tally ofReadings(Replay replay, List<Reading> readings) {
        long always = readings.stream().filter(r -> r.answers().isEmpty()).count();
        Tally sum = new Tally(always, always, true, true);
        for (Set<String> together : together(readings)) {
            List<Reading> of = readings.stream()
                    .filter(r -> r.answers().keySet().stream().anyMatch(together::contains))
                    .toList();
            sum = sum.plus(ofQuestions(replay, together, of));
        }
        return sum;
    }

    private Tally plus(Tally other) {
        return new Tally(least + other.least, most + other.most, exact && other.exact, whole && other.whole);
    }

    private static Tally ofQuestions(Replay replay, Set<String> names, List<Reading> readings) {
        List<Reading> combinations = List.of(Reading.NONE);
        for (Question question : replay.agreement().questions()) {
            if (!names.contains(question.name())) {
                continue;
            }
            List<String> answers = replay.ruled().containsKey(question.name())
                    ? List.of(replay.ruled().get(question.name()))
                    : question.answers();
            List<Reading> longer = new ArrayList<>();
            for (Reading one : combinations) {
                for (String answer : answers) {
                    Map<String, String> given = new HashMap<>(one.answers());
                    given.put(question.name(), answer);
                    longer.add(new Reading(given));
                }
            }
            if (longer.size() > READINGS) {
                return new Tally(0, readings.size(), false, true);
            }
            combinations = longer;
        }
        long[] counts = combinations.stream()
                .mapToLong(c -> readings.stream().filter(r -> r.isPartOf(c)).count())
                .sorted()
                .toArray();
        return new Tally(counts[0], counts[counts.length - 1], true, true);
    }

    /** Questions that stand together in one reading cannot be counted apart. */
    private static List<Set<String>> together(List<Reading> readings) {
        List<Set<String>> groups = new ArrayList<>();
        for (Reading reading : new LinkedHashSet<>(readings)) {
            Set<String> group = new LinkedHashSet<>(reading.answers().keySet());
            if (group.isEmpty()) {
                continue;
            }
            groups.removeIf(other -> {
                boolean meets = other.stream().anyMatch(group::contains);
                if (meets) {
                    group.addAll(other);
                }
                return meets;
            });
            groups.add(group);
        }
        return groups;
    }
}
