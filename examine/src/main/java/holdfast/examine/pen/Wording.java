package holdfast.examine.pen;

import holdfast.language.sentence.Readable;
import java.util.Collection;
import java.util.List;

/** How several are named in a sentence. */
public final class Wording {
    private Wording() {}

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    public static String and(Collection<String> names) {
        return Readable.list(List.copyOf(names), "and");
    }

    /** What the text calls them, each in quotation marks: {@code “good faith” and “the line”}. */
    public static String quoted(Collection<String> names, Readable readable, String word) {
        return Readable.list(
                names.stream().map(n -> "“" + readable.name(n) + "”").toList(), word);
    }
}
