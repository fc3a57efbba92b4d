package holdfast.language.model;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a clause demands or allows. */
public sealed interface Duty {
    /**
     * The same duty with its act and its condition in other words. A power stays as it is: what it is used with is not asked of anybody. So does a condition to keep of which
     * nothing would be left.
     */
    Duty reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions);

    /** An act within a window. {@code notBefore} and {@code due} may be empty; then there is no such bound. */
    record Achieve(Pattern act, Amount amount, Optional<Bound> notBefore, Optional<Bound> due, Condition where)
            implements Duty {
        @Override
        public Achieve reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions) {
            return new Achieve(acts.apply(act), amount, notBefore, due, conditions.apply(where));
        }
    }

    /** No such act. The bearer's variable, if any, occurs in the act. */
    record Refrain(Pattern act, Condition where) implements Duty {
        @Override
        public Refrain reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions) {
            return new Refrain(acts.apply(act), conditions.apply(where));
        }
    }

    /** A condition that must hold throughout. */
    record Keep(Condition condition) implements Duty {
        @Override
        public Keep reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions) {
            Condition left = conditions.apply(condition);
            return left.isAlways() ? this : new Keep(left);
        }
    }

    /** An act every so often. */
    record Recur(Pattern act, Span every, Condition where) implements Duty {
        @Override
        public Recur reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions) {
            return new Recur(acts.apply(act), every, conditions.apply(where));
        }
    }

    /** A permission: an act that the bearer may do. */
    record May(Pattern act) implements Duty {
        @Override
        public May reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions) {
            return new May(acts.apply(act));
        }
    }

    /**
     * A power over other clauses.
     *
     * @param with the event by which it is used; where the holder is a body that decides, its {@code decision}
     * @param reach what one use of it reaches; of excuses and extensions
     */
    record Power(Effect effect, ClauseRef over, Pattern with, Reach reach) implements Duty {
        @Override
        public Power reworded(UnaryOperator<Pattern> acts, UnaryOperator<Condition> conditions) {
            return this;
        }
    }

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
