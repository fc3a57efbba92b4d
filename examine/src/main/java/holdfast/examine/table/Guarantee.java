package holdfast.examine.table;

import holdfast.examine.found.Story;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import holdfast.language.reading.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What must follow, in the worst case, when one violator breaks one prohibition in one way, and nobody helps beyond duty.
 *
 * @param prohibition the clause's number
 * @param reading answers to questions under which this row holds; the empty reading: under all
 * @param violator an actor, or {@code nobody named}
 * @param course how the prohibition is broken
 * @param sure whether the breach is one for sure; otherwise a term that the text leaves undefined decides, and nothing must follow
 * @param measure the strongest that must follow; empty: nothing must
 * @param rank of the measure, 0 for the weakest of the text; -1: nothing
 * @param within how long after the violation at the latest, in milliseconds; empty where nothing follows, or there is no deadline
 * @param decidedBy the body on whose decision or finding it waits; otherwise those who must act
 * @param doneBy who must act
 * @param clauses under which they must
 * @param defectors the guarantors who break their word in this row
 * @param emptiedBy the smallest sets of guarantors without whom the measure does not follow; only where nobody defects
 * @param could the strongest that could follow if everybody but the violator helped as far as the text lets them
 * @param setOffBy what the protected must do first, where anybody could do it as the text has it; empty: nothing of that kind
 * @param evaded how the violator, or somebody who need not help, got away, in words; empty: nobody had to do anything for it
 * @param evadedBefore whether that was done before the violation, which then is none
 * @param telling a history that ends so
 */
public record Guarantee(
        String prohibition,
        Reading reading,
        String violator,
        Course course,
        boolean sure,
        Optional<String> measure,
        int rank,
        Optional<Long> within,
        List<String> decidedBy,
        List<String> doneBy,
        List<String> clauses,
        List<String> defectors,
        List<List<String>> emptiedBy,
        Optional<String> could,
        List<Deed> setOffBy,
        List<String> evaded,
        boolean evadedBefore,
        Supplier<Story> telling) {
    /** Something that somebody does. */
    public record Deed(String event, String by) {}

    public Guarantee {
        decidedBy = List.copyOf(decidedBy);
        doneBy = List.copyOf(doneBy);
        clauses = List.copyOf(clauses);
        defectors = List.copyOf(defectors);
        emptiedBy = List.copyOf(emptiedBy);
        setOffBy = List.copyOf(setOffBy);
        evaded = List.copyOf(evaded);
    }

    /** Whether two rows say the same under the same reading. */
    public boolean isSame(Guarantee o) {
        return saysTheSame(o) && reading.equals(o.reading);
    }

    /** Whether two rows say the same, under whatever reading. */
    boolean saysTheSame(Guarantee o) {
        return prohibition.equals(o.prohibition)
                && violator.equals(o.violator)
                && course.equals(o.course)
                && sure == o.sure
                && measure.equals(o.measure)
                && within.equals(o.within)
                && decidedBy.equals(o.decidedBy)
                && doneBy.equals(o.doneBy)
                && defectors.equals(o.defectors)
                && emptiedBy.equals(o.emptiedBy)
                && could.equals(o.could)
                && setOffBy.equals(o.setOffBy)
                && evadedBefore == o.evadedBefore;
    }

    /** A history that ends so. */
    public Story story() {
        return telling.get();
    }

    Guarantee under(Reading other) {
        return with(other, telling);
    }

    /** @param whole the same answers, and one to every other question: those of the story */
    Guarantee under(Reading other, Reading whole) {
        return with(other, new Telling(telling, () -> telling.get().under(whole)));
    }

    /** The same of a violator between whom and this one the text makes no difference. */
    Guarantee toldOf(InPlaceOf inPlace, Agreement agreement, Supplier<Story> told) {
        List<String> doers = Roles.inOrder(agreement, Set.copyOf(inPlace.all(doneBy)));
        return new Guarantee(
                prohibition,
                reading,
                inPlace.of(violator),
                course,
                sure,
                measure,
                rank,
                within,
                decidedBy.equals(doneBy) ? doers : decidedBy,
                doers,
                clauses,
                inPlace.all(defectors),
                emptiedBy.stream().map(inPlace::all).toList(),
                could,
                setOffBy.stream()
                        .map(deed -> new Deed(deed.event(), inPlace.of(deed.by())))
                        .toList(),
                evaded,
                evadedBefore,
                told);
    }

    private Guarantee with(Reading other, Supplier<Story> told) {
        return new Guarantee(
                prohibition,
                other,
                violator,
                course,
                sure,
                measure,
                rank,
                within,
                decidedBy,
                doneBy,
                clauses,
                defectors,
                emptiedBy,
                could,
                setOffBy,
                evaded,
                evadedBefore,
                told);
    }
}
