package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.reading.Duties;
import holdfast.report.standing.Changes;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.VerdictWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what changed since an earlier moment: the heaviest first, each once. */
public final class ChangeWords {
    private final Replay replay;
    private final Changes changes;
    private final Norms norms;
    private final VerdictWords now;
    private final VerdictWords then;

    ChangeWords(Replay replay, Replay.Earlier earlier, Norms norms) {
        this.replay = replay;
        this.changes = Changes.between(earlier.verdicts(), replay.verdicts());
        this.norms = norms;
        this.now = VerdictWords.of(replay, norms);
        this.then = new VerdictWords(new DateWords(replay.agreement().zone()), earlier.now());
    }

    /** @param said of which clause, for whom, and how it stands; how often, where several come to the same */
    public record Line(ChangeKind kind, String said) {}

    /** How one stood before: changes that only their reading tells apart have this in common. */
    private record Was(ChangeKind kind, String words) {}

    /** What is said, for whomever it is so. */
    private record Matter(ChangeKind kind, String clause, String said) {}

    /** Of a replay that is compared with an earlier moment; none of another. */
    public static List<Line> of(Replay replay) {
        return replay.earlier()
                .map(earlier -> new ChangeWords(replay, earlier, new Norms(replay.agreement())).lines())
                .orElse(List.of());
    }

    List<Line> lines() {
        Map<Was, List<Verdict>> alike = new LinkedHashMap<>();
        changes.added().forEach(v -> put(alike, new Was(ChangeKind.of(Optional.empty(), v, demandsAct(v)), ""), v));
        changes.changed().forEach(c -> {
            ChangeKind kind = ChangeKind.of(Optional.of(c.before()), c.after(), demandsAct(c.after()));
            put(alike, new Was(kind, "; was " + was(c)), c.after());
        });
        Map<Was, List<Verdict>> gone = new LinkedHashMap<>();
        changes.gone().stream()
                .filter(v -> !madeWayForAnother(v))
                .forEach(v -> put(gone, new Was(ChangeKind.ofGone(v), ""), v));
        Map<Matter, Map<String, Integer>> matters = new LinkedHashMap<>();
        alike.forEach((was, verdicts) -> count(matters, was, verdicts, now, ""));
        gone.forEach((was, verdicts) -> count(matters, was, verdicts, then, "no longer "));
        List<Line> lines = new ArrayList<>();
        matters.forEach((matter, bearers) -> lines.addAll(lines(matter, bearers)));
        lines.sort(Comparator.comparing(Line::kind));
        return lines;
    }

    /** What stood only for want of an instance, {@code not yet due} or {@code kept so far}, and has one now. */
    private boolean madeWayForAnother(Verdict gone) {
        return gone.records().isEmpty()
                && gone.due().isEmpty()
                && gone.since().isEmpty()
                && changes.added().stream()
                        .anyMatch(v ->
                                v.clause().equals(gone.clause()) && v.reading().equals(gone.reading()));
    }

    private static void put(Map<Was, List<Verdict>> alike, Was was, Verdict verdict) {
        alike.computeIfAbsent(was, w -> new ArrayList<>()).add(verdict);
    }

    private void count(
            Map<Matter, Map<String, Integer>> matters, Was was, List<Verdict> verdicts, VerdictWords at, String no) {
        for (RivalReadings.Said said : RivalReadings.of(replay, verdicts)) {
            Verdict v = said.verdict();
            String words =
                    no + brief(v, at) + said.answers().after(replay.texts().names()) + was.words();
            matters.computeIfAbsent(new Matter(was.kind(), v.clause(), words), m -> new LinkedHashMap<>())
                    .merge(v.bearer(), 1, Integer::sum);
        }
    }

    /** One line for all of whom it is so equally often. */
    private static List<Line> lines(Matter matter, Map<String, Integer> bearers) {
        Map<Integer, List<String>> byTimes = new TreeMap<>();
        bearers.forEach((bearer, n) ->
                byTimes.computeIfAbsent(n, t -> new ArrayList<>()).add(bearer));
        List<Line> lines = new ArrayList<>();
        byTimes.forEach((n, who) -> lines.add(
                new Line(matter.kind(), matter.clause() + " " + Wording.list(who) + ": " + matter.said() + times(n))));
        return lines;
    }

    private static String times(int n) {
        return switch (n) {
            case 1 -> "";
            case 2 -> " (twice)";
            default -> " (" + n + " times)";
        };
    }

    /** Its times only where they are others now. */
    private String was(Changes.Change change) {
        Verdict before = change.before();
        Verdict after = change.after();
        boolean sameTimes = before.due().isPresent()
                ? before.due().equals(after.due())
                : before.since().equals(after.since()) && before.until().equals(after.until());
        boolean sameStatus = before.status() == after.status() && before.standing() == after.standing();
        return sameTimes && !sameStatus ? then.kind(before) : brief(before, then);
    }

    private boolean demandsAct(Verdict verdict) {
        return norms.of(verdict).filter(Duties::demandsAct).isPresent();
    }

    private String brief(Verdict v, VerdictWords at) {
        String detail = norms.of(v).map(n -> at.single(v, n)).orElse("");
        return at.kind(v) + (detail.isEmpty() ? "" : ", " + detail);
    }
}
