package holdfast.examine;

import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import java.util.List;
import java.util.Optional;

/**
 * What would answer a breach that nothing must answer: if something came first that need not come, or if somebody did what nobody named must do.
 *
 * @param clause that would answer
 * @param measure the answer
 * @param within by when; empty: no deadline
 * @param once what would have to come first, in words; empty: nothing
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
        boolean nobody,
        Story story) {
    public Otherwise {
        once = List.copyOf(once);
    }

    /** In words, as it stands in a row behind what must follow. */
    public String words() {
        String first = measure.replace('_', ' ')
                + within.map(w -> " within " + w).orElse(", no deadline,")
                + (once.isEmpty() ? "" : " once " + String.join(" and ", once));
        String need = nobody
                ? "and nobody is named who must do it"
                : once.size() == 1 ? "and that need not come" : "and they need not come";
        return first + " (" + clause + "), " + need;
    }
}
