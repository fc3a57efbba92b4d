package holdfast.examine.brief;

import holdfast.examine.Examination;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.play.Cast;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.Understood;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import holdfast.language.reading.Walk;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An examined agreement as one actor meets it.
 *
 * @param owes the clauses that bind it: what it must do, and must not
 * @param gets the clauses in its favour, and those by which a breach against it is answered
 * @param may what the text allows it
 * @param guaranteed what must follow when others break what protects it; the strongest first
 * @param against what must follow when it breaks its word itself
 * @param breaks the findings that concern it, those that weigh most first
 * @param asks the kinds of change to ask for, in the order of what the guarantee would gain
 * @param friends by guarantor, the articles in whose answers it has a part
 * @param suspects who could break what protects it; some may be among the friends
 * @param needed the smallest sets of guarantors without whom some measure falls, each once
 * @param stoppers who else can stop an answer by voting no, with the bodies
 * @param stops the bodies that it can keep from deciding itself
 */
public record Brief(
        Agreement agreement,
        String actor,
        List<Norm> owes,
        List<Norm> gets,
        List<Norm> may,
        List<Guarantee> guaranteed,
        List<Guarantee> against,
        List<Finding> breaks,
        List<Ask> asks,
        Map<String, Set<String>> friends,
        Set<String> suspects,
        List<List<String>> needed,
        Map<String, Set<String>> stoppers,
        List<String> stops) {

    /** @param clauses to which it applies */
    public record Ask(Code code, List<String> clauses) {}

    public static Brief of(Examination examination, String actor) {
        Agreement agreement = examination.agreement();
        Understood understood = new Understood(agreement);
        Set<String> answering = answering(agreement);
        List<Guarantee> guaranteed = guaranteed(examination, understood, actor);
        Set<String> protecting = new LinkedHashSet<>();
        guaranteed.forEach(g -> protecting.add(g.prohibition()));
        List<Norm> bears = agreement.norms().stream()
                .filter(n -> bears(agreement, n, actor))
                .toList();
        List<Norm> owes = bears.stream().filter(Duties::obliges).toList();
        List<Norm> may = bears.stream().filter(n -> !Duties.obliges(n)).toList();
        List<Norm> gets = gets(agreement, actor, answering, protecting);
        List<Guarantee> against = examination.guarantees().stream()
                .filter(g -> g.violator().equals(actor) && g.defectors().isEmpty())
                .toList();
        Set<String> its = new LinkedHashSet<>(protecting);
        bears.forEach(n -> its.add(n.id()));
        gets.forEach(n -> its.add(n.id()));
        List<Finding> breaks = examination.findings().stream()
                .filter(f -> f.accepted().isEmpty() && concerns(f, guaranteed, its, understood))
                .sorted(Comparator.comparing(Finding::weight)
                        .thenComparing(f -> f.code().gain()))
                .toList();
        return new Brief(
                agreement,
                actor,
                owes,
                gets,
                may,
                guaranteed,
                against,
                breaks,
                asks(breaks, its),
                friends(agreement, actor, answering),
                suspects(guaranteed),
                needed(guaranteed),
                stoppers(agreement, actor),
                agreement.bodies().stream()
                        .filter(b -> b.members().contains(actor) && Cast.canBlock(b, Set.of(actor)))
                        .map(Body::name)
                        .distinct()
                        .toList());
    }

    private static List<Guarantee> guaranteed(Examination examination, Understood understood, String actor) {
        return examination.guarantees().stream()
                .filter(g -> g.defectors().isEmpty() && isFor(examination.agreement(), understood, actor, g))
                .sorted(Comparator.comparingInt(Guarantee::rank).reversed())
                .toList();
    }

    /** What others owe, and what is there for it: by name, by what protects it, or by what answers its breach. */
    private static List<Norm> gets(Agreement agreement, String actor, Set<String> answering, Set<String> protecting) {
        return agreement.norms().stream()
                .filter(n -> !Roles.bearers(n).equals(List.of(Optional.of(actor))))
                .filter(n -> n.inFavourOf().contains(actor)
                        || protecting.contains(n.id())
                        || (n.inFavourOf().isEmpty()
                                && answering.contains(n.id())
                                && answers(agreement, n, actor, protecting)))
                .toList();
    }

    /** What would mend what fires, in the clauses in which it has a part. */
    private static List<Ask> asks(List<Finding> breaks, Set<String> its) {
        return breaks.stream()
                .filter(f -> f.weight() == Finding.Weight.FIRES)
                .map(f -> new Ask(
                        f.code(), f.clauses().stream().filter(its::contains).toList()))
                .toList();
    }

    /** Whether somebody else breaks what protects this actor. */
    private static boolean isFor(Agreement agreement, Understood understood, String actor, Guarantee g) {
        Optional<String> violator = Optional.of(g.violator()).filter(agreement::hasActor);
        return !g.violator().equals(actor)
                && agreement.norms().stream()
                        .filter(n -> n.id().equals(g.prohibition()) && Duties.isProhibition(n))
                        .filter(n -> n.inFavourOf().contains(actor) || !forbidsHelp(agreement, understood, n))
                        .anyMatch(n -> Sides.protectedBy(agreement, n, violator).contains(actor));
    }

    /** A ban on what would be a measure, firmer than talk: it is there against those whom the measure would help. */
    private static boolean forbidsHelp(Agreement agreement, Understood understood, Norm norm) {
        return Duties.forbidden(norm).stream()
                .flatMap(act -> new Walk(agreement).from(act).patterns().stream())
                .map(p -> agreement.eventTypes().get(p.event()))
                .anyMatch(e -> e != null && understood.isFirm(e.measure()));
    }

    /** Whether a clause answers a breach by somebody else of what protects this actor; one that answers only its own breaches is against it. */
    private static boolean answers(Agreement agreement, Norm norm, String actor, Set<String> protecting) {
        Optional<Term> by = switch (norm.trigger().orElse(null)) {
            case Trigger.OnBreach t -> t.by();
            case Trigger.Continues t -> t.breach().by();
            case Trigger.GrowsInto t -> t.breach().by();
            case null -> Optional.empty();
            case Trigger.OnEvent ignored -> Optional.empty();
            case Trigger.OnOutcome ignored -> Optional.empty();
            case Trigger.OnState ignored -> Optional.empty();
        };
        boolean itsOwn = by.filter(t -> t.equals(new Term.Constant(new Value.Actor(actor))))
                .isPresent();
        boolean answersSomething = ClauseGraph.of(agreement).edges().stream()
                .anyMatch(e -> e.bond() == ClauseGraph.Bond.ANSWERS && e.to().equals(norm.id()));
        return !itsOwn
                && (answersSomething
                        ? ClauseGraph.of(agreement).edges().stream()
                                .anyMatch(e -> e.bond() == ClauseGraph.Bond.ANSWERS
                                        && e.to().equals(norm.id())
                                        && protecting.contains(e.from()))
                        : !protecting.isEmpty());
    }

    private static boolean bears(Agreement agreement, Norm norm, String actor) {
        boolean anyone = norm.bearer() instanceof Bearer.Anyone
                && Sides.violators(agreement, norm).contains(Optional.of(actor));
        return anyone || Roles.bearers(norm).contains(Optional.of(actor)) || canBindItself(agreement, norm, actor);
    }

    /** Whoever does what sets it off is bound by it, as by a pledge: that can be any party or guarantor. */
    private static boolean canBindItself(Agreement agreement, Norm norm, String actor) {
        boolean mayDoIt = Roles.withRole(agreement, Actor.Role.PARTY).contains(actor)
                || Roles.withRole(agreement, Actor.Role.GUARANTOR).contains(actor);
        return mayDoIt
                && norm.bearer() instanceof Bearer.Bound(String variable)
                && norm.trigger().orElse(null) instanceof Trigger.OnEvent(Pattern act, var where)
                && act.term("by").equals(Optional.of(new Term.Variable(variable)));
    }

    /**
     * A finding on what follows a breach concerns whoever is protected by what is broken by somebody else; any other, whoever has a part in its clauses.
     *
     * @param its the clauses in which it has a part
     */
    private static boolean concerns(Finding f, List<Guarantee> guaranteed, Set<String> its, Understood understood) {
        List<Guarantee> broken = guaranteed.stream()
                .filter(g -> f.clauses().contains(g.prohibition()) && g.course().kind() != Course.Kind.UNATTRIBUTED)
                .toList();
        return switch (f.code().concern()) {
            case WHO_HAS_A_PART -> f.clauses().isEmpty() || f.clauses().stream().anyMatch(its::contains);
            case WHOM_IT_PROTECTS -> !broken.isEmpty();
            case WHOM_NOTHING_FIRM_PROTECTS ->
                broken.stream()
                        .anyMatch(g -> broken.stream()
                                .filter(o -> o.prohibition().equals(g.prohibition())
                                        && o.violator().equals(g.violator()))
                                .noneMatch(o -> understood.isFirm(o.could())));
        };
    }

    /** Who could break what protects it. */
    private static Set<String> suspects(List<Guarantee> guaranteed) {
        Set<String> suspects = new LinkedHashSet<>();
        guaranteed.forEach(g -> suspects.add(g.violator()));
        return suspects;
    }

    /** The clauses by which something is answered. */
    private static Set<String> answering(Agreement agreement) {
        Set<String> found = new LinkedHashSet<>();
        ClauseGraph.of(agreement).nodes().stream()
                .filter(n -> n.kind() == ClauseGraph.Kind.ANSWER
                        || (n.kind() == ClauseGraph.Kind.PERMISSION
                                && n.measure().isPresent()))
                .forEach(n -> found.add(n.id()));
        return found;
    }

    private static Map<String, Set<String>> friends(Agreement agreement, String actor, Set<String> answering) {
        Map<String, Set<String>> friends = new LinkedHashMap<>();
        for (String guarantor : Roles.withRole(agreement, Actor.Role.GUARANTOR)) {
            if (guarantor.equals(actor)) {
                continue;
            }
            Set<String> clauses = new LinkedHashSet<>();
            for (Norm norm : agreement.norms()) {
                if (answering.contains(norm.id()) && Roles.bearers(norm).contains(Optional.of(guarantor))) {
                    clauses.add(norm.id() + (Duties.isPermission(norm) ? " (may)" : ""));
                }
            }
            for (Body body : agreement.bodies()) {
                if (body.members().contains(guarantor)) {
                    boolean blocks = Cast.canBlock(body, Set.of(guarantor));
                    clauses.add(body.name() + (blocks ? " (can block it)" : ""));
                }
            }
            friends.put(guarantor, clauses);
        }
        return friends;
    }

    private static List<List<String>> needed(List<Guarantee> guaranteed) {
        Set<List<String>> sets = new LinkedHashSet<>();
        guaranteed.forEach(g -> sets.addAll(g.emptiedBy()));
        return sets.stream().sorted(Comparator.comparingInt(List::size)).toList();
    }

    /** By member, the bodies that it alone keeps from deciding. */
    private static Map<String, Set<String>> stoppers(Agreement agreement, String actor) {
        Map<String, Set<String>> stoppers = new LinkedHashMap<>();
        for (Body body : agreement.bodies()) {
            for (String member : body.members()) {
                if (!member.equals(actor) && Cast.canBlock(body, Set.of(member))) {
                    stoppers.computeIfAbsent(member, m -> new LinkedHashSet<>()).add(body.name());
                }
            }
        }
        return stoppers;
    }
}
