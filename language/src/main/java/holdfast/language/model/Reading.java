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

    /** {@code completion=ceasefire, counting=included}; empty for the empty reading. */
    @Override
    public String toString() {
        return answers.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
