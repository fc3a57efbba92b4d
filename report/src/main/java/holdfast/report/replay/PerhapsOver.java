package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.OpenPoint;
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
 * What may have been a breach, and is over: the records do not decide. Whoever reads that nothing is breached must not take it for peace. One line for all of a clause and a bearer.
 *
 * @param last the last of them
 * @param all how many there were
 * @param why what is open, in a few words, each once
 */
record PerhapsOver(Verdict last, Tally all, List<String> why) {
    /** Of so many it is asked why: those of one bearer are open for the same few reasons. */
    private static final int MOST_ASKED = 20;

    PerhapsOver {
        why = List.copyOf(why);
    }

    static List<PerhapsOver> of(Replay replay, List<RivalReadings.Said> verdicts, Explainer explainer) {
        Map<List<String>, List<RivalReadings.Said>> kinds = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (v.status() == Status.UNDETERMINED && v.until().isPresent()) {
                kinds.computeIfAbsent(List.of(v.clause(), v.bearer()), k -> new ArrayList<>())
                        .add(said);
            }
        }
        return kinds.values().stream()
                .map(of -> new PerhapsOver(
                        of.stream()
                                .map(RivalReadings.Said::verdict)
                                .max(Comparator.comparingLong(PerhapsOver::since))
                                .orElseThrow(),
                        Tally.of(replay, of),
                        of.stream()
                                .limit(MOST_ASKED)
                                .flatMap(s -> explainer.open(s.verdict()).stream())
                                .map(OpenPoint::brief)
                                .distinct()
                                .toList()))
                .sorted(Comparator.comparing(p -> -since(p.last())))
                .toList();
    }

    private static long since(Verdict verdict) {
        return verdict.since().map(Time::hi).orElse(Long.MIN_VALUE);
    }

    Optional<Time> since() {
        return last.since();
    }

    /** {@code ; 3 in all}; empty where it is the only one. */
    String count() {
        return all.most() <= 1 ? "" : "; " + all.words() + " in all";
    }
}
