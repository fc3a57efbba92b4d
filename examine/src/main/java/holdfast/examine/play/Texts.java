package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of an agreement under each combination of answers to its questions. Whoever plays under the same answers plays with the same monitor, one after another; under different
 * ones, side by side.
 */
public final class Texts {
    private final Agreement agreement;
    private final Map<Reading, Ways> ways = new ConcurrentHashMap<>();

    public Texts(Agreement agreement) {
        this.agreement = agreement;
    }

    public Agreement agreement() {
        return agreement;
    }

    /** @param full answers every question */
    public Ways under(Reading full) {
        return ways.computeIfAbsent(full, r -> new Ways(Resolved.under(agreement, r)));
    }

    /** An answer to every question: those given, and otherwise the first. */
    public Reading whole(Reading under) {
        return whole(agreement, under);
    }

    /** An answer to every question of an agreement: those given, and otherwise the first. */
    public static Reading whole(Agreement agreement, Reading under) {
        Map<String, String> answers = new HashMap<>();
        agreement.questions().forEach(q -> answers.put(q.name(), q.answers().getFirst()));
        answers.putAll(under.answers());
        return new Reading(answers);
    }
}
