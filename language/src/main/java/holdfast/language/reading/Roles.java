package holdfast.language.reading;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is bound by a clause, and who has which role in an agreement. */
public final class Roles {
    private Roles() {}

    /** The static bearers of a clause, an empty one for nobody named; none where only the trigger names the bearer, or for anyone. */
    public static List<Optional<String>> bearers(Norm norm) {
        return switch (norm.bearer()) {
            case Bearer.NobodyNamed ignored -> List.of(Optional.empty());
            case Bearer.Named(List<String> actors) ->
                actors.stream().map(Optional::of).toList();
            case Bearer.EachOf each -> each.actors().stream().map(Optional::of).toList();
            case Bearer.Bound ignored -> List.of();
            case Bearer.Anyone ignored -> List.of();
        };
    }

    /** The bearer's variable. */
    public static Optional<String> variable(Norm norm) {
        return switch (norm.bearer()) {
            case Bearer.EachOf each -> Optional.of(each.variable());
            case Bearer.Bound(String variable) -> Optional.of(variable);
            case Bearer.Anyone(String variable) -> Optional.of(variable).filter(v -> !v.isEmpty());
            case Bearer.Named ignored -> Optional.empty();
            case Bearer.NobodyNamed ignored -> Optional.empty();
        };
    }

    /** Whoever or whichever group a pattern names as having done it. */
    public static Optional<String> doer(Agreement agreement, Pattern pattern) {
        return agreement
                .eventType(pattern.event())
                .flatMap(EventType::actor)
                .flatMap(a -> pattern.term(a.name()))
                .flatMap(term ->
                        term instanceof Term.Constant(Value.Actor(String name)) ? Optional.of(name) : Optional.empty());
    }

    /** Whether an act of this pattern says that it is the bearer's: its event has {@code by}, or the pattern has the bearer's variable. */
    public static boolean isDoerTold(Map<String, EventType> types, Norm norm, Pattern act) {
        boolean by = Optional.ofNullable(types.get(act.event()))
                .flatMap(e -> e.attribute("by"))
                .filter(a -> a.type() == ValueType.PARTY)
                .isPresent();
        return by || variable(norm).filter(act.variables()::contains).isPresent();
    }

    public static List<String> withRole(Agreement agreement, Actor.Role role) {
        return agreement.actors().stream()
                .filter(a -> a.role() == role)
                .map(Actor::name)
                .toList();
    }

    /** In the order of the agreement's actors. */
    public static List<String> inOrder(Agreement agreement, Set<String> some) {
        List<String> ordered = new ArrayList<>();
        agreement.actors().forEach(a -> {
            if (some.contains(a.name())) {
                ordered.add(a.name());
            }
        });
        Set<String> rest = new LinkedHashSet<>(some);
        ordered.forEach(rest::remove);
        ordered.addAll(rest);
        return ordered;
    }
}
