package holdfast.cli.agreement;

import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Titles;
import holdfast.language.reading.Duties;
import holdfast.language.sentence.Readable;
import holdfast.language.sentence.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names for which reports have to make words. Where that reads badly ("must carry out a fish"), it is said unasked; the lines say how people call them, and are there to be mended and
 * copied.
 */
public final class MadeUpNames {
    private static final Pattern CLUMSY = Pattern.compile("\\b(?:carry out|commit) ");

    private MadeUpNames() {}

    /**
     * Nothing where the text names everything itself.
     *
     * @param all also those that may read well as they are
     */
    public static List<String> advice(Agreement agreement, boolean all) {
        Map<String, String> made = made(agreement);
        Set<String> bad = clumsy(agreement);
        List<String> shown =
                made.keySet().stream().filter(name -> all || bad.contains(name)).toList();
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            lines.add(
                    all
                            ? "  names for which reports make up words; say how people call them, of an act what one does:"
                            : "  acts that reports say clumsily, as in \"must carry out a fish\"; say what one does, as in \"to fish\":");
            lines.add(
                    "  mend these lines, as in \"to enter the lake\", \"an entry into the lake\", and put them into a block:");
            shown.forEach(name -> lines.add("    " + made.get(name)));
        }
        int more = made.size() - shown.size();
        if (more > 0) {
            lines.add("  reports make up words for " + more + (shown.isEmpty() ? "" : " more")
                    + (more == 1 ? " name" : " names") + ": `check --names` lists them");
        }
        return lines;
    }

    /** Acts that a clause demands, forbids or allows, and for which there is no verb. */
    private static Set<String> clumsy(Agreement agreement) {
        Sentences sentences = Sentences.of(agreement, "en");
        Set<String> found = new HashSet<>();
        for (Norm norm : agreement.norms()) {
            Duties.demanded(norm)
                    .or(() -> Duties.forbidden(norm))
                    .or(() -> Duties.permitted(norm))
                    .filter(act -> CLUMSY.matcher(sentences.demand(norm)).find())
                    .ifPresent(act -> found.add(act.event()));
        }
        return found;
    }

    /** By name, the line that would say how people call it. */
    private static Map<String, String> made(Agreement agreement) {
        Map<String, String> lines = new LinkedHashMap<>();
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
                        if (d.derivation()
                                instanceof
                                Definition.Select(List<holdfast.language.model.Pattern> acts, Condition ignored)) {
                            acts.forEach(act -> done.add(act.event()));
                        }
                    });
        }
        agreement.events().stream()
                .filter(e -> !e.origin().equals(Origin.NONE))
                .map(EventType::name)
                .filter(n -> !isCalled(agreement, n))
                .forEach(n -> lines.put(
                        n, n + " is called \"" + (done.contains(n) ? "to " : article(low(n))) + low(n) + "\""));
        agreement.bodies().stream()
                .map(b -> b.name())
                .filter(n -> needsWords(agreement, n))
                .forEach(n -> lines.put(n, n + " is called \"the " + Readable.words(n) + "\""));
        agreement.zones().stream()
                .map(z -> z.name())
                .filter(n -> needsWords(agreement, n))
                .forEach(n -> lines.put(n, n + " is called \"the " + low(n) + "\""));
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
