package holdfast.examine.table;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.examine.Bounds;
import holdfast.examine.play.Act;
import holdfast.examine.play.Answer;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Play;
import holdfast.examine.play.Played;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Ways;
import holdfast.language.model.Body;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One violation, played out. The violator and whoever defects with it may do anything; everybody else keeps its word and no more, except the protected side, which
 * asks for what it may ask for. The value of the game is the strongest answer that follows whatever the violator, and those who need not help, do to escape.
 */
final class Game {
    private static final int MOST_TOPICS = 4;

    /** Stronger is greater; nothing is least. */
    static final Comparator<Optional<Answer>> VALUE = Comparator.comparing(
            o -> o,
            (a, b) -> a.isEmpty() || b.isEmpty()
                    ? Boolean.compare(a.isPresent(), b.isPresent())
                    : Played.STRENGTH.compare(a.get(), b.get()));

    /**
     * How it came out.
     *
     * @param evasion what was done to get away; where everybody helps, the help
     */
    record Outcome(Optional<Answer> answer, Played played, List<Plan> evasion) {}

    private final Ways ways;
    private final Ways helpfulWays;
    private final Slice slice;
    private final Opening opening;
    private final Optional<String> violator;
    private final Set<String> protectedSide;
    private final Bounds bounds;
    private final Effort effort;
    private final Set<String> permissions = new HashSet<>();
    private final Set<String> deciding = new LinkedHashSet<>();
    private final Map<Set<String>, Set<String>> expected = new HashMap<>();
    private final Map<Set<String>, Requests> asked = new HashMap<>();
    private final Map<Act, Boolean> lawful = new HashMap<>();
    private final List<List<String>> likes;

    Game(
            Ways ways,
            Slice slice,
            Opening opening,
            Optional<String> violator,
            Set<String> protectedSide,
            Bounds bounds,
            Effort effort) {
        this.ways = ways;
        this.helpfulWays = new Ways(Resolved.permissionsDemanded(ways.agreement()));
        this.slice = slice;
        this.opening = opening;
        this.violator = violator;
        this.protectedSide = protectedSide;
        this.bounds = bounds;
        this.effort = effort;
        // Whoever breaks it, and whom it protects, is like nobody else here.
        List<String> others = new ArrayList<>();
        ways.agreement().actors().forEach(a -> {
            if (!protectedSide.contains(a.name()) && !violator.equals(Optional.of(a.name()))) {
                others.add(a.name());
            }
        });
        this.likes = Symmetry.classes(ways.agreement(), others);
        for (Norm norm : ways.agreement().norms()) {
            if (norm.duty() instanceof Duty.May) {
                permissions.add(norm.id());
            }
        }
        if (slice.events().contains("decision")) {
            ways.agreement().bodies().forEach(b -> deciding.add(b.name()));
        }
    }

    /** The worst case, with those who defect beside the violator. */
    Outcome mustFollow(List<Plan> course, Set<String> defectors) {
        Set<String> breakers = new LinkedHashSet<>(defectors);
        violator.ifPresent(breakers::add);
        Cast cast = new Cast(breakers);
        Outcome worst = best(course, List.of(), cast);
        for (List<Plan> evasion : worst.answer().isEmpty() ? List.<List<Plan>>of() : evasions(worst, breakers)) {
            if (effort.isOver()) {
                break;
            }
            Outcome other = best(course, evasion, cast);
            if (VALUE.compare(other.answer(), worst.answer()) < 0) {
                worst = plainest(course, evasion, cast, other);
            }
        }
        return worst;
    }

    /** The same escape with fewer acts, where one of them is enough. */
    private Outcome plainest(List<Plan> course, List<Plan> evasion, Cast cast, Outcome outcome) {
        for (Plan one : evasion.size() > 1 ? evasion : List.<Plan>of()) {
            Outcome alone = best(course, List.of(one), cast);
            if (VALUE.compare(alone.answer(), outcome.answer()) == 0) {
                return alone;
            }
        }
        return outcome;
    }

