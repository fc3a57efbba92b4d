package holdfast.examine.subject;

import holdfast.examine.play.Ways;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Forces;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who could break the peace, has not signed, and for whom nobody who has signed answers. */
public final class Outsiders {
    private final Agreement agreement;
    private final Ways ways;
    private final Set<String> forbidden = new LinkedHashSet<>();

    /** What is guarded: what the prohibitions of the deal itself forbid those who have signed, or anyone, clause by clause. */
    private final Map<String, Set<String>> guarded = new LinkedHashMap<>();

    /**
     * Somebody who has not signed.
     *
     * @param told what is guarded and forbidden to it by name, although it has not signed; by clause
     * @param all whether that is all that is guarded
     * @param under somebody answers for it under these answers only; empty: under none
     */
    public record Outsider(Actor actor, Set<String> told, boolean all, List<Reading> under) {}

    public Outsiders(Subject subject) {
        this.agreement = subject.agreement();
        this.ways = new Ways(agreement);
        ClauseKinds kinds = subject.kinds();
        for (Norm norm : agreement.norms()) {
            if (Duties.forbidsAct(norm) && norm.layer() == 0) {
                forbidden.addAll(harm(norm));
            }
            if (Duties.forbidsAct(norm) && Answered.isPrimary(norm, kinds) && bindsThoseWhoSigned(norm)) {
                guarded.computeIfAbsent(norm.id(), c -> new LinkedHashSet<>()).addAll(harm(norm));
            }
        }
    }

    private Set<String> harm(Norm norm) {
        Set<String> events = new LinkedHashSet<>();
        Duties.forbidden(norm).ifPresent(act -> {
            events.add(act.event());
            events.addAll(ways.declaredUnder(act.event()));
        });
        return events;
    }

    private boolean bindsThoseWhoSigned(Norm norm) {
        return Roles.bearers(norm).isEmpty()
                || Roles.bearers(norm).stream().anyMatch(b -> b.isEmpty() || hasSigned(b.get()));
    }

    private boolean hasSigned(String actor) {
        return agreement.actors().stream().anyMatch(a -> a.name().equals(actor) && a.role() != Actor.Role.OTHER);
    }

    /** Whether it is made up of those who have signed, all of them. */
    private boolean isTheirs(String actor) {
        List<String> behind = agreement.kinds().behind(actor);
        return !behind.equals(List.of(actor)) && behind.stream().allMatch(this::hasSigned);
    }

    /** Those who have not signed and could do what is forbidden, unless somebody who signed answers for them under every reading. */
    public List<Outsider> found() {
        Set<String> armed = Forces.inArea(agreement);
        List<Outsider> found = new ArrayList<>();
        for (Actor actor : agreement.actors()) {
            if (actor.role() != Actor.Role.OTHER || isTheirs(actor.name())) {
                continue;
            }
            boolean there = armed.isEmpty()
                    ? isNamedForHarm(actor.name()) || isCaughtByAnyone(actor.name())
                    : armed.contains(actor.name());
            List<Reading> answered = answeredFor(actor.name());
            if (there && !Readings.coverAll(agreement, answered)) {
                Set<String> told = toldOf(actor.name());
                boolean all = !guarded.isEmpty() && told.containsAll(guarded.keySet());
                found.add(new Outsider(actor, told, all, answered));
            }
        }
        return found;
    }

    /** Under which answers somebody who has signed answers for it. */
    private List<Reading> answeredFor(String actor) {
        List<Reading> readings = new ArrayList<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.AnswersFor answers
                    && answers.affiliates().contains(actor)
                    && (hasSigned(answers.principal()) || isTheirs(answers.principal()))) {
                readings.add(rule.reading());
            }
        }
        return readings;
    }

    /** The guarded clauses whose act is forbidden to it by name too; duties of other kinds bind it to something else. */
    private Set<String> toldOf(String actor) {
        Set<String> its = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (Roles.bearers(norm).contains(Optional.of(actor))) {
                its.addAll(harm(norm));
            }
        }
        Set<String> told = new LinkedHashSet<>();
        guarded.forEach((clause, events) -> {
            if (events.stream().anyMatch(its::contains)) {
                told.add(clause);
            }
        });
        return told;
    }

    public boolean isInABody(String actor) {
        return agreement.bodies().stream().anyMatch(b -> b.members().contains(actor));
    }

    private boolean isNamedForHarm(String actor) {
        boolean[] named = {false};
        Parts.patterns(
                agreement, p -> named[0] |= forbidden.contains(p.event()) && isDoer(p.event(), p.arguments(), actor));
        for (Norm norm : agreement.norms()) {
            named[0] |= Roles.bearers(norm).contains(Optional.of(actor)) && Duties.isProhibition(norm);
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
                && agreement.norms().stream().noneMatch(n -> Roles.bearers(n).contains(Optional.of(actor)))
                && agreement.norms().stream()
                        .anyMatch(n -> n.bearer() instanceof Bearer.Anyone && Duties.isProhibition(n));
    }

    /** The clauses that catch whoever does it. */
    public List<String> clausesForAnyone() {
        return agreement.norms().stream()
                .filter(n -> n.bearer() instanceof Bearer.Anyone && Duties.isProhibition(n))
                .map(Norm::id)
                .distinct()
                .toList();
    }

    /** Whether nobody but those without a signature could be meant: there are prohibitions at all. */
    public boolean somethingIsForbidden() {
        return agreement.norms().stream().anyMatch(Duties::isProhibition);
    }
}
