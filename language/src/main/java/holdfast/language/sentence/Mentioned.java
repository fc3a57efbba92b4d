package holdfast.language.sentence;

import holdfast.language.model.EventType;
import holdfast.language.model.ValueType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the variables of one clause stand for, as a reader would say it: the first mention tells what it is ("a party"), every later one points back
 * ("that party"); a second of the same kind is told apart ("another party", "the other party").
 */
final class Mentioned {
    private final Map<String, String> later = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();

    /** What a later mention says; empty before the first. */
    Optional<String> of(String variable) {
        return Optional.ofNullable(later.get(variable));
    }

    boolean knows(String variable) {
        return later.containsKey(variable);
    }

    void say(String variable, String words) {
        later.put(variable, words);
    }

    /** The first mention of a variable that stands for a thing of this kind, such as {@code party}. */
    String first(String variable, String kind) {
        int already = counted.merge(kind, 1, Integer::sum) - 1;
        later.put(
                variable,
                already == 0
                        ? (kind.matches(".*[^su]s") ? "those " : "that ") + kind
                        : already == 1 ? "the other " + kind : "the " + ordinal(already) + " " + kind);
        return already == 0
                ? EnglishWords.one(kind)
                : already == 1 ? "another " + kind : "a " + ordinal(already) + " " + kind;
    }

    private static String ordinal(int already) {
        return switch (already) {
            case 2 -> "third";
            case 3 -> "fourth";
            default -> "further";
        };
    }

    /** What kind of thing an attribute holds, in a word. */
    static String kind(EventType.Attribute attribute) {
        return attribute.type() == ValueType.PARTY ? "party" : Readable.words(attribute.name());
    }
}