    /** What the protected side gets by asking for what it may ask for: nothing first, then one thing, then all at once. */
    private Outcome best(List<Plan> course, List<Plan> evasion, Cast cast) {
        Requests requests = requests(cast);
        Outcome best = played(course, evasion, List.of(), cast);
        List<List<Plan>> choices = new ArrayList<>();
        requests.sure().forEach(one -> choices.add(List.of(one)));
        for (List<Plan> mixed : upTo(bounds.requests(), requests.mixed())) {
            List<Plan> all = new ArrayList<>(requests.sure());
            all.addAll(mixed);
            choices.add(all);
        }
        if (requests.sure().size() > 1) {
            // All at once says whether single ones are worth trying.
            Outcome all = played(course, evasion, choices.get(requests.sure().size()), cast);
            if (VALUE.compare(all.answer(), best.answer()) <= 0) {
                choices.subList(0, requests.sure().size() + 1).clear();
            }
        }
        for (List<Plan> request : choices) {
            if (effort.isOver()) {
                break;
            }
            Outcome one = request.isEmpty() ? best : played(course, evasion, request, cast);
            if (VALUE.compare(one.answer(), best.answer()) > 0) {
                best = one;
            }
        }
        return best;
    }

    /** What must follow although nobody asks for anything. */
    Outcome unasked(List<Plan> course) {
        Set<String> breakers = new LinkedHashSet<>();
        violator.ifPresent(breakers::add);
        return played(course, List.of(), List.of(), new Cast(breakers));
    }

    private Outcome played(List<Plan> course, List<Plan> evasion, List<Plan> request, Cast cast) {
        List<Plan> all = new ArrayList<>(opening.scene());
        all.addAll(course);
        all.addAll(evasion);
        all.addAll(request);
        Played played = play(all, cast);
        Set<String> anyway = expected.computeIfAbsent(
                cast.breakers(), b -> keys(play(opening.scene(), cast).answers()));
        Optional<Answer> strongest = played.answers().stream()
                .filter(a -> a.at() >= opening.start() && !a.clause().isEmpty() && !anyway.contains(key(a)))
                .max(Played.STRENGTH);
        return new Outcome(strongest, played, evasion);
    }

    private Played play(List<Plan> plans, Cast cast) {
        Played played = new Play(
                        ways,
                        cast,
                        Play.Pace.AT_THE_LAST_MOMENT,
                        permissions,
                        opening.start() + bounds.horizon().toMillis())
                .through(plans);
        effort.played(played);
        return played;
    }

    private static Set<String> keys(List<Answer> answers) {
        Set<String> keys = new HashSet<>();
        answers.forEach(a -> keys.add(key(a)));
        return keys;
    }

    private static String key(Answer a) {
        return a.clause() + " " + a.by() + " " + a.at() + " " + a.measure();
    }

    // What can be done beside.

    private long after() {
        return opening.end() + 1;
    }

    /**
     * What the protected side may set in motion.
     *
     * @param sure what can only help
     * @param mixed what may help or harm
     */
    private record Requests(List<Plan> sure, List<Plan> mixed) {}

    private Requests requests(Cast cast) {
        Requests known = asked.get(cast.breakers());
        if (known != null) {
            return known;
        }
        List<Plan> sure = new ArrayList<>();
        List<Plan> mixed = new ArrayList<>();
        Set<String> asking = new LinkedHashSet<>(protectedSide);
        asking.removeAll(cast.breakers());
        Set<Act> harming = new HashSet<>(acts(slice.hindering(), asking));
        for (Act act : lawful(acts(slice.helping(), asking))) {
            (harming.contains(act) ? mixed : sure).add(new Plan.Done(act, after() + 1, Move.Why.REQUEST));
        }
        for (Body body : bodies()) {
            for (String topic : topics(body)) {
                Map<String, Boolean> votes = new HashMap<>();
                body.members().forEach(m -> votes.put(m, asking.contains(m)));
                sure.add(new Plan.Voted(body.name(), topic, votes, after() + 1, Move.Why.REQUEST));
            }
        }
        Requests requests = new Requests(sure, mixed);
        asked.put(cast.breakers(), requests);
        return requests;
    }

