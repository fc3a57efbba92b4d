package holdfast.language.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers to some questions, sorted by question; the empty reading answers none. */
public record Reading(Map<String, String> answers) {
    public static final Reading NONE = new Reading(Map.of());

    public Reading {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** Whether this answers nothing differently from {@code other}, and nothing that {@code other} leaves open. */
    public boolean isPartOf(Reading other) {
        return answers.entrySet().stream().allMatch(e -> e.getValue().equals(other.answers.get(e.getKey())));
    }

    /** What holds under both; none where they contradict each other. */
    public java.util.Optional<Reading> and(Reading other) {
        Map<String, String> both = new TreeMap<>(answers);
        for (Map.Entry<String, String> answer : other.answers.entrySet()) {
            String before = both.putIfAbsent(answer.getKey(), answer.getValue());
            if (before != null && !before.equals(answer.getValue())) {
                return java.util.Optional.empty();
            }
        }
        return java.util.Optional.of(new Reading(both));
    }

    /** {@code completion=ceasefire, counting=included}; empty for the empty reading. */
    @Override
    public String toString() {
        return answers.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
