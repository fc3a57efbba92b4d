package holdfast.examine.subject;

import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.Understood;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What guarantors must do after a breach, and of which the text says neither that it is a measure nor that it is anything else: the table cannot count it. */
public final class Unmeasured {
    private Unmeasured() {}

    /** The clauses, in the order of the text. */
    public static List<Norm> clauses(Agreement agreement) {
        ClauseKinds kinds = new ClauseKinds(agreement, new Understood(agreement));
        Set<String> answering = ClauseGraph.of(agreement).edges().stream()
                .filter(e -> e.bond() == ClauseGraph.Bond.ANSWERS)
                .map(ClauseGraph.Edge::to)
                .collect(Collectors.toSet());
        return agreement.norms().stream()
                .filter(n -> Duties.demandsAct(n) && isOwedByGuarantors(agreement, n))
                .filter(n -> answering.contains(n.id()) || isSetOffByAWrong(agreement, n))
                .filter(n -> kinds.measure(n).isEmpty())
                .filter(n -> Duties.act(n)
                        .map(Pattern::event)
                        .flatMap(agreement.kinds()::ofName)
                        .isEmpty())
                .toList();
    }

    /** By what somebody does, and not to ask for something. */
    private static boolean isSetOffByAWrong(Agreement agreement, Norm norm) {
        return norm.trigger().orElse(null) instanceof Trigger.OnEvent on
                && !Understood.isAsking(agreement, on.pattern().event())
                && agreement
                        .eventType(on.pattern().event())
                        .flatMap(EventType::actor)
                        .isPresent();
    }

    private static boolean isOwedByGuarantors(Agreement agreement, Norm norm) {
        List<String> guarantors = Roles.withRole(agreement, Actor.Role.GUARANTOR);
        List<Optional<String>> bearers = Roles.bearers(norm);
        return !bearers.isEmpty()
                && bearers.stream().allMatch(b -> b.filter(guarantors::contains).isPresent());
    }

    /** The acts, by the names that the text has for them. */
    public static List<String> acts(List<Norm> clauses) {
        Set<String> acts = new LinkedHashSet<>();
        clauses.forEach(n -> Duties.act(n).ifPresent(a -> acts.add(a.event())));
        return List.copyOf(acts);
    }
}