    /**
     * What anybody but the protected side may do against the answer, at once or at the last moment: all that can only harm it together, and each choice of what may do
     * either.
     */
    private List<List<Plan>> evasions(Outcome outcome, Set<String> breakers) {
        Set<String> others = new LinkedHashSet<>(breakers);
        ways.agreement().actors().forEach(a -> {
            if (!protectedSide.contains(a.name())) {
                others.add(a.name());
            }
        });
        Set<String> some = representatives(others);
        Set<Act> helping = new HashSet<>(acts(slice.helping(), some));
        List<Act> harmful = new ArrayList<>();
        List<Act> mixed = new ArrayList<>();
        List<Act> hindering = acts(slice.hindering(), some);
        Set<Act> lawful = lawful(hindering);
        for (Act act : hindering) {
            // A measure is no way to keep a measure away: done early by whoever must do it, it is still done.
            boolean byBreaker = breakers.stream().anyMatch(b -> isBy(act, b));
            if (byBreaker || (!isMeasure(act) && lawful.contains(act))) {
                (helping.contains(act) ? mixed : harmful).add(act);
            }
        }
        Set<Long> times = new LinkedHashSet<>();
        times.add(after());
        outcome.answer().ifPresent(a -> times.add(Math.max(after(), a.at() - 1)));
        List<List<Plan>> evasions = new ArrayList<>();
        for (long at : times) {
            for (List<Act> choice : upTo(bounds.evasions(), mixed)) {
                List<Plan> all = new ArrayList<>();
                harmful.forEach(act -> all.add(new Plan.Done(act, at, Move.Why.EVASION)));
                choice.forEach(act -> all.add(new Plan.Done(act, at, Move.Why.EVASION)));
                if (!all.isEmpty()) {
                    evasions.add(all);
                }
            }
        }
        return evasions;
    }

    /** Those acts that break no prohibition, each done by itself once the scene is set. */
    private Set<Act> lawful(Collection<Act> acts) {
        List<Act> open =
                acts.stream().filter(a -> !lawful.containsKey(a)).distinct().toList();
        // All at once first: what is not in question then, is not by itself either.
        Set<Act> suspect = unlawful(open);
        Map<Act, Boolean> ofItsKind = new HashMap<>();
        for (Act act : open) {
            boolean plain = !suspect.contains(act)
                    || (open.size() > 1
                            && ofItsKind.computeIfAbsent(
                                    kind(act), k -> unlawful(List.of(act)).isEmpty()));
            lawful.put(act, plain);
        }
        Set<Act> found = new LinkedHashSet<>(acts);
        found.removeIf(a -> !lawful.getOrDefault(a, false));
        return found;
    }

    /** The same act by the first of those like its doer: where no other actor is named in it, what holds for the one holds for the other. */
    private Act kind(Act act) {
        Optional<String> doer =
                ways.declared(act.event()).flatMap(EventType::actor).map(EventType.Attribute::name);
        long named = act.values().values().stream()
                .filter(Value.Actor.class::isInstance)
                .count();
        if (doer.isEmpty() || named != 1 || !(act.values().get(doer.get()) instanceof Value.Actor(String by))) {
            return act;
        }
        return likes.stream()
                .filter(c -> c.contains(by))
                .findFirst()
                .map(c -> act.with(doer.get(), new Value.Actor(c.getFirst())))
                .orElse(act);
    }

    private Set<Act> unlawful(List<Act> acts) {
        if (acts.isEmpty()) {
            return Set.of();
        }
        List<Plan> plans = new ArrayList<>(opening.scene());
        acts.forEach(a -> plans.add(new Plan.Done(a, after(), Move.Why.HELP)));
        Set<String> everybody = new LinkedHashSet<>();
        ways.agreement().actors().forEach(x -> everybody.add(x.name()));
        Played played = new Play(ways, new Cast(everybody), Play.Pace.AT_ONCE, Set.of(), after() + 1).through(plans);
        effort.played(played);
        Set<String> breaking = new HashSet<>();
        played.verdicts().stream()
                .filter(v -> v.isBreach() || v.status() == Status.UNDETERMINED)
                .forEach(v -> breaking.addAll(v.records()));
        Set<Act> found = new HashSet<>();
        for (Move move : played.moves()) {
            if (move.why() == Move.Why.HELP
                    && breaking.contains(move.record().id())
                    && move.record() instanceof Record.Observation o) {
                found.add(Act.of(o.event(), o.values()));
            }
        }
        return found;
    }

