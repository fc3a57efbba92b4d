package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Fact;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.language.model.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Acts that are one however their times fall, and what is known of the episode that they are in (semantics, section 10).
 *
 * @param acts a list that may grow later, of which the first {@code count} count
 * @param sure there is one, in every completion
 * @param own it is surely none of the others that are told
 * @param perhaps further acts that may be in it
 * @param gap null: no act joins another
 */
public record Episode(
        List<Occurrence> acts,
        int count,
        boolean sure,
        boolean own,
        long startLo,
        long startHi,
        long endLo,
        long endHi,
        List<Occurrence> perhaps,
        @Nullable Span gap) {

    Episode owned(boolean own) {
        return new Episode(acts, count, sure, own, startLo, startHi, endLo, endHi, perhaps, gap);
    }

    /** The records of the acts that may be in it. */
    public Set<String> others() {
        Set<String> ids = new HashSet<>();
        for (Occurrence act : perhaps) {
            for (Fact fact : act.support()) {
                ids.addAll(List.of(fact.roots()));
            }
        }
        return ids;
    }

    /** Whether it may last longer than this, going by the number of its acts. */
    public boolean mayOutlast(Span d) {
        if (gap == null) {
            return false;
        }
        int number = count + perhaps.size();
        long most = number * gap.count();
        if (gap.exact() && d.exact()) {
            return most * gap.unit().millis() > d.count() * d.unit().millis();
        }
        return gap.unit() != d.unit() || most > d.count() || (most == d.count() && number > 1);
    }

    /** Whether it surely does, by its gap alone. */
    public boolean outlasts(Span d) {
        if (gap == null) {
            return false;
        }
        if (gap.exact() && d.exact()) {
            return gap.count() * gap.unit().millis() > d.count() * d.unit().millis();
        }
        return gap.unit() == d.unit() && gap.count() > d.count();
    }
}
