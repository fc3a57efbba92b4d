package holdfast.report.standing;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comes by itself, said once for all that comes alike.
 *
 * @param when the first time: of a deadline that passes, the deadline
 * @param times how often, as far as was looked ahead: what is owed every so often comes many times
 */
public record Coming(Ahead.Kind kind, Time when, Owed owed, int times) {

    /** What is shown to somebody who asks what comes. */
    private static final Set<Ahead.Kind> SHOWN = Set.of(
            Ahead.Kind.DUTY,
            Ahead.Kind.BREACH,
            Ahead.Kind.UNDECIDED,
            Ahead.Kind.CONFIRMED,
            Ahead.Kind.DISMISSED,
            Ahead.Kind.NO_LONGER_OWED);

    private record Moment(long at, Ahead.Kind kind) {}

    /** In the order of time. */
    public static List<Coming> of(Replay replay) {
        Map<Moment, List<Verdict>> together = new LinkedHashMap<>();
        for (Ahead.Turn turn : replay.ahead().turns()) {
            if (SHOWN.contains(turn.kind())) {
                together.computeIfAbsent(new Moment(turn.at(), turn.kind()), m -> new ArrayList<>())
                        .add(turn.verdict());
            }
        }
        Map<List<Object>, Coming> again = new LinkedHashMap<>();
        together.forEach((moment, verdicts) -> {
            for (Owed owed : Owed.lines(replay, RivalReadings.of(replay, verdicts))) {
                again.merge(
                        List.of(moment.kind(), owed.clause(), owed.bearers(), owed.to(), owed.reading()),
                        new Coming(moment.kind(), when(moment, owed), owed, 1),
                        (first, next) -> new Coming(first.kind(), first.when(), first.owed(), first.times() + 1));
            }
        });
        return again.values().stream()
                .sorted(Comparator.comparingLong((Coming c) -> c.when().hi()))
                .toList();
    }

    /** A duty missed is in breach when its time is over, and the instant after it is only when that is seen. */
    private static Time when(Moment moment, Owed owed) {
        boolean missed = moment.kind() == Ahead.Kind.BREACH || moment.kind() == Ahead.Kind.UNDECIDED;
        return missed
                ? owed.due().filter(d -> d.hi() <= moment.at()).orElse(Time.at(moment.at()))
                : Time.at(moment.at());
    }

    /** What comes, without who: {@code begins: must protest within 24 hours}. */
    public String words(List<String> known) {
        return switch (kind) {
                    case DUTY -> "begins: ";
                    case BREACH -> owed.due().isPresent() ? "in breach unless it is done: " : "in breach: ";
                    case UNDECIDED -> "not decided by the records from then on: ";
                    case CONFIRMED -> "the breach counts as confirmed: ";
                    case DISMISSED -> "the breach counts as dismissed: ";
                    case OVER -> "the breach is over: ";
                    case NO_LONGER_OWED -> "no longer owed: ";
                    case OTHER -> "changes: ";
                }
                + owed.words(known)
                + again();
    }

    /** {@code ; and 3 times more}. */
    public String again() {
        return times == 1 ? "" : "; and " + (times == 2 ? "once more" : (times - 1) + " times more");
    }
}
