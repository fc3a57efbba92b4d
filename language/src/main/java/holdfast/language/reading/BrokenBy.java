package holdfast.language.reading;

import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;

/**
 * By what a clause is broken. Whoever looks for a breach decides for each of these: where one asks for the forbidden act,
 * then for the condition that is kept, and takes nothing for an answer, a new kind of duty is passed over in silence.
 */
public sealed interface BrokenBy {

    /**
     * By doing what must not be done.
     *
     * @param where on which condition on the act
     */
    record Act(Pattern act, Condition where) implements BrokenBy {}

    /** By leaving undone, for too long, what must be done. */
    record Omission(Pattern act) implements BrokenBy {}

    /** By whatever ends a condition that must hold throughout. */
    record Lapse(Condition kept) implements BrokenBy {}

    /** A permission or a power; what is not bound cannot be broken. */
    record Nothing() implements BrokenBy {}
}
