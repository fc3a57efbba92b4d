package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a reader asks first of a replay, in words: what is breached now, what is overdue, what is due next, what waits for something. The text on a terminal and the page begin
 * with the same.
 */
final class FirstScreen {
    private final Replay replay;
    private final Norms norms;
    private final DateWords dates;
    private final List<RivalReadings.Said> verdicts;

    /** What is said of a clause. */
    record Line(String clause, String words) {}

    /**
     * Duties alike but for their bearers.
     *
     * @param due by when
     * @param distance {@code in 3 days} or {@code for 3 days}
     * @param words who must do what, and under which reading
     */
    record Owed(String due, String distance, String clause, String words) {}

    FirstScreen(Replay replay, List<RivalReadings.Said> verdicts) {
        this.replay = replay;
        this.verdicts = verdicts;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
    }

    /** Without records nothing can be known to be breached, and nobody may take that for none. */
    boolean tellsOfBreaches() {
        return !replay.files().isEmpty();
    }

    /** Breaches that go on, and duties that are still not done, by clause: who, whether confirmed, under which reading. */
    List<Line> breachedNow() {
        Map<String, Map<String, List<String>>> open = new LinkedHashMap<>();
        Set<List<Object>> whateverIsMeant = new HashSet<>();
        List<RivalReadings.Said> breaches = verdicts.stream()
                .filter(s -> s.verdict().isBreach() && s.verdict().until().isEmpty())
                .toList();
        breaches.stream()
                .filter(s -> s.answers().reading().answers().isEmpty())
                .forEach(s -> whateverIsMeant.add(same(s.verdict())));
        for (RivalReadings.Said said : breaches) {
            Verdict v = said.verdict();
            boolean always = said.answers().reading().answers().isEmpty();
            if (always || !whateverIsMeant.contains(same(v))) {
                String how = v.standing().words();
                open.computeIfAbsent(v.clause(), c -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                (how.isEmpty() ? "" : ", " + how)
                                        + said.answers().after(),
                                k -> new ArrayList<>())
                        .add(v.bearer());
            }
        }
        List<Line> lines = new ArrayList<>();
        open.forEach((clause, ways) -> {
            List<String> said = new ArrayList<>();
            ways.forEach((how, bearers) -> said.add(named(bearers) + how));
            lines.add(new Line(clause, String.join("; ", said)));
        });
        return lines;
    }

    private static List<Object> same(Verdict v) {
        return List.of(v.clause(), v.bearer(), v.standing());
    }

    /** Where the records do not decide, there may be a breach: nobody may take that for none. */
    Optional<String> undecided() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        verdicts.stream()
                .map(RivalReadings.Said::verdict)
                .filter(v -> v.status() == Status.UNDETERMINED && v.until().isEmpty())
                .forEach(v -> open.computeIfAbsent(v.clause(), c -> new LinkedHashSet<>())
                        .add(v.bearer()));
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("not decided by the records: "
                        + open.entrySet().stream()
                                .map(e -> e.getKey() + " " + named(List.copyOf(e.getValue())))
                                .collect(Collectors.joining("; ")));
    }

    List<Owed> overdue() {
        return owed(Status.BREACHED, due -> "for " + dates.distance(due, replay.now()));
    }

    List<Owed> dueNext() {
        return owed(Status.PENDING, due -> "in " + dates.distance(due, replay.now()));
    }

    /** {@code 2 duties are pending without any deadline in the text}. */
    Optional<String> withoutDeadline() {
        Tally open = Tally.of(
                replay,
                verdicts.stream()
                        .filter(said -> said.verdict().status() == Status.PENDING
                                && said.verdict().due().isEmpty())
                        .toList());
        return open.isNone()
                ? Optional.empty()
                : Optional.of(open.words() + (open.most() == 1 ? " duty is" : " duties are")
                        + " pending without any deadline in the text");
    }

    /** Of one status, soonest first; without what can no longer be done, a missed turn of many. */
    private List<Owed> owed(Status status, Function<Time, String> distance) {
        record Alike(String clause, String duty, Time due, RivalReadings.Answers answers) {}
        Map<Alike, List<String>> alike = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (v.status() == status && v.due().isPresent() && v.until().isEmpty()) {
                alike.computeIfAbsent(
                                new Alike(v.clause(), duty(v), v.due().get(), said.answers()), k -> new ArrayList<>())
                        .add(v.bearer());
            }
        }
        return alike.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing((Alike a) -> a.due().hi()).thenComparing(Alike::due)))
                .map(e -> new Owed(
                        dates.due(e.getKey().due()),
                        distance.apply(e.getKey().due()),
                        e.getKey().clause(),
                        named(e.getValue()) + " " + e.getKey().duty()
                                + e.getKey().answers().after()))
                .toList();
    }

    private String duty(Verdict v) {
        return norms.of(v).map(replay.texts()::duty).orElse("");
    }

    /** What is owed only when something else is so. */
    List<Line> blockedBy() {
        record Alike(String clause, Optional<Time> due, RivalReadings.Answers answers) {}
        Map<Alike, List<Verdict>> blocked = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (v.status() == Status.BLOCKED) {
                blocked.computeIfAbsent(new Alike(v.clause(), v.due(), said.answers()), k -> new ArrayList<>())
                        .add(v);
            }
        }
        List<Line> lines = new ArrayList<>();
        blocked.forEach((key, alike) -> {
            Condition guard = norms.of(alike.getFirst()).map(Norm::guard).orElse(Condition.ALWAYS);
            lines.add(new Line(
                    key.clause(),
                    named(alike.stream().map(Verdict::bearer).toList())
                            + key.due().map(d -> ", due " + dates.due(d)).orElse("")
                            + ": it is not so that "
                            + replay.texts().sentences().condition(guard)
                            + key.answers().after()));
        });
        return lines;
    }

    private String named(List<String> bearers) {
        return Wording.list(
                bearers.stream().distinct().map(replay.texts().names()::inText).toList());
    }
}
