package holdfast.language.sentence;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Definition;
import holdfast.language.model.Reading;
import holdfast.language.model.Titles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of an agreement as people write them: as the text calls them, or else made of the words of the name. */
public final class Readable {
    private static final Pattern INNER_CAPITAL = Pattern.compile("\\p{Ll}\\p{Lu}");

    /** A name by itself; or what stands in backticks or in quotation marks, to be passed over. */
    private static final Pattern TOKEN =
            Pattern.compile("`[^`]*`|“[^”]*”|(?<![\\w./\\\\-])\\p{L}[\\p{L}\\p{N}_]*(?![\\w/\\\\-]|\\.\\w)");

    /** Small within a name of several words. */
    private static final Set<String> SMALL = Set.of("in", "the", "of", "and", "on", "for", "to", "by", "at");

    private final Titles titles;
    private final String language;
    private final Map<String, String> declared = new HashMap<>();
    private final Set<String> bodies = new HashSet<>();

    /** Everything that is declared, by name. */
    private final Set<String> known = new HashSet<>();

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
        agreement.actors().forEach(a -> known.add(a.name()));
        agreement.groups().forEach(g -> known.add(g.name()));
        known.addAll(bodies);
        known.addAll(agreement.measures());
        known.addAll(agreement.eventTypes().keySet());
        agreement.events().forEach(e -> e.attributes().forEach(a -> known.add(a.name())));
        agreement.levels().forEach(l -> known.add(l.name()));
        agreement.states().forEach(s -> known.add(s.name()));
        agreement.zones().forEach(z -> known.add(z.name()));
        agreement.undefinedTerms().forEach(t -> known.add(t.name()));
        agreement.questions().forEach(q -> {
            known.add(q.name());
            known.addAll(q.answers());
        });
    }

    private void declare(String name, String title) {
        if (!title.equals(name) && !title.isBlank()) {
            declared.putIfAbsent(name, title);
        }
    }

    /** What it is called: in this language, or else in English, or else the words of its name. */
    public String name(String name) {
        String plain = plain(name);
        return forms(plain).stream()
                .filter(f -> !isDeed(f))
                .findFirst()
                .or(() -> isWord(plain) ? Optional.of(plain) : Optional.ofNullable(declared.get(plain)))
                .orElseGet(() -> words(plain));
    }

    /** Whether it can stand in a sentence as it is: {@code Russia}, {@code OSCE}, {@code ceasefire}. */
    private static boolean isWord(String name) {
        return name.indexOf('_') < 0 && !INNER_CAPITAL.matcher(name).find();
    }

    /**
     * A text in which every declared name that is no word is called as people do. What stands in backticks, in quotation marks or in a path is left as
     * it is: that is to be typed, or was said by others.
     */
    public String inText(String text) {
        Matcher token = TOKEN.matcher(text);
        StringBuilder said = new StringBuilder();
        int from = 0;
        while (token.find()) {
            String name = token.group();
            if (name.charAt(0) == '`' || name.charAt(0) == '“' || isWord(name) || !known.contains(name)) {
                continue;
            }
            said.append(text, from, token.start()).append(name(name));
            from = token.end();
        }
        return said.append(text, from, text.length()).toString();
    }

    /**
     * How the text is read: {@code if the start of the fourteen days is read as “17 February”}; empty for the empty reading. Questions and answers are
     * called by their names also where these are words, which {@link #inText} could not tell from other words.
     */
    public String reading(Reading reading) {
        boolean ukrainian = language.equals("uk");
        List<String> said = reading.answers().entrySet().stream()
                .map(e -> {
                    String question = name(e.getKey());
                    String answer = answer(e.getKey(), e.getValue());
                    return ukrainian
                            ? "«" + question + "» розуміти як «" + answer + "»"
                            : question + " is read as “" + answer + "”";
                })
                .toList();
        return said.isEmpty()
                ? ""
                : ukrainian ? "якщо " + String.join(" і ", said) : "if " + String.join(" and ", said);
    }

    /** {@code however the start of the fourteen days is read}: what does not hang on the answers to these questions; empty for none. */
    public String however(List<String> questions) {
        List<String> names = questions.stream().map(this::name).toList();
        if (names.isEmpty()) {
            return "";
        }
        return language.equals("uk")
                ? "хоч як розуміти "
                        + list(names.stream().map(n -> "«" + n + "»").toList(), "і")
                : "however " + list(names, "and") + (names.size() == 1 ? " is read" : " are read");
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

    /** An event by the name that the text gives it, also where only the first counts. */
    static String plain(String event) {
        return event.startsWith(Definition.FIRST) ? event.substring(Definition.FIRST.length()) : event;
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    public static String list(List<String> items, String word) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " " + word + " " + items.get(last);
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
