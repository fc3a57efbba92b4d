package holdfast.examine.check;

import holdfast.examine.play.Cast;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Forces;
import holdfast.examine.table.Sides;
import holdfast.examine.text.Parts;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who could break the peace and is bound by nothing. */
final class Outsiders {
    private final Agreement agreement;
    private final Set<String> forbidden = new LinkedHashSet<>();
    private final Set<String> bound = new LinkedHashSet<>();

    Outsiders(Agreement agreement) {
        this.agreement = agreement;
        Ways ways = new Ways(agreement);
        for (Norm norm : agreement.norms()) {
            Cast.bearers(norm).forEach(b -> b.ifPresent(bound::add));
            if (norm.duty() instanceof Duty.Refrain d && norm.layer() == 0) {
                forbidden.addAll(ways.declaredUnder(d.act().event()));
                forbidden.add(d.act().event());
            }
        }
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.AnswersFor answers) {
                bound.addAll(answers.affiliates());
            }
        }
    }

    /** Those who have not signed, have nothing to do under the text, and could do what it forbids. */
    List<Actor> found() {
        Set<String> armed = Forces.inArea(agreement);
        List<Actor> found = new ArrayList<>();
        for (Actor actor : agreement.actors()) {
            if (actor.role() == Actor.Role.OTHER && !bound.contains(actor.name())) {
                boolean there = armed.isEmpty()
                        ? isNamedForHarm(actor.name()) || isCaughtByAnyone(actor.name())
                        : armed.contains(actor.name());
                if (there) {
                    found.add(actor);
                }
            }
        }
        return found;
    }

    boolean isInABody(String actor) {
        return agreement.bodies().stream().anyMatch(b -> b.members().contains(actor));
    }

    private boolean isNamedForHarm(String actor) {
        boolean[] named = {false};
        Parts.patterns(
                agreement, p -> named[0] |= forbidden.contains(p.event()) && isDoer(p.event(), p.arguments(), actor));
        for (Norm norm : agreement.norms()) {
            Optional<Term> by = switch (norm.trigger().orElse(null)) {
                case Trigger.OnBreach t -> t.by();
                case Trigger.Continues t -> t.breach().by();
                case Trigger.GrowsInto t -> t.breach().by();
                case Trigger.OnEvent ignored -> Optional.empty();
                case Trigger.OnOutcome ignored -> Optional.empty();
                case Trigger.OnState ignored -> Optional.empty();
                case null -> Optional.empty();
            };
            named[0] |= by.filter(t -> t.equals(constant(actor))).isPresent();
        }
        return named[0];
    }

    private boolean isDoer(String event, List<holdfast.language.model.Pattern.Argument> arguments, String actor) {
        var type = agreement.eventTypes().get(event);
        return type != null
                && type.actor()
                        .filter(a -> arguments.stream()
                                .anyMatch(x -> x.attribute().equals(a.name())
                                        && x.term().equals(constant(actor))))
                        .isPresent();
    }

    private static Term constant(String actor) {
        return new Term.Constant(new Value.Actor(actor));
    }

    /** Whoever sits in a body or is named for some other part is there for that. */
    private boolean isCaughtByAnyone(String actor) {
        return !isInABody(actor)
                && !Parts.namedActors(agreement).contains(actor)
                && agreement.norms().stream()
                        .anyMatch(n -> n.bearer() instanceof Bearer.Anyone && Sides.isProhibition(n));
    }

    /** The clauses that catch whoever does it. */
    List<String> clausesForAnyone() {
        return agreement.norms().stream()
                .filter(n -> n.bearer() instanceof Bearer.Anyone && Sides.isProhibition(n))
                .map(Norm::id)
                .distinct()
                .toList();
    }

    /** Whether nobody but those without a signature could be meant: there are prohibitions at all. */
    boolean somethingIsForbidden() {
        return agreement.norms().stream().anyMatch(Sides::isProhibition);
    }
}
