package holdfast.publish;

import java.util.Set;

/**
 * Words that look alike.
 *
 * @param note the number of the note that hangs on this place; 0 for words
 * @param colour six hexadecimal digits where words have a colour of their own; otherwise empty
 */
record Run(String text, Set<Look> looks, String colour, int note) {
    enum Look {
        BOLD,
        ITALIC,
        CODE,
        STRUCK,
        ADDED
    }

    Run {
        looks = Set.copyOf(looks);
    }

    boolean has(Look look) {
        return looks.contains(look);
    }
}
