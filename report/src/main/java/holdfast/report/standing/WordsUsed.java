package holdfast.report.standing;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the few words mean in which verdicts are said, for whoever reads a report for the first time: those that occur in it, and no others. */
public final class WordsUsed {
    private WordsUsed() {}

    /** A word, and what it means here. */
    public record Meaning(String word, String meaning) {}

    /** @param words as the report says them: where nothing could show a breach it does not say {@code fulfilled} */
    public static List<Meaning> in(List<RivalReadings.Said> verdicts, VerdictWords words) {
        Map<String, String> standings = new TreeMap<>();
        Map<Status, Map<String, String>> kinds = new TreeMap<>(Comparator.comparingInt(IntakeWords::weight));
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (v.standing() != Standing.NONE) {
                standings.put(v.standing().words(), meaning(v.standing()));
            }
            String kind = words.kindOfStatus(v);
            kinds.computeIfAbsent(v.status(), s -> new TreeMap<>())
                    .put(kind, kind.equals(v.status().words()) ? meaning(v.status()) : VerdictWords.silenceMeans(kind));
        }
        List<Meaning> meanings = new ArrayList<>();
        standings.forEach((word, meaning) -> meanings.add(new Meaning(word, meaning)));
        kinds.values().forEach(of -> of.forEach((word, meaning) -> meanings.add(new Meaning(word, meaning))));
        return meanings.stream().distinct().toList();
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
