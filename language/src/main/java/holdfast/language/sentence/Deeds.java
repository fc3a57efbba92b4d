package holdfast.language.sentence;

import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be known of an act before it can be said in any language: who does it, what its values are, how much ground it takes. */
final class Deeds {
    private final Map<String, EventType> types;

    Deeds(Agreement agreement) {
        this.types = agreement.eventTypes();
    }

    /** The attribute that says who does it. */
    Optional<String> doer(Pattern pattern) {
        EventType type = types.get(pattern.event());
        return type == null ? Optional.of("by") : type.actor().map(EventType.Attribute::name);
    }

    /** The same, where it is the bearer itself: that need not be said again. */
    Optional<String> own(Pattern act, Bearer bearer) {
        return doer(act)
                .filter(d -> act.term(d).filter(t -> isBearer(t, bearer)).isPresent());
    }

    private static boolean isBearer(Term term, Bearer bearer) {
        return switch (bearer) {
            case Bearer.EachOf each -> term.equals(new Term.Variable(each.variable()));
            case Bearer.Bound bound -> term.equals(new Term.Variable(bound.variable()));
            case Bearer.Anyone anyone -> term.equals(new Term.Variable(anyone.variable()));
            case Bearer.Named named ->
                term instanceof Term.Constant(Value.Actor(String name))
                        ? named.actors().contains(name)
                        : term instanceof Term.Variable(String v) && v.startsWith("_");
            case Bearer.NobodyNamed() -> term instanceof Term.Variable(String v) && v.startsWith("_");
        };
    }

    /** What kind of thing an attribute holds. */
    ValueType type(Pattern pattern, String attribute) {
        return Optional.ofNullable(types.get(pattern.event()))
                .flatMap(t -> t.attribute(attribute))
                .map(EventType.Attribute::type)
                .orElseGet(() -> usual(attribute));
    }

    /** Of an event that is declared nowhere. */
    private static ValueType usual(String attribute) {
        return switch (attribute) {
            case "by", "on" -> ValueType.PARTY;
            case "about" -> ValueType.BREACH;
            default -> ValueType.TEXT;
        };
    }

    static boolean takesGround(Pattern act) {
        return act.event().equals("gain");
    }

    /** How many square kilometres are forbidden to be taken, where that is said. */
    static Optional<BigDecimal> leastGained(Pattern act, Condition where) {
        return switch (where) {
            case Condition.Compare(
                    Term left,
                    Comparison how,
                    Term.Constant(Value.Number(BigDecimal least)),
                    var ignored)
            when how == Comparison.AT_LEAST
                    && act.term("km2").filter(left::equals).isPresent() -> Optional.of(least);
            case Condition.All(List<Condition> all) ->
                all.stream().flatMap(c -> leastGained(act, c).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    /** What else is asked of ground that is taken; of any other act, all that is asked. */
    static Condition withoutAmountGained(Pattern act, Condition where) {
        if (!takesGround(act) || leastGained(act, where).isEmpty()) {
            return where;
        }
        return where instanceof Condition.All(List<Condition> all)
                ? new Condition.All(
                        all.stream().filter(c -> leastGained(act, c).isEmpty()).toList())
                : Condition.ALWAYS;
    }
}
