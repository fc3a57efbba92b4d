package holdfast.examine.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words by which the checks know what an event, a measure, a term or an actor is about. They are the beginnings of words in a name such as {@code line_of_contact},
 * and are asked only where the text itself does not say what is what; docs/findings/README.md lists them.
 */
final class Vocabulary {
    /** A measure that is only talk. */
    static final List<String> TALK = List.of(
            "consult",
            "talk",
            "meet",
            "gather",
            "conven",
            "discuss",
            "dialog",
            "negotiat",
            "warn",
            "protest",
            "condemn",
            "notif",
            "declar",
            "inform",
            "report",
            "statement",
            "demarche");

    /** By such an act somebody asks for something, as far as it is not talk of another sort. */
    static final List<String> ASKING = List.of(
            "ask",
            "request",
            "call",
            "appeal",
            "appl",
            "plea",
            "petition",
            "alarm",
            "alert",
            "complain",
            "claim",
            "invok",
            "invoc",
            "demand",
            "submit",
            "lodg",
            "alleg",
            "notice");

    /** An act of looking on, on the ground. */
    static final List<String> WATCHING =
            List.of("monitor", "patrol", "verif", "inspect", "observ", "watch", "supervis");

    /** Being let in, or what is let in. */
    static final List<String> ACCESS = List.of(
            "access", "entry", "inspect", "monitor", "patrol", "observ", "passage", "movement", "sensor", "flight");

    /** Keeping out. */
    static final List<String> DENIAL =
            List.of("deny", "denie", "denial", "refus", "block", "bar", "obstruct", "imped", "hinder");

    /** By such an act somebody binds itself for good, or is bound by somebody above it. */
    static final List<String> CONSENT =
            List.of("ratif", "deposit", "consent", "acced", "accession", "approv", "vote", "authoris", "authoriz");

    /** By such an act somebody says that it will be bound, and may still not be. */
    static final List<String> SIGNATURE = List.of("sign", "declar");

    /** A term with such a word in its name is about a place or a line. */
    static final List<String> PLACES_IN_NAMES =
            List.of("line", "zone", "border", "contact", "area", "territor", "position", "district");

    /** In what is said about a term only these count: districts and contacts are spoken of for many reasons. */
    static final List<String> PLACES_IN_TEXTS = List.of("line", "zone", "border", "territor");

    /** Whoever must do such a thing tells others what was found. */
    static final List<String> PUBLISHING = List.of("publi", "announc");

    /** Whoever must do such a thing pays. */
    static final List<String> PAYING = List.of("fund", "pay", "contribut", "financ", "budget");

    /** Such a word in what an actor is called says that it is an armed group and no state. */
    static final List<String> ARMED_GROUP = List.of(
            "unit",
            "group",
            "militia",
            "formation",
            "gang",
            "band",
            "brigade",
            "fighter",
            "detachment",
            "irregular",
            "force",
            "militant",
            "rebel",
            "insurgent",
            "paramilitar");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Vocabulary() {}

    /** The first of these with which some word of a name or a text begins. */
    static Optional<String> spokenIn(List<String> beginnings, String text) {
        String spaced = HUMP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        for (String word : NO_LETTERS.split(spaced, -1)) {
            for (String beginning : beginnings) {
                if (word.startsWith(beginning)) {
                    return Optional.of(beginning);
                }
            }
        }
        return Optional.empty();
    }
}
