package holdfast.language.sentence;

import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said once for each party that is not the one who is bound was written as one sentence, and is read as one. */
final class OtherParty {
    private OtherParty() {}

    /** The condition with {@code words} in place of each party's name, if the alternatives differ in nothing else. */
    static Optional<Condition> told(Condition.Any any, String words) {
        Set<Condition> told = new HashSet<>();
        for (Condition one : any.conditions()) {
            Optional<Condition> general = one(one, words);
            if (general.isEmpty()) {
                return Optional.empty();
            }
            told.add(general.get());
        }
        return told.size() == 1 && any.conditions().size() > 1
                ? Optional.of(told.iterator().next())
                : Optional.empty();
    }

    private static Optional<Condition> one(Condition condition, String words) {
        if (condition instanceof Condition.All(List<Condition> both)
                && both.size() == 2
                && both.getFirst()
                        instanceof
                        Condition.Compare(
                                Term.Variable ignored,
                                Comparison comparison,
                                Term.Constant(Value.Actor(String party)),
                                var origin)
                && comparison == Comparison.IS_NOT) {
            return with(both.getLast(), party, words);
        }
        return Optional.empty();
    }

    private static Optional<Condition> with(Condition condition, String party, String words) {
        return switch (condition) {
            case Condition.ClauseBreached(var clause, Optional<String> by, var origin)
            when by.equals(Optional.of(party)) ->
                Optional.of(new Condition.ClauseBreached(clause, Optional.of(words), origin));
            case Condition.HasHappened(Pattern pattern) ->
                Optional.of(new Condition.HasHappened(with(pattern, party, words)));
            case Condition.NoneFor(Pattern pattern, var span) ->
                Optional.of(new Condition.NoneFor(with(pattern, party, words), span));
            default -> Optional.empty();
        };
    }

    private static Pattern with(Pattern pattern, String party, String words) {
        Term named = new Term.Constant(new Value.Actor(party));
        Term other = new Term.Constant(new Value.Actor(words));
        return new Pattern(
                pattern.event(),
                pattern.arguments().stream()
                        .map(a -> a.term().equals(named) ? new Pattern.Argument(a.attribute(), other) : a)
                        .toList(),
                pattern.origin());
    }
}
