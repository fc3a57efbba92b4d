package holdfast.cli.scenario;

import holdfast.engine.Standing;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Reading;

/** A verdict in the words in which a scenario would expect it. */
public final class ScenarioWords {
    private ScenarioWords() {}

    public static String verdict(Verdict v, DateWords dates) {
        return v.clause()
                + under(v.reading())
                + " " + v.bearer() + " is " + v.status().words()
                + (v.standing() == Standing.NONE ? "" : ", " + v.standing().words())
                + v.since().map(t -> ", since " + dates.time(t)).orElse("")
                + v.due().map(t -> ", due " + dates.due(t)).orElse("");
    }

    /** As a scenario writes it, in the names that its author types: {@code  under counting as included:}. */
    public static String under(Reading reading) {
        return reading.answers().isEmpty() ? "" : " under " + Wording.answers(reading) + ":";
    }
}
