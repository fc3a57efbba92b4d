package holdfast.cli.agreement;

import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Titles;
import holdfast.language.reading.Duties;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names for which reports have to make words: "may carry out a fish". The lines say how people call them, and are there to be filled in and copied. */
public final class MadeUpNames {
    private MadeUpNames() {}

    /** Nothing where the text names everything itself. */
    public static List<String> advice(Agreement agreement) {
        List<String> lines = new ArrayList<>();
        Set<String> done = new HashSet<>();
        agreement
                .norms()
                .forEach(n -> Duties.demanded(n)
                        .or(() -> Duties.forbidden(n))
                        .or(() -> Duties.permitted(n))
                        .ifPresent(act -> done.add(act.event())));
        // What is done by a definition is what is done by the acts of which it consists; they may be definitions again.
        for (int depth = 0; depth < agreement.definitions().size() && depth < 10; depth++) {
            agreement.definitions().stream()
                    .filter(d -> done.contains(d.name()))
                    .forEach(d -> {
                        if (d.derivation() instanceof Definition.Select(List<Pattern> acts, Condition ignored)) {
                            acts.forEach(act -> done.add(act.event()));
                        }
                    });
        }
        agreement.events().stream()
                .filter(e -> !e.origin().equals(Origin.NONE))
                .map(EventType::name)
                .filter(n -> !isCalled(agreement, n))
                .forEach(n -> lines.add(
                        "    " + n + " is called \"" + (done.contains(n) ? "to " : article(low(n))) + low(n) + "\""));
        agreement.bodies().stream()
                .map(b -> b.name())
                .filter(n -> needsWords(agreement, n))
                .forEach(n -> lines.add("    " + n + " is called \"the " + Readable.words(n) + "\""));
        agreement.zones().stream()
                .map(z -> z.name())
                .filter(n -> needsWords(agreement, n))
                .forEach(n -> lines.add("    " + n + " is called \"the " + low(n) + "\""));
        if (!lines.isEmpty()) {
            lines.addFirst(
                    "  mend these lines, as in \"to enter the lake\", \"an entry into the lake\", and put them into a block:");
            lines.addFirst(
                    "  names for which reports make up words; say how people call them, of an act what one does:");
        }
        return lines;
    }

    private static boolean isCalled(Agreement agreement, String name) {
        return !agreement.titles().of(Titles.USUAL, name).isEmpty();
    }

    /** A name that is no word, and that the text does not say otherwise. */
    private static boolean needsWords(Agreement agreement, String name) {
        return !isCalled(agreement, name) && !Readable.words(name).equals(name);
    }

    private static String article(String words) {
        return words.matches("(?i)[aeiou].*") ? "an " : "a ";
    }

    private static String low(String name) {
        String words = Readable.words(name);
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
