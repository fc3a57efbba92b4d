package holdfast.language.sentence;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Definition;
import holdfast.language.model.Titles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of an agreement as people write them: as the text calls them, or else made of the words of the name. */
public final class Readable {
    /** Small within a name of several words. */
    private static final Set<String> SMALL = Set.of("in", "the", "of", "and", "on", "for", "to", "by", "at");

    private final Titles titles;
    private final String language;
    private final Map<String, String> declared = new HashMap<>();
    private final Set<String> bodies = new HashSet<>();

    public Readable(Agreement agreement, String language) {
        this.titles = agreement.titles();
        this.language = language;
        for (Actor actor : agreement.actors()) {
            declare(actor.name(), actor.title());
        }
        for (Body body : agreement.bodies()) {
            declare(body.name(), body.title());
            bodies.add(body.name());
        }
    }

    private void declare(String name, String title) {
        if (!title.equals(name) && !title.isBlank()) {
            declared.putIfAbsent(name, title);
        }
    }

    /** ISO 639-1. */
    public String language() {
        return language;
    }

    /** What it is called: in this language, or else in English, or else the words of its name. */
    public String name(String name) {
        String plain = name.startsWith(Definition.FIRST) ? name.substring(Definition.FIRST.length()) : name;
        return forms(plain).stream()
                .filter(f -> !isDeed(f))
                .findFirst()
                .or(() -> Optional.ofNullable(declared.get(plain)))
                .orElseGet(() -> words(plain));
    }

    /** Whether it is a body that decides: English says "the Commission". */
    boolean isBody(String name) {
        return bodies.contains(name);
    }

    /** The forms that the text gives: in this language, or else in English; empty where it gives none. */
    List<String> forms(String name) {
        List<String> own = titles.of(language, name);
        return own.isEmpty() ? titles.of(Titles.USUAL, name) : own;
    }

    /** Whether the text itself says how it is called in this language. */
    boolean isGiven(String name) {
        return !titles.of(language, name).isEmpty();
    }

    /** An answer of a question. */
    public String answer(String question, String answer) {
        return forms(Titles.answer(question, answer)).stream().findFirst().orElseGet(() -> words(answer));
    }

    /** Whether a form is what somebody does: {@code to warn}, {@code попередити}. */
    static boolean isDeed(String form) {
        return form.startsWith("to ") || form.matches("\\p{IsCyrillic}+(ти|тися|тись|чи)( .*)?");
    }

    /** {@code expanded_attack} is "expanded attack", {@code UnitedKingdom} "United Kingdom", {@code SideInTheOverlay} "Side in the Overlay". */
    public static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (String part : name.replace('_', ' ')
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                .strip()
                .split(" +")) {
            boolean small = !words.isEmpty() && SMALL.contains(part.toLowerCase(Locale.ROOT));
            words.append(words.isEmpty() ? "" : " ").append(small ? part.toLowerCase(Locale.ROOT) : part);
        }
        return words.toString();
    }
}