    /** Where a pattern leaves open which breach it is about, it is the one that is played. */
    private Map<String, Value> aboutTheBreach(Pattern pattern) {
        Map<String, Value> bound = new HashMap<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            boolean breach = Optional.ofNullable(ways.agreement().eventTypes().get(pattern.event()))
                    .flatMap(e -> e.attribute(argument.attribute()))
                    .filter(a -> a.type() == ValueType.BREACH)
                    .isPresent();
            if (breach && argument.term() instanceof Term.Variable(String variable)) {
                bound.put(variable, new Value.Reference(opening.norm().id()));
            }
        }
        return bound;
    }

    private boolean isMeasure(Act act) {
        return ways.declared(act.event()).flatMap(EventType::measure).isPresent();
    }

    /** Acts by which these actors could change something: one for each pattern on which something turns. */
    private List<Act> acts(List<Pattern> patterns, Set<String> actors) {
        Set<Act> found = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            if (isBodily(pattern.event())) {
                continue;
            }
            for (String actor : actors) {
                ways.of(pattern, aboutTheBreach(pattern), Optional.of(actor)).stream()
                        .flatMap(List::stream)
                        .map(Ways.Step::act)
                        .filter(a -> !isBodily(a.event()) && isBy(a, actor))
                        .limit(1)
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** One of each kind of actor between whom the text makes no difference. */
    private Set<String> representatives(Set<String> actors) {
        Set<String> some = new LinkedHashSet<>();
        Symmetry.classes(ways.agreement(), actors).forEach(c -> some.add(c.getFirst()));
        return some;
    }

    private static boolean isBodily(String event) {
        return event.equals("decision") || event.equals("vote") || event.equals("motion");
    }

    private boolean isBy(Act act, String actor) {
        return ways.declared(act.event())
                .flatMap(EventType::actor)
                .map(a -> new Value.Actor(actor).equals(act.values().get(a.name())))
                .orElse(false);
    }

    private List<Body> bodies() {
        return deciding.isEmpty() ? List.of() : ways.agreement().bodies();
    }

    /** On what a body's decision is waited for. */
    private List<String> topics(Body body) {
        Set<String> topics = new LinkedHashSet<>();
        for (Pattern pattern : slice.helping()) {
            boolean ofThis = pattern.event().equals("decision")
                    && pattern.term("of")
                            .map(t -> t.equals(new Term.Constant(new Value.Actor(body.name())))
                                    || t instanceof Term.Variable)
                            .orElse(true);
            if (ofThis) {
                topics.add(
                        pattern.term("on").orElse(null) instanceof Term.Constant(Value.Text(String text))
                                ? text
                                : "the breach");
            }
        }
        return topics.stream().limit(MOST_TOPICS).toList();
    }

    /** All choices of at most so many, the empty one first, smaller ones before larger ones. */
    static <T> List<List<T>> upTo(int most, List<T> from) {
        List<List<T>> all = new ArrayList<>();
        all.add(List.of());
        List<List<T>> last = List.of(List.of());
        for (int size = 1; size <= Math.min(most, from.size()); size++) {
            List<List<T>> next = new ArrayList<>();
            for (List<T> shorter : last) {
                int begin = shorter.isEmpty() ? 0 : from.indexOf(shorter.getLast()) + 1;
                for (int i = begin; i < from.size(); i++) {
                    List<T> longer = new ArrayList<>(shorter);
                    longer.add(from.get(i));
                    next.add(longer);
                }
            }
            all.addAll(next);
            last = next;
        }
        return all;
    }

    // What could follow.

    /**
     * What could follow at best, if everybody but the violator helped as far as the text lets them: does what it must and may, asks, decides and finds.
     *
     * @param nays who votes no
     */
    Outcome couldFollow(List<Plan> course, Set<String> nays) {
        Set<String> helpers = new LinkedHashSet<>();
        ways.agreement().actors().forEach(a -> {
            if (!violator.equals(Optional.of(a.name()))) {
                helpers.add(a.name());
            }
        });
        List<Plan> always = new ArrayList<>(decisions(nays));
        Set<Act> harming = new HashSet<>(acts(slice.hindering(), helpers));
        List<Plan> mixed = new ArrayList<>();
        List<Act> helpful = new ArrayList<>(acts(slice.helping(), helpers));
        helpful.addAll(nobodys(slice.helping()));
        harming.addAll(nobodys(slice.hindering()));
        for (Act act : lawful(helpful)) {
            (harming.contains(act) ? mixed : always).add(new Plan.Done(act, after() + 2, Move.Why.HELP));
        }
        Cast cast = new Cast(violator.map(Set::of).orElse(Set.of()), nays);
        List<Plan> base = new ArrayList<>(opening.scene());
        base.addAll(course);
        choose(base, always, mixed, cast);
        base.addAll(always);
        Outcome best = null;
        for (List<Plan> choice : upTo(bounds.help(), mixed)) {
            List<Plan> plans = new ArrayList<>(base);
            plans.addAll(choice);
            List<Plan> help = new ArrayList<>(always);
            help.addAll(choice);
            Outcome one = helped(plans, help, cast);
            if (best == null || VALUE.compare(one.answer(), best.answer()) > 0) {
                best = one;
            }
            boolean utmost = best.answer()
                    .map(a -> a.rank() == ways.agreement().measures().size() - 1)
                    .orElse(false);
            if (utmost || effort.isOver()) {
                break;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** What {@link #couldFollow} gave, with as little help that nobody owes as gives the same: halves are left out first, then ever smaller parts. */
    Outcome plainest(List<Plan> course, Set<String> nays, Outcome outcome) {
        Cast cast = new Cast(violator.map(Set::of).orElse(Set.of()), nays);
        List<Plan> fixed = new ArrayList<>(opening.scene());
        fixed.addAll(course);
        List<Plan> help = new ArrayList<>(outcome.evasion());
        Outcome plainest = outcome;
        for (int size = help.size(); size >= 1 && !effort.isOver(); size = size == 1 ? 0 : (size + 1) / 2) {
            for (int from = 0; from < help.size() && !effort.isOver(); ) {
                List<Plan> fewer = new ArrayList<>(help);
                fewer.subList(from, Math.min(from + size, help.size())).clear();
                List<Plan> plans = new ArrayList<>(fixed);
                plans.addAll(fewer);
                Outcome one = helped(plans, fewer, cast);
                if (VALUE.compare(one.answer(), outcome.answer()) == 0) {
                    help = fewer;
                    plainest = one;
                } else {
                    from += size;
                }
            }
        }
        return plainest;
    }

    /** What follows when the bodies decide, and nobody else does what it need not. */
    Outcome decided(List<Plan> course, List<Plan> decisions, Set<String> nays) {
        List<Plan> plans = new ArrayList<>(opening.scene());
        plans.addAll(course);
        plans.addAll(decisions);
        return helped(plans, decisions, new Cast(violator.map(Set::of).orElse(Set.of()), nays));
    }

    /** @param help which of the plans are help, kept for whoever wants to do with less */
    private Outcome helped(List<Plan> plans, List<Plan> help, Cast cast) {
        Played played = lawfully(plans, cast);
        Optional<Answer> strongest = played.answers().stream()
                .filter(a -> a.at() >= opening.start() && !(a.clause().isEmpty()))
                .max(Played.STRENGTH);
        return new Outcome(strongest, played, help);
    }

    /**
     * What helpers do may be lawful for each alone and a breach together, with what else happens: then it may cut both ways, and so may what happens by nobody's act.
     */
    private void choose(List<Plan> base, List<Plan> always, List<Plan> mixed, Cast cast) {
        List<Plan> plans = new ArrayList<>(base);
        plans.addAll(always);
        Set<Act> breaking = forbidden(helpfully(plans, cast));
        if (breaking.isEmpty()) {
            return;
        }
        for (Plan plan : List.copyOf(always)) {
            if (plan instanceof Plan.Done(var act, long at, var why)
                    && (breaking.contains(act)
                            || ways.declared(act.event())
                                    .filter(e -> e.actor().isEmpty())
                                    .isPresent())) {
                always.remove(plan);
                mixed.add(plan);
            }
        }
    }

    /** Without what breaks a prohibition. */
    private Played lawfully(List<Plan> plans, Cast cast) {
        List<Plan> left = plans;
        while (true) {
            Played played = helpfully(left, cast);
            Set<Act> breaking = forbidden(played);
            if (breaking.isEmpty()) {
                return played;
            }
            left = left.stream()
                    .filter(p -> !(p instanceof Plan.Done(var act, long at, var why)
                            && why == Move.Why.HELP
                            && breaking.contains(act)))
                    .toList();
        }
    }

    private Played helpfully(List<Plan> plans, Cast cast) {
        Played played = new Play(
                        helpfulWays,
                        cast,
                        Play.Pace.AT_ONCE,
                        permissions,
                        opening.start() + bounds.horizon().toMillis())
                .through(plans);
        effort.played(played);
        return played;
    }

    /** The helpers' acts by which a prohibition was broken. */
    private Set<Act> forbidden(Played played) {
        Set<String> ids = new HashSet<>();
        for (Norm norm : ways.agreement().norms()) {
            if (Sides.isProhibition(norm)) {
                played.verdicts().stream()
                        .filter(v -> v.clause().equals(norm.id()))
                        .filter(v -> switch (v.status()) {
                            case BREACHED, CURED, UNDETERMINED, DISPUTED, REFUTED -> true;
                            default -> false;
                        })
                        .forEach(v -> ids.addAll(v.records()));
            }
        }
        Set<Act> breaking = new HashSet<>();
        for (Move move : played.moves()) {
            if (move.why() == Move.Why.HELP
                    && ids.contains(move.record().id())
                    && move.record() instanceof Record.Observation o) {
                breaking.add(Act.of(o.event(), o.values()));
            }
        }
        return breaking;
    }

    /** What the bodies do, with these voting no and everybody else yes. */
    List<Plan> decisions(Set<String> nays) {
        List<Plan> decisions = new ArrayList<>();
        for (Body body : ways.agreement().bodies()) {
            for (String topic : deciding.isEmpty() ? List.<String>of() : topics(body)) {
                Map<String, Boolean> votes = new HashMap<>();
                body.members().forEach(m -> votes.put(m, !nays.contains(m)));
                decisions.add(new Plan.Voted(body.name(), topic, votes, after() + 1, Move.Why.HELP));
            }
            if (!Cast.canBlock(body, nays)) {
                decisions.addAll(findings(body));
            }
        }
        return decisions;
    }

    /** Of the bodies that have something to find or to do here, those that these cannot keep from it. */
    Set<String> able(Set<String> nays) {
        Set<String> able = new LinkedHashSet<>();
        for (Body body : ways.agreement().bodies()) {
            boolean bears = ways.agreement().norms().stream()
                    .anyMatch(n -> Cast.bearers(n).contains(Optional.of(body.name())));
            if ((bears || !findings(body).isEmpty()) && !Cast.canBlock(body, nays)) {
                able.add(body.name());
            }
        }
        return able;
    }

    private List<Plan> findings(Body body) {
        List<Plan> findings = new ArrayList<>();
        for (Rule rule : ways.agreement().rules()) {
            if (rule instanceof Rule.Confirms c
                    && c.body().equals(Optional.of(body.name()))
                    && c.of().covers(opening.norm().id())) {
                findings.add(new Plan.Found(
                        body.name(),
                        Optional.of(opening.norm().id()),
                        Optional.empty(),
                        "confirmed",
                        after(),
                        Move.Why.HELP));
            }
            if (rule instanceof Rule.RulesOn r && r.body().equals(body.name())) {
                findings.add(new Plan.Found(
                        body.name(), Optional.empty(), Optional.of(r.name()), "confirmed", after(), Move.Why.HELP));
            }
        }
        return findings;
    }

    /** Events on which something turns and which are nobody's act. */
    private List<Act> nobodys(List<Pattern> patterns) {
        Set<Act> found = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            ways.of(pattern, Map.of(), Optional.empty()).stream()
                    .flatMap(List::stream)
                    .map(Ways.Step::act)
                    .filter(a -> ways.declared(a.event())
                            .filter(e -> e.actor().isEmpty())
                            .isPresent())
                    .limit(1)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }
}
