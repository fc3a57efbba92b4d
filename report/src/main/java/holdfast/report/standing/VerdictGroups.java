package holdfast.report.standing;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Verdicts put together as a reader wants them: by reading, then bearer, and alike ones folded into one row. */
public final class VerdictGroups {
    /** Up to so many alike are shown one by one. */
    private static final int APART = 3;

    private VerdictGroups() {}

    /**
     * Verdicts of one clause, reading, status and standing; ordered by time.
     *
     * @param bearers those for whom all of it is the same; the verdicts are those of the first
     */
    public record Row(Reading reading, List<String> bearers, Status status, Standing standing, List<Verdict> verdicts) {
        public Row {
            bearers = List.copyOf(bearers);
            verdicts = List.copyOf(verdicts);
        }

        /** Who owes it, as people say it. */
        public List<String> who() {
            return bearers.stream().map(VerdictGroups::who).toList();
        }

        public boolean folded() {
            return verdicts.size() > 1;
        }

        public Verdict first() {
            return verdicts.getFirst();
        }

        public Verdict last() {
            return verdicts.getLast();
        }
    }

    /** Of one whom only a record will name, the sign by which the text speaks of it is nobody's name. */
    public static String who(String bearer) {
        return bearer.startsWith("each ") ? "whoever it falls to" : bearer;
    }

    /** By clause, in the order given. */
    public static Map<String, List<Verdict>> byClause(List<Verdict> verdicts) {
        Map<String, List<Verdict>> byClause = new LinkedHashMap<>();
        verdicts.forEach(v ->
                byClause.computeIfAbsent(v.clause(), c -> new ArrayList<>()).add(v));
        return byClause;
    }

    /** The rows of what is said of one clause, by the answers under which it is said; first what hangs on none. {@code all}: nothing is folded. */
    public static Map<RivalReadings.Answers, List<Row>> rows(List<RivalReadings.Said> ofClause, boolean all) {
        Map<RivalReadings.Answers, Map<List<Object>, List<Verdict>>> alike = new LinkedHashMap<>();
        ofClause.stream().sorted(Comparator.comparing(s -> hangs(s.answers()))).forEach(s -> {
            Verdict v = s.verdict();
            alike.computeIfAbsent(s.answers(), r -> new LinkedHashMap<>())
                    .computeIfAbsent(List.of(v.bearer(), v.status(), v.standing()), k -> new ArrayList<>())
                    .add(v);
        });
        Map<RivalReadings.Answers, List<Row>> rows = new LinkedHashMap<>();
        alike.forEach((answers, groups) -> rows.put(answers, rows(groups, all)));
        return rows;
    }

    private static boolean hangs(RivalReadings.Answers answers) {
        return !answers.however().isEmpty() || !answers.reading().answers().isEmpty();
    }

    /** All that a verdict says, but for its reading. */
    public static List<Object> withoutReading(Verdict v) {
        return List.of(v.bearer(), v.key(), v.status(), v.standing(), v.since(), v.due(), v.until());
    }

    private static List<Row> rows(Map<List<Object>, List<Verdict>> groups, boolean all) {
        Map<String, List<Row>> byBearer = new LinkedHashMap<>();
        for (List<Verdict> group : groups.values()) {
            group.sort(Comparator.comparingLong(VerdictGroups::when));
            byBearer.computeIfAbsent(group.getFirst().bearer(), b -> new ArrayList<>())
                    .addAll(ofStatus(group, all));
        }
        return all ? byBearer.values().stream().flatMap(List::stream).toList() : together(byBearer);
    }

    private static List<Row> ofStatus(List<Verdict> group, boolean all) {
        boolean same =
                group.stream().map(VerdictGroups::withoutReading).distinct().count() == 1;
        boolean apart = all || (group.size() <= APART && !same);
        return apart ? group.stream().map(v -> row(List.of(v))).toList() : List.of(row(group));
    }

    private static Row row(List<Verdict> verdicts) {
        Verdict v = verdicts.getFirst();
        return new Row(v.reading(), List.of(v.bearer()), v.status(), v.standing(), verdicts);
    }

    /** Bearers for whom all rows say the same share them. */
    private static List<Row> together(Map<String, List<Row>> byBearer) {
        Map<List<Object>, List<List<Row>>> alike = new LinkedHashMap<>();
        for (List<Row> rows : byBearer.values()) {
            List<Object> said = rows.stream()
                    .flatMap(r -> r.verdicts().stream())
                    .map(VerdictGroups::withoutReadingAndBearer)
                    .toList();
            alike.computeIfAbsent(said, k -> new ArrayList<>()).add(rows);
        }
        List<Row> merged = new ArrayList<>();
        for (List<List<Row>> same : alike.values()) {
            List<String> bearers =
                    same.stream().map(rows -> rows.getFirst().first().bearer()).toList();
            same.getFirst()
                    .forEach(r -> merged.add(new Row(r.reading(), bearers, r.status(), r.standing(), r.verdicts())));
        }
        return merged;
    }

    private static Object withoutReadingAndBearer(Verdict v) {
        return List.of(v.key(), v.status(), v.standing(), v.since(), v.due(), v.until());
    }

    /** The moment by which a verdict is put in order: its beginning, or its deadline. */
    public static long when(Verdict verdict) {
        return verdict.since().or(verdict::due).map(Time::lo).orElse(Long.MAX_VALUE);
    }
}
