package holdfast.language.model;

import java.util.Optional;

/** What a clause demands or allows. */
public sealed interface Duty {

    /** An act within a window. {@code notBefore} and {@code due} may be empty; then there is no such bound. */
    record Achieve(Pattern act, Amount amount, Optional<Bound> notBefore, Optional<Bound> due, Condition where)
            implements Duty {}

    /** No such act. The bearer's variable, if any, occurs in the act. */
    record Refrain(Pattern act, Condition where) implements Duty {}

    /** A condition that must hold throughout. */
    record Keep(Condition condition) implements Duty {}

    /** An act every so often. */
    record Recur(Pattern act, Span every, Condition where) implements Duty {}

    /** A permission: an act that the bearer may do. */
    record May(Pattern act) implements Duty {}

    /**
     * A power over other clauses.
     *
     * @param with the event by which it is used; where the holder is a body that decides, its {@code decision}
     * @param reach what one use of it reaches; of excuses and extensions
     */
    record Power(Effect effect, ClauseRef over, Pattern with, Reach reach) implements Duty {}

    /**
     * What an excuse or an extension reaches besides the duties that are open when it comes.
     *
     * @param forGood also those that arise later
     * @param alsoAfterTheDay also those whose day has passed: the breach is undone
     */
    record Reach(boolean forGood, boolean alsoAfterTheDay) {
        public static final Reach OPEN = new Reach(false, false);
    }

    enum Effect {
        SUSPEND,
        RESUME,
        TERMINATE,
        EXTEND,
        EXCUSE
    }

    sealed interface Amount {
        record Times(int n) implements Amount {}

        /** The total of a number attribute reaches a constant or the value of a variable. */
        record Totalling(String attribute, Term total) implements Amount {}
    }

    Amount ONCE = new Amount.Times(1);

    /** A duty to do something once, at any time. */
    static Achieve once(Pattern act) {
        return new Achieve(act, ONCE, Optional.empty(), Optional.empty(), Condition.ALWAYS);
    }
}
