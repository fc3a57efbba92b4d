package holdfast.examine.check;

import java.util.Collection;
import java.util.List;

/** How several are named in a sentence. */
final class Wording {
    private Wording() {}

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    static String and(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    /** A name of the text as words. */
    static String words(String name) {
        return name.replace('_', ' ');
    }
}
