package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who plays which part in a history.
 *
 * @param breakers the violator, and who defects beside it: they do nothing that they must
 * @param nays who votes no wherever it can
 */
public record Cast(Set<String> breakers, Set<String> nays) {
    public Cast {
        // In their order: of those who are alike the first is tried, and a plain set has another order in each process.
        breakers = Collections.unmodifiableSet(new LinkedHashSet<>(breakers));
        nays = Collections.unmodifiableSet(new LinkedHashSet<>(nays));
    }

    /** Whoever breaks its word also votes no. */
    public Cast(Set<String> breakers) {
        this(breakers, breakers);
    }

    /** Whether {@code actor} keeps its word and can act: a body cannot where those who vote no can stop it. */
    public boolean keepsItsWord(String actor, Agreement agreement) {
        if (breakers.contains(actor)) {
            return false;
        }
        return agreement.bodies().stream().noneMatch(b -> b.name().equals(actor) && canBlock(b, nays));
    }

    /** Whether these members, all voting no, keep a body from adopting anything. */
    public static boolean canBlock(Body body, Set<String> against) {
        long no = body.members().stream().filter(against::contains).count();
        return body.vetoes().stream().anyMatch(against::contains)
                || body.members().size() - no < body.need();
    }
}
