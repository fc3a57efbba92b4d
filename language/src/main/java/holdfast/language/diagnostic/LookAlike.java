package holdfast.language.diagnostic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Letters of other alphabets that look like Latin ones: two names that look the same are two names to a program. */
public final class LookAlike {
    private static final String CYRILLIC =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u04CF"
                    + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u04C0";
    private static final String AS_LATIN = "aeopcyxijshdqwl" + "ABEKMHOPCTYXIJSI";
    private static final String GREEK =
            "\u03BF\u03BD\u03B1\u03C1\u03B9\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
    private static final String GREEK_AS_LATIN = "ovapiABEZHIKMNOPTYX";
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Map<Integer, Character> LATIN = latin();

    private LookAlike() {}

    /** What to say of a letter that is of another alphabet than its word. */
    public record Found(String message, String help) {}

    private static Map<Integer, Character> latin() {
        Map<Integer, Character> map = new HashMap<>();
        for (int i = 0; i < CYRILLIC.length(); i++) {
            map.put((int) CYRILLIC.charAt(i), AS_LATIN.charAt(i));
        }
        for (int i = 0; i < GREEK.length(); i++) {
            map.put((int) GREEK.charAt(i), GREEK_AS_LATIN.charAt(i));
        }
        return map;
    }

    /** The word with every letter that looks like a Latin one replaced by it: two words that look the same have one skeleton. */
    public static String skeleton(String word) {
        StringBuilder skeleton = new StringBuilder();
        word.codePoints().forEach(c -> {
            Character latin = LATIN.get(c);
            skeleton.appendCodePoint(latin == null ? c : latin);
        });
        return skeleton.toString();
    }

    /** Whether the two are written differently and look the same. */
    public static boolean same(String one, String other) {
        return !one.equals(other) && skeleton(one).equals(skeleton(other));
    }

    /** A word of letters of two alphabets, or a single letter that looks like a Latin one: nobody writes either on purpose. */
    public static Optional<Found> foreignLetter(String word) {
        int start = 0;
        for (int at = 0; at <= word.length(); at++) {
            boolean letter = at < word.length() && Character.isLetter(word.charAt(at));
            if (!letter) {
                Optional<Found> found = inRun(word, start, at);
                if (found.isPresent()) {
                    return found;
                }
                start = at + 1;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> inRun(String word, int start, int end) {
        int latin = 0;
        int foreign = -1;
        for (int i = start; i < end; i++) {
            Character.UnicodeScript script = Character.UnicodeScript.of(word.charAt(i));
            if (script == Character.UnicodeScript.LATIN) {
                latin++;
            } else if (foreign < 0 || (!LATIN.containsKey((int) word.charAt(foreign)) && looksLatin(word, i))) {
                foreign = i;
            }
        }
        boolean lone = end - start == 1 && start == 0 && foreign >= 0 && looksLatin(word, foreign);
        boolean known = foreign >= 0 && !alphabet(word.charAt(foreign)).isEmpty();
        return known && (latin > 0 || lone) ? Optional.of(found(word, foreign)) : Optional.empty();
    }

    private static boolean looksLatin(String word, int index) {
        return LATIN.containsKey((int) word.charAt(index));
    }

    private static Found found(String word, int index) {
        char letter = word.charAt(index);
        Character latin = LATIN.get((int) letter);
        String which =
                word.length() == 1 ? "`" + word + "` is" : "the " + ordinal(index) + " letter of `" + word + "` is";
        String message = which + " the " + alphabet(letter) + " letter `" + letter + "` ("
                + String.format(Locale.ROOT, "U+%04X", (int) letter) + ")"
                + (latin == null ? ", among Latin ones" : ", which looks like the Latin `" + latin + "`");
        return new Found(
                message,
                isLatin(skeleton(word))
                        ? "write `" + skeleton(word) + "` in Latin letters"
                        : "write the whole word in one alphabet");
    }

    private static boolean isLatin(String word) {
        return word.chars()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static String alphabet(char letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case CYRILLIC -> "Cyrillic";
            case GREEK -> "Greek";
            default -> "";
        };
    }

    private static String ordinal(int index) {
        return index < ORDINALS.size() ? ORDINALS.get(index) : (index + 1) + "th";
    }

    /** What tells {@code written} apart from {@code meant} where the eye cannot: a letter of another alphabet. */
    public static Optional<String> told(String written, String meant) {
        if (same(written, meant)) {
            return Optional.of("It looks the same: " + difference(written, meant) + ".");
        }
        return meant.equals(skeleton(meant)) ? foreignLetter(written).map(f -> f.message() + ".") : Optional.empty();
    }

    /** How the first letter in which the two differ is to be told apart; the two look the same. */
    public static String difference(String written, String known) {
        for (int i = 0; i < Math.min(written.length(), known.length()); i++) {
            if (written.charAt(i) != known.charAt(i)) {
                return "the " + ordinal(i) + " letter of the first is " + named(written.charAt(i)) + ", of the second "
                        + named(known.charAt(i));
            }
        }
        return "they differ in a letter that cannot be seen";
    }

    private static String named(char letter) {
        String alphabet = alphabet(letter);
        return (alphabet.isEmpty() ? "Latin" : alphabet) + " `" + letter + "`";
    }
}
