package holdfast.report.standing;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the few words mean in which verdicts are said, for whoever reads a report for the first time: those that occur in it, and no others. */
public final class WordsUsed {
    private WordsUsed() {}

    /** A word, and what it means here. */
    public record Meaning(String word, String meaning) {}

    public static List<Meaning> in(List<RivalReadings.Said> verdicts) {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        verdicts.forEach(s -> {
            statuses.add(s.verdict().status());
            standings.add(s.verdict().standing());
        });
        List<Meaning> meanings = new ArrayList<>();
        standings.stream()
                .filter(s -> s != Standing.NONE)
                .forEach(s -> meanings.add(new Meaning(s.words(), meaning(s))));
        statuses.stream()
                .sorted(Comparator.comparing(IntakeWords::weight))
                .forEach(s -> meanings.add(new Meaning(s.words(), meaning(s))));
        return meanings;
    }

    private static String meaning(Status status) {
        return switch (status) {
            case NOT_YET_DUE -> "what sets it off has not come, or its first day has not";
            case PENDING -> "it is owed, and there is time left";
            case FULFILLED -> "it was done in time, or kept";
            case BREACHED ->
                "what the text says of the records that were kept; another record can change it, and nobody is judged";
            case CURED -> "breached, and made good later";
            case BLOCKED -> "what it hangs on is not so, and as long as that lasts it is not owed";
            case LAPSED -> "it ceased to apply before it was due";
            case EXCUSED -> "whoever may waive it did";
            case DISPUTED -> "the body that decides says that it is in dispute";
            case UNDETERMINED -> "the records do not decide; it may be a breach, and it may be none";
            case REFUTED -> "the body that decides found that it is no breach";
        };
    }

    private static String meaning(Standing standing) {
        return switch (standing) {
            case NONE -> "";
            case ALLEGED -> "on record, and confirmed by nobody whom the text lets confirm it";
            case CONFIRMED -> "found so by whoever decides under the text, or by what it says of their silence";
        };
    }
}
