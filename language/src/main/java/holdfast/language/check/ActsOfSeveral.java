package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.sentence.Readable;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An act of which several are spoken, and of which the first that anybody does has the effect: few mean that. */
final class ActsOfSeveral {
    private final Agreement agreement;
    private final Map<String, EventType> types;
    private final Context context;

    ActsOfSeveral(Agreement agreement, Context context) {
        this.agreement = agreement;
        this.types = agreement.eventTypes();
        this.context = context;
    }

    /** A clock that runs from an act which each of several owes. */
    void clock(Norm norm, Token id) {
        Optional<Pattern> from = Duties.due(norm).flatMap(ActsOfSeveral::anchor).filter(this::isAnybodys);
        if (from.isEmpty()) {
            return;
        }
        List<String> owing = owing(from.get().event());
        if (owing.size() > 1) {
            String event = from.get().event();
            context.report(
                    Code.FIRST_OF_SEVERAL,
                    id,
                    "the time runs from `" + event + "`, which " + Readable.list(owing, "and")
                            + " each owe: the first of them starts it for all",
                    "say whose it is, `of " + event
                            + "(by P)` with `each party P must ...`; or, if it runs once all have done it, `"
                            + all(event, owing) + "`, and `of " + event + "_of_all`");
        }
    }

    private static Optional<Pattern> anchor(Bound due) {
        return due instanceof Bound.Within within && within.anchor() instanceof Anchor.OfEvent(Pattern pattern)
                ? Optional.of(pattern)
                : Optional.empty();
    }

    private List<String> owing(String event) {
        List<String> owing = new ArrayList<>();
        for (Norm norm : agreement.norms()) {
            if (Duties.demanded(norm).filter(act -> act.event().equals(event)).isPresent()) {
                Roles.bearers(norm).stream()
                        .flatMap(Optional::stream)
                        .filter(b -> !owing.contains(b))
                        .forEach(owing::add);
            }
        }
        return owing;
    }

    /** Whether the act says who does it, and this mention of it does not. */
    private boolean isAnybodys(Pattern pattern) {
        return pattern.term("by").isEmpty()
                && Optional.ofNullable(types.get(pattern.event()))
                        .flatMap(e -> e.attribute("by"))
                        .filter(a -> a.type() == ValueType.PARTY)
                        .isPresent();
    }

    /** A text that is in force once anybody has signed it. */
    void inForce(Rule.InForceWhile rule, Token at) {
        List<String> signing = agreement.actors().stream()
                .filter(a -> a.role() != Actor.Role.OTHER)
                .map(Actor::name)
                .toList();
        Optional<String> event = beginning(rule.condition());
        if (event.isEmpty() || signing.size() < 2) {
            return;
        }
        context.report(
                Code.ONE_IS_ENOUGH,
                at,
                "one `" + event.get() + "` is enough, by anybody: the whole text is then in force",
                "if it takes all of them, say `" + all(event.get(), signing) + "`, and `in force while " + event.get()
                        + "_of_all has happened`");
    }

    private Optional<String> beginning(Condition condition) {
        return switch (condition) {
            case Condition.HasHappened(Pattern pattern) when isAnybodys(pattern) -> Optional.of(pattern.event());
            case Condition.All(List<Condition> all) ->
                all.stream().flatMap(c -> beginning(c).stream()).findFirst();
            case Condition.InState in ->
                agreement.states().stream()
                        .filter(s -> s.name().equals(in.state()))
                        .flatMap(s -> s instanceof State.Fluent fluent
                                ? fluent.begins().stream()
                                : List.<Pattern>of().stream())
                        .filter(this::isAnybodys)
                        .map(Pattern::event)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static String all(String event, List<String> who) {
        return "define " + event + "_of_all as all of "
                + String.join(
                        ", ", who.stream().map(w -> event + "(by " + w + ")").toList());
    }
}
