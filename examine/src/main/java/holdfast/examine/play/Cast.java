package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import java.util.Set;

/**
 * Who plays which part in a history.
 *
 * @param breakers the violator, and who defects beside it: they do nothing that they must
 * @param nays who votes no wherever it can
 */
public record Cast(Set<String> breakers, Set<String> nays) {
    public Cast {
        breakers = Set.copyOf(breakers);
        nays = Set.copyOf(nays);
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
