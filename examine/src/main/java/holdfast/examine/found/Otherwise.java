package holdfast.examine.found;

import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What would answer a breach that nothing must answer: if something came first that need not come, if somebody did what nobody named must do, or if an undefined term is read so.
 *
 * @param clause that would answer
 * @param measure the answer
 * @param within by when; empty: no deadline
 * @param once what would have to come first, in words; empty: nothing
 * @param terms the undefined terms on which it hangs whether it is owed; empty: none
 * @param nobody whether nobody is named who must do it
 * @param story a history in which it is owed
 */
public record Otherwise(
        String prohibition,
        String violator,
        Reading reading,
        String clause,
        String measure,
        Optional<Span> within,
        List<String> once,
        List<String> terms,
        boolean nobody,
        Story story) {
    public Otherwise {
        once = List.copyOf(once);
        terms = List.copyOf(terms);
    }

    /** In words, as it stands in a row behind what must follow. */
    public String words() {
        String first = measure.replace('_', ' ')
                + within.map(w -> " within " + w).orElse(", no deadline,")
                + (once.isEmpty() ? "" : " once " + String.join(" and ", once));
        return first + " (" + clause + "), " + need();
    }

    private String need() {
        if (!terms.isEmpty()) {
            return "and whether it is owed hangs on " + quoted() + ", which the text does not define"
                    + (nobody ? "; and nobody is named who must do it" : "");
        }
        if (nobody) {
            return "and nobody is named who must do it";
        }
        return once.size() == 1 ? "and that need not come" : "and they need not come";
    }

    /** The terms on which it hangs, in words. */
    public String quoted() {
        return terms.stream().map(t -> '"' + t.replace('_', ' ') + '"').collect(Collectors.joining(" and "));
    }
}
