package holdfast.engine.monitor.plain;

import holdfast.language.model.Comparison;
import holdfast.language.model.Norm;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * How the clauses of a text are judged in the first tier.
 *
 * @param rest those that the second tier judges, with all that they hang on
 * @param heard the declared events of which these hear
 * @param conditions what the second tier says of when clauses are in force
 * @param confirmed clauses on whose breaches bodies decide
 * @param groups those whose records have one kind of key; what is said of one key hangs on no record of another
 */
record Plan(List<Group> groups, List<Norm> rest, Set<String> heard, List<Condition> conditions, Set<String> confirmed) {
    /**
     * When a clause is in force, where that is the same for all its acts: no value of theirs is asked for.
     *
     * @param clause it, with what it waits for and nothing else of that kind
     * @param heard the declared events on which that hangs
     */
    record Condition(Norm clause, Set<String> heard) {}

    /**
     * Clauses over one kind of key.
     *
     * @param width how many values a key has
     */
    record Group(int width, List<Clause> clauses) {}

    /**
     * The records of an event that a pattern matches.
     *
     * @param event its place among the declared events
     * @param fixed by position, the values of which one must be given
     * @param given positions that must be given
     * @param where what must be so of the values, all of which must be given
     * @param key where the values of the key stand, in its order
     */
    record Match(
            int event,
            SortedMap<Integer, List<Value>> fixed,
            List<Integer> given,
            List<Where> where,
            List<Integer> key) {
        /** Keyed by whoever did it, as far as somebody is to be named. */
        Match by(Holder holder) {
            return holder.position() < 0 ? this : new Match(event, fixed, given, where, List.of(holder.position()));
        }
    }

    /** A condition on the values of a record alone. */
    sealed interface Where {
        record All(List<Where> all) implements Where {}

        record Any(List<Where> any) implements Where {}

        record Not(Where negated) implements Where {}

        /** One of these stands there. */
        record OneOf(int position, List<Value> values) implements Where {}

        /** Two numbers or two days. */
        record Order(int position, Comparison comparison, Value than) implements Where {}

        /** Two values of one type; numbers or days, where it is not asked whether they are the same. */
        record Between(int left, Comparison comparison, int right) implements Where {}
    }

    /** Who bears a clause. */
    sealed interface Holder {
        record Nobody() implements Holder {}

        /** One actor. */
        record One(String actor) implements Holder {}

        /** Whoever stands at this position of the trigger, or of the act that is forbidden. */
        record At(int position) implements Holder {}

        /** Whoever of these stands at this position of the act that is forbidden. */
        record Among(int position, List<String> actors) implements Holder {}

        /** Where whoever bears it stands; -1: it is no matter of a record. */
        default int position() {
            return switch (this) {
                case At(int position) -> position;
                case Among(int position, List<String> _) -> position;
                case Nobody _, One _ -> -1;
            };
        }
    }

    sealed interface Clause {
        Norm norm();

        Match act();

        /** The variables that its verdicts show, and where the trigger or the act has them. */
        Map<String, Integer> shown();

        /** When it is in force; empty: always. */
        default Optional<Condition> condition() {
            return Optional.empty();
        }
    }

    /** Acts within a span of their trigger. {@code within} empty: at any time after it. */
    record Deadline(
            Norm norm, Match trigger, Match act, Optional<Window> within, Holder holder, Map<String, Integer> shown)
            implements Clause {}

    /** What must be done once a deadline was not kept. {@code anchored}: counted from the first of the deadline's triggers with that key, not from the breach. */
    record Sequel(
            Norm norm,
            String of,
            Match act,
            Optional<Window> within,
            boolean anchored,
            Holder holder,
            Map<String, Integer> shown)
            implements Clause {}

    record Window(Span span, boolean includingFirstDay) {}

    /**
     * @param condition empty: it is always in force
     * @param gap after how much quiet a breach is over; empty: at once, each act is a breach of its own
     */
    record Ban(
            Norm norm,
            Match act,
            When when,
            Optional<Condition> condition,
            Holder holder,
            Optional<Span> gap,
            Map<String, Integer> shown)
            implements Clause {
        /** Whether what is said of one key hangs on that key alone. */
        boolean byKey() {
            boolean named = act.key().stream().allMatch(k -> k == holder.position() || shown.containsValue(k));
            return gap.isEmpty() || named;
        }
    }

    /** When an act is forbidden. */
    sealed interface When {
        record Always() implements When {}

        /** While the last that begins it is later than the last that ends it. */
        record Holding(List<Match> begins, List<Match> ends) implements When {}

        /** Once it makes so many of one key; without a span, ever. */
        record Crowded(long atLeast, Optional<Span> within) implements When {}
    }
}
