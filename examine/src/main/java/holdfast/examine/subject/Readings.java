package holdfast.examine.subject;

import holdfast.language.model.Agreement;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Under which answers to the text's questions something holds. */
public final class Readings {
    private static final int MOST = 4096;

    private Readings() {}

    /** Whether under every combination of answers at least one of these readings is taken. */
    public static boolean coverAll(Agreement agreement, Collection<Reading> some) {
        if (some.contains(Reading.NONE)) {
            return true;
        }
        List<Reading> all = List.of(Reading.NONE);
        for (Question question : agreement.questions()) {
            if (some.stream().noneMatch(r -> r.answers().containsKey(question.name()))) {
                continue;
            }
            List<Reading> longer = new ArrayList<>();
            for (Reading reading : all) {
                for (String answer : question.answers()) {
                    Map<String, String> answers = new HashMap<>(reading.answers());
                    answers.put(question.name(), answer);
                    longer.add(new Reading(answers));
                }
            }
            if (longer.size() > MOST) {
                return false;
            }
            all = longer;
        }
        return !some.isEmpty() && all.stream().allMatch(r -> some.stream().anyMatch(s -> s.isPartOf(r)));
    }

    /** What holds under both; none where they contradict each other. */
    public static Optional<Reading> both(Reading one, Reading other) {
        Map<String, String> answers = new HashMap<>(one.answers());
        for (Map.Entry<String, String> answer : other.answers().entrySet()) {
            String before = answers.putIfAbsent(answer.getKey(), answer.getValue());
            if (before != null && !before.equals(answer.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Reading(answers));
    }
}
