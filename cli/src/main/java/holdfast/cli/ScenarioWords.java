package holdfast.cli;

import holdfast.engine.Standing;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;

/** A verdict in the words in which a scenario would expect it. */
final class ScenarioWords {
    private ScenarioWords() {}

    static String verdict(Verdict v, DateWords dates) {
        return v.clause()
                + (v.reading().equals(Reading.NONE) ? "" : " " + Wording.reading(v.reading()) + ",")
                + " " + v.bearer() + " is " + v.status().words()
                + (v.standing() == Standing.NONE ? "" : ", " + v.standing().words())
                + v.since().map(t -> ", since " + dates.time(t)).orElse("")
                + v.due().map(t -> ", due " + dates.due(t)).orElse("");
    }
}
