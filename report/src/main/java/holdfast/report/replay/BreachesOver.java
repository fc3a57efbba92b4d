package holdfast.report.replay;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Breaches that are over: an act without a gap is over with the act, and a duty done late is made good. One line for all of a clause, a bearer and a standing: the last of
 * them, and how many there were. What is confirmed comes first, what was made good last.
 *
 * @param last the last one that there was under every reading; where none was, the last under any
 * @param all how many there were
 */
record BreachesOver(RivalReadings.Said last, Tally all) {

    private record Kind(String clause, String bearer, Status status, Standing standing) {}

    private static final Comparator<RivalReadings.Said> BY_CERTAINTY_AND_TIME = Comparator.comparing(
                    (RivalReadings.Said s) -> s.answers().reading().answers().isEmpty())
            .thenComparingLong(BreachesOver::since);

    static List<BreachesOver> of(Replay replay, List<RivalReadings.Said> verdicts) {
        Map<Kind, List<RivalReadings.Said>> kinds = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (isOver(v)) {
                kinds.computeIfAbsent(
                                new Kind(v.clause(), v.bearer(), v.status(), v.standing()), k -> new ArrayList<>())
                        .add(said);
            }
        }
        return kinds.values().stream()
                .map(of ->
                        new BreachesOver(of.stream().max(BY_CERTAINTY_AND_TIME).orElseThrow(), Tally.of(replay, of)))
                .sorted(Comparator.comparing((BreachesOver b) -> !b.isConfirmed())
                        .thenComparing(b -> b.last().verdict().status() == Status.CURED)
                        .thenComparing(b -> -since(b.last())))
                .toList();
    }

    private static boolean isOver(Verdict v) {
        return v.status() == Status.CURED
                || (v.status() == Status.BREACHED && v.until().isPresent());
    }

    private static long since(RivalReadings.Said said) {
        return said.verdict().since().map(Time::hi).orElse(Long.MIN_VALUE);
    }

    boolean isConfirmed() {
        return last.verdict().standing() == Standing.CONFIRMED;
    }

    Optional<Time> since() {
        return last.verdict().since();
    }

    /** {@code confirmed, made good}; of what was left undone, that nobody told that it was done; as words that follow the bearer; empty where there is nothing to say. */
    String how(boolean leftUndone) {
        Verdict v = last.verdict();
        boolean told = v.standing() != Standing.ALLEGED || v.status() == Status.CURED || !leftUndone;
        String standing = told ? v.standing().words() : "not on record as done";
        return (standing.isEmpty() ? "" : ", " + standing)
                + (last.verdict().status() == Status.CURED ? ", made good late" : "");
    }

    /** {@code ; 3 in all}; empty where it was the only one; none of its own may be one with those of another line. */
    String count() {
        if (all.most() == 0) {
            return ", perhaps one with another";
        }
        return all.most() == 1 && all.whole() ? "" : "; " + all.words() + " in all";
    }
}
