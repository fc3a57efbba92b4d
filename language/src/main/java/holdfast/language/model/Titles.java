package holdfast.language.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the text calls its names for those who read: {@code wider_attack is called "a wider attack", in uk "ширший напад"}. No verdict and no
 * finding depends on it.
 *
 * @param byLanguage by language (ISO 639-1, such as {@code uk}) and name, what it is called: one form or several. An answer of a question has the
 *     name {@code question/answer}
 */
public record Titles(Map<String, Map<String, List<String>>> byLanguage) {
    public static final Titles NONE = new Titles(Map.of());

    /** The language of a text that says nothing else. */
    public static final String USUAL = "en";

    public Titles {
        Map<String, Map<String, List<String>>> copy = new LinkedHashMap<>();
        byLanguage.forEach(
                (language, names) -> copy.put(language, Collections.unmodifiableMap(new LinkedHashMap<>(names))));
        byLanguage = Collections.unmodifiableMap(copy);
    }

    /** The forms in which a name is called in a language; empty where the text gives none. */
    public List<String> of(String language, String name) {
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(name, List.of());
    }

    /** The name of an answer among the others. */
    public static String answer(String question, String answer) {
        return question + "/" + answer;
    }
}
