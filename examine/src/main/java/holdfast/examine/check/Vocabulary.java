package holdfast.examine.check;

import java.util.List;
import java.util.Locale;

/**
 * Words by which names of events and measures are understood, wherever they stand in a name. They are listed in docs/findings/README.md; a text in another
 * language needs names with these words.
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

    /** An act of looking on, on the ground. */
    static final List<String> WATCHING =
            List.of("monitor", "patrol", "verif", "inspect", "observ", "watch", "supervis");

    /** Being let in, or what is let in. */
    static final List<String> ACCESS = List.of(
            "access", "entry", "inspect", "monitor", "patrol", "observ", "passage", "movement", "sensor", "flight");

    /** Keeping out. */
    static final List<String> DENIAL =
            List.of("deny", "denie", "denial", "refus", "block", "bar_", "barr", "obstruct", "imped", "hinder");

    /** An act by which a state binds itself. */
    static final List<String> CONSENT = List.of("ratif", "deposit", "consent", "accede", "accession", "approv");

    private Vocabulary() {}

    static boolean speaksOf(List<String> words, String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(plain::contains);
    }
}
