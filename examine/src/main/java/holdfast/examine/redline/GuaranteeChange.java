package holdfast.examine.redline;

import holdfast.examine.table.Guarantee;
import holdfast.language.model.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the guarantee table that was changed: what must follow if one violator breaks one prohibition in one way.
 *
 * @param prohibition its number in the later draft, or in the earlier where it was removed
 * @param course in which way it is broken, in words
 * @param defectors how many guarantors break their word besides, the worst for the answer
 * @param earlierReading the answers to the earlier draft's questions under which it shows; the empty reading: under all
 * @param laterReading the same for the later draft
 * @param before the row of the earlier draft; empty: it has none
 * @param after the row of the later draft; empty: it has none
 */
public record GuaranteeChange(
        String prohibition,
        String violator,
        String course,
        int defectors,
        Set<Kind> kinds,
        Reading earlierReading,
        Reading laterReading,
        Optional<Guarantee> before,
        Optional<Guarantee> after) {
    public GuaranteeChange {
        kinds = Set.copyOf(kinds);
    }

    public enum Kind {
        /** Something must follow where nothing had to. */
        GAINED,
        /** Nothing must follow any more. */
        LOST,
        STRONGER,
        WEAKER,
        SOONER,
        LATER,
        DECIDED_BY_OTHERS,
        /** The same measure by the same time, from others. */
        DONE_BY_OTHERS
    }

    /** @param measures from the weakest to the strongest, as the drafts together order them */
    static Set<Kind> kinds(Optional<Guarantee> before, Optional<Guarantee> after, List<String> measures) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Optional<String> then = before.flatMap(Guarantee::measure);
        Optional<String> later = after.flatMap(Guarantee::measure);
        if (then.isEmpty() || later.isEmpty()) {
            if (later.isPresent()) {
                kinds.add(Kind.GAINED);
            } else if (then.isPresent()) {
                kinds.add(Kind.LOST);
            }
            return kinds;
        }
        Guarantee old = before.orElseThrow();
        Guarantee young = after.orElseThrow();
        int strength = Integer.compare(measures.indexOf(later.get()), measures.indexOf(then.get()));
        if (strength != 0) {
            kinds.add(strength > 0 ? Kind.STRONGER : Kind.WEAKER);
        }
        int time =
                Long.compare(young.within().orElse(Long.MAX_VALUE), old.within().orElse(Long.MAX_VALUE));
        if (time != 0) {
            kinds.add(time < 0 ? Kind.SOONER : Kind.LATER);
        }
        if (!Set.copyOf(old.decidedBy()).equals(Set.copyOf(young.decidedBy()))) {
            kinds.add(Kind.DECIDED_BY_OTHERS);
        } else if (!Set.copyOf(old.doneBy()).equals(Set.copyOf(young.doneBy()))) {
            kinds.add(Kind.DONE_BY_OTHERS);
        }
        return kinds;
    }
}
