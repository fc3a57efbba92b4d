package holdfast.cli.report;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Verdicts put together as a reader wants them: by reading, then bearer, and alike ones folded into one row. */
public final class VerdictGroups {
    /** Up to so many alike are shown one by one. */
    private static final int APART = 3;

    private VerdictGroups() {}

    /** Verdicts of one clause, reading, bearer, status and standing; ordered by time. */
    public record Row(Reading reading, String bearer, Status status, Standing standing, List<Verdict> verdicts) {
        public Row {
            verdicts = List.copyOf(verdicts);
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

    /** By clause, in the order given. */
    public static Map<String, List<Verdict>> byClause(List<Verdict> verdicts) {
        Map<String, List<Verdict>> byClause = new LinkedHashMap<>();
        verdicts.forEach(v ->
                byClause.computeIfAbsent(v.clause(), c -> new ArrayList<>()).add(v));
        return byClause;
    }

    /** The rows of one clause's verdicts by reading; {@code all}: nothing is folded. */
    public static Map<Reading, List<Row>> rows(List<Verdict> ofClause, boolean all) {
        Map<Reading, Map<List<Object>, List<Verdict>>> alike = new LinkedHashMap<>();
        for (Verdict v : ofClause) {
            alike.computeIfAbsent(v.reading(), r -> new LinkedHashMap<>())
                    .computeIfAbsent(List.of(v.bearer(), v.status(), v.standing()), k -> new ArrayList<>())
                    .add(v);
        }
        Map<Reading, List<Row>> rows = new LinkedHashMap<>();
        alike.forEach((reading, groups) -> rows.put(reading, rows(groups, all)));
        return rows;
    }

    /** Whether every reading comes to the same: the same bearers, with verdicts that differ in nothing but the reading. */
    public static boolean alike(Collection<List<Row>> readings) {
        return readings.stream()
                        .map(rows -> rows.stream()
                                .flatMap(r -> r.verdicts().stream())
                                .map(VerdictGroups::withoutReading)
                                .toList())
                        .distinct()
                        .count()
                == 1;
    }

    /** All that a verdict says, but for its reading. */
    public static List<Object> withoutReading(Verdict v) {
        return List.of(v.bearer(), v.key(), v.status(), v.standing(), v.since(), v.due(), v.until());
    }

    private static List<Row> rows(Map<List<Object>, List<Verdict>> groups, boolean all) {
        List<Row> rows = new ArrayList<>();
        List<String> bearers = new ArrayList<>();
        for (List<Verdict> group : groups.values()) {
            group.sort(Comparator.comparingLong(VerdictGroups::when));
            Verdict v = group.getFirst();
            if (!bearers.contains(v.bearer())) {
                bearers.add(v.bearer());
            }
            if (all || group.size() <= APART) {
                group.forEach(one ->
                        rows.add(new Row(one.reading(), one.bearer(), one.status(), one.standing(), List.of(one))));
            } else {
                rows.add(new Row(v.reading(), v.bearer(), v.status(), v.standing(), group));
            }
        }
        rows.sort(Comparator.comparingInt(r -> bearers.indexOf(r.bearer())));
        return rows;
    }

    /** The moment by which a verdict is put in order: its beginning, or its deadline. */
    public static long when(Verdict verdict) {
        return verdict.since().or(verdict::due).map(Time::lo).orElse(Long.MAX_VALUE);
    }
}
