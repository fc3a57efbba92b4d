package holdfast.examine.table;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import holdfast.examine.play.Act;
import holdfast.examine.play.Answer;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Play;
import holdfast.examine.play.Played;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Ways;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Exceptions;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One violation, played out. The violator and whoever defects with it may do anything; everybody else keeps its word and no more, except the protected side, which
 * asks for what it may ask for. The value of the game is the strongest answer that follows whatever the violator, and those who need not help, do to escape.
 */
final class Game {
    private static final int MOST_TOPICS = 4;
    /** Of more protected than that, like ones that the scene does not name are tried once for what they may lawfully do. */
    private static final int MANY = 16;

    private static final long MINUTE = 60_000;

    /** How much work it may be to tell a story with fewer acts; it is told when everything else is played. */
    private static final long MOST_FOR_A_STORY = 30_000;

    /** Stronger is greater; nothing is least. */
    static final Comparator<Optional<Answer>> VALUE = Comparator.comparing(
            o -> o,
            (a, b) -> a.isEmpty() || b.isEmpty()
                    ? Boolean.compare(a.isPresent(), b.isPresent())
                    : Played.STRENGTH.compare(a.get(), b.get()));

    /** What somebody would do and ask for, in one text and about one clause: the same whoever breaks it. Several may ask at once. */
    static final class Deeds {
        private final Map<Doing, Optional<Act>> done = new ConcurrentHashMap<>();
        private final Map<String, Boolean> requested = new ConcurrentHashMap<>();
    }

    /**
     * How it came out.
     *
     * @param evasion what was done to get away; where everybody helps, the help
     * @param request what the protected side asked for
     */
    record Outcome(Optional<Answer> answer, Played played, List<Plan> evasion, List<Plan> request) {
        /** What a story of it needs: it may be told late, or never. */
        Outcome withoutVerdicts() {
            return new Outcome(answer, played.withoutVerdicts(), evasion, request);
        }
    }

    private final Ways ways;
    private final Symmetry symmetry;
    private final Ways helpfulWays;
    private final Slice slice;
    private final Asking asking;
    private final Opening opening;
    private final Optional<String> violator;
    private final Set<String> protectedSide;
    private final Bounds bounds;
    private final Effort effort;
    private final Set<String> permissions;
    private final Set<String> deciding;
    private final Map<Cast, Set<String>> anyway = new HashMap<>();
    private final Map<List<Object>, Outcome> undisturbed = new HashMap<>();
    private final Map<Set<String>, Requests> asked = new HashMap<>();
    private final Map<Act, Boolean> lawful = new HashMap<>();
    private final Deeds deeds;
    private @Nullable Help help;
    private final List<List<String>> likes;
    private final List<List<String>> protectedLikes;
    private final Set<String> prohibitions;

    /** The events by which powers are used. */
    private final Set<String> powers;

    private final int clauses;
    private final int utmost;
    private final Histories lazy;
    private final Histories helpful;
    private final Histories lazyUnbound;
    private final Histories helpfulUnbound;

    Game(
            Ways ways,
            Symmetry symmetry,
            Slice slice,
            Asking asking,
            Deeds deeds,
            Opening opening,
            Optional<String> violator,
            Set<String> protectedSide,
            Bounds bounds,
            Effort effort) {
        this.ways = ways;
        this.deeds = deeds;
        this.asking = asking;
        this.symmetry = symmetry;
        this.helpfulWays = ways.helpful();
        this.slice = slice;
        this.opening = opening;
        this.violator = violator;
        this.protectedSide = protectedSide;
        this.bounds = bounds;
        this.effort = effort;
        // Whoever breaks it, and whom it protects, is like nobody else here.
        this.likes = symmetry.classes(others(ways.agreement(), protectedSide, violator));
        this.protectedLikes = protectedLikes();
        this.permissions = numbers(Duties::isPermission);
        this.prohibitions = numbers(Duties::isProhibition);
        this.powers = powers();
        this.deciding = deciding();
        this.clauses = Effort.toMake(ways.agreement());
        this.utmost = utmost(ways);
        long horizon = opening.start() + bounds.horizon().toMillis();
        String clause = opening.norm().id();
        this.lazy = histories(() -> ways, Play.Pace.AT_THE_LAST_MOMENT, horizon);
        this.helpful = histories(() -> helpfulWays, Play.Pace.AT_ONCE, horizon);
        // Few clauses are broken by time alone: for the others the text without them is not even made.
        this.lazyUnbound = histories(() -> ways.without(clause), Play.Pace.AT_THE_LAST_MOMENT, horizon);
        this.helpfulUnbound = histories(() -> helpfulWays.without(clause), Play.Pace.AT_ONCE, horizon);
    }

    private static List<String> others(Agreement agreement, Set<String> protectedSide, Optional<String> violator) {
        return agreement.actors().stream()
                .map(Actor::name)
                .filter(a -> !protectedSide.contains(a) && !violator.equals(Optional.of(a)))
                .toList();
    }

    private Histories histories(Supplier<Ways> text, Play.Pace pace, long horizon) {
        return new Histories(cast -> new Play(text.get(), cast, pace, permissions, horizon));
    }

    private List<List<String>> protectedLikes() {
        return protectedSide.size() <= MANY
                ? List.of()
                : symmetry.classes(protectedSide.stream()
                        .filter(a -> opening.scene().stream().noneMatch(p -> isNamed(p, a)))
                        .toList());
    }

    private Set<String> powers() {
        return ways.agreement().norms().stream()
                .flatMap(n -> Duties.power(n).stream())
                .map(power -> power.with().event())
                .collect(Collectors.toSet());
    }

    /** Of the clauses of some kind. */
    private Set<String> numbers(Predicate<Norm> kind) {
        return ways.agreement().norms().stream().filter(kind).map(Norm::id).collect(Collectors.toSet());
    }

    private Set<String> deciding() {
        Set<String> bodies = new LinkedHashSet<>();
        if (slice.events().contains("decision")) {
            ways.agreement().bodies().forEach(b -> bodies.add(b.name()));
        }
        return bodies;
    }

    /** Everything that is asked of it in its turn has been asked; what is told later is played again. */
    void over() {
        lazy.letGo();
        helpful.letGo();
        lazyUnbound.letGo();
        helpfulUnbound.letGo();
        undisturbed.clear();
    }

    /** The worst case, with those who defect beside the violator. */
    Outcome mustFollow(List<Plan> course, Set<String> defectors) {
        return mustFollow(course, with(defectors));
    }

    /** The worst case, whoever plays which part. */
    Outcome mustFollow(List<Plan> course, Cast cast) {
        Outcome undisturbed = undisturbed(course, cast);
        Outcome worst = undisturbed;
        for (List<Plan> evasion : evasions(course, undisturbed, cast.breakers())) {
            if (effort.isOver() || worst.answer().isEmpty()) {
                break;
            }
            Optional<Answer> least = worst.answer();
            Outcome other = best(course, evasion, cast, a -> VALUE.compare(a, least) >= 0, undisturbed.request());
            if (VALUE.compare(other.answer(), least) < 0) {
                worst = plainest(course, evasion, cast, other);
            }
        }
        return worst;
    }

    /** Whether what follows in the worst case, with those who defect beside the violator, is a weaker measure than that of this rank. */
    boolean fallsBelow(int rank, List<Plan> course, Set<String> defectors) {
        Cast cast = with(defectors);
        Outcome undisturbed = undisturbed(course, cast);
        if (rank(undisturbed.answer()) < rank) {
            return true;
        }
        for (List<Plan> evasion : evasions(course, undisturbed, cast.breakers())) {
            if (effort.isOver()) {
                break;
            }
            Outcome other = best(course, evasion, cast, a -> rank(a) >= rank, undisturbed.request());
            if (rank(other.answer()) < rank) {
                return true;
            }
        }
        return false;
    }

    private static int rank(Optional<Answer> answer) {
        return answer.map(Answer::rank).orElse(-1);
    }

    /** With those who defect beside the violator. */
    Cast with(Set<String> defectors) {
        Set<String> breakers = new LinkedHashSet<>(Roles.inOrder(ways.agreement(), defectors));
        violator.ifPresent(breakers::add);
        return new Cast(breakers);
    }

    /** With those who are away. */
    Cast with(Absence absence) {
        Cast away = with(Set.copyOf(absence.actors()));
        return switch (absence.manner()) {
            case DOES_NOTHING -> away;
            case VOTES_NO -> new Cast(with(Set.of()).breakers(), away.nays());
        };
    }

    /** What follows where nobody does anything to get away. */
    private Outcome undisturbed(List<Plan> course, Cast cast) {
        List<Object> key = List.of(course, cast);
        Outcome known = undisturbed.get(key);
        if (known == null) {
            known = best(course, List.of(), cast, a -> false, List.of());
            undisturbed.put(key, known);
        }
        return known;
    }

    /** The same escape with fewer acts, where one of them is enough. */
    private Outcome plainest(List<Plan> course, List<Plan> evasion, Cast cast, Outcome outcome) {
        for (Plan one : evasion.size() > 1 ? evasion : List.<Plan>of()) {
            Outcome alone =
                    best(course, List.of(one), cast, a -> VALUE.compare(a, outcome.answer()) > 0, outcome.request());
            if (VALUE.compare(alone.answer(), outcome.answer()) == 0) {
                return alone;
            }
        }
        return outcome;
    }

    /**
     * What the protected side gets by asking for what it may ask for: nothing first, then one thing, then all at once.
     *
     * @param enough what is so good that nobody needs to know what is better
     * @param served what it asked for with success elsewhere, tried early
     */
    private Outcome best(
            List<Plan> course, List<Plan> evasion, Cast cast, Predicate<Optional<Answer>> enough, List<Plan> served) {
        Outcome best = played(course, evasion, List.of(), cast);
        if (enough.test(best.answer())) {
            return best;
        }
        if (!served.isEmpty()) {
            Outcome again = played(course, evasion, served, cast);
            if (enough.test(again.answer())) {
                return again;
            }
        }
        Requests requests = requests(cast);
        List<List<Plan>> choices = choices(requests);
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
            if (enough.test(best.answer())) {
                return best;
            }
        }
        if (requests.mixed().size() > bounds.requests()) {
            effort.leavesOut(Growing.REQUESTS);
        }
        return best;
    }

    /** Each thing that can only help by itself; then all of these, with each choice of what may do either. */
    private List<List<Plan>> choices(Requests requests) {
        List<List<Plan>> choices = new ArrayList<>();
        requests.sure().forEach(one -> choices.add(List.of(one)));
        for (List<Plan> mixed : upTo(bounds.requests(), requests.mixed())) {
            List<Plan> all = new ArrayList<>(requests.sure());
            all.addAll(mixed);
            choices.add(all);
        }
        return choices;
    }

    /** How it came out, with no more asked for than it takes. */
    Outcome withFewestRequests(List<Plan> course, Outcome outcome, Cast cast) {
        Outcome fewest = outcome;
        for (Plan one : outcome.request()) {
            List<Plan> fewer = new ArrayList<>(fewest.request());
            fewer.remove(one);
            Outcome without = played(course, fewest.evasion(), fewer, cast);
            if (VALUE.compare(without.answer(), outcome.answer()) == 0) {
                fewest = without;
            }
        }
        return fewest;
    }

    /** Whether some of it could be done by anybody, as the text has it, or is not what one does to ask. */
    boolean isAnybodysToAsk(Outcome outcome) {
        return outcome.request().stream().anyMatch(p -> p instanceof Plan.Done done && isAnybodys(done.act()));
    }

    /** Whether the text leaves it open who would do this. */
    boolean isAnybodys(Act act) {
        return !asking.isPlain(act, slice.helping());
    }

    /** What must follow although nobody asks for anything. */
    Outcome unasked(List<Plan> course) {
        Set<String> breakers = new LinkedHashSet<>();
        violator.ifPresent(breakers::add);
        return played(course, List.of(), List.of(), new Cast(breakers));
    }

    /** A history of which is known what is done in it. */
    Outcome played(List<Plan> course, List<Plan> evasion, List<Plan> request, Cast cast) {
        List<Plan> all = new ArrayList<>(opening.scene());
        all.addAll(course);
        all.addAll(evasion);
        all.addAll(request);
        Played played = play(all, cast);
        Set<Act> breaking = evasion.isEmpty() && request.isEmpty() ? Set.of() : forbidden(played, cast);
        if (!breaking.isEmpty()) {
            // Lawful each by itself, and not together: whoever keeps its word leaves it.
            List<Plan> lawfulEvasion = without(evasion, breaking);
            List<Plan> lawfulRequest = without(request, breaking);
            if (!lawfulEvasion.equals(evasion) || !lawfulRequest.equals(request)) {
                return played(course, lawfulEvasion, lawfulRequest, cast);
            }
        }
        Set<String> owed = anyway.computeIfAbsent(cast, c -> duties(unbroken(lazy, lazyUnbound, opening.scene(), c)));
        List<Plan> beside = new ArrayList<>(evasion);
        beside.addAll(request);
        return new Outcome(
                strongest(played, owed, cast, () -> otherwise(lazy, lazyUnbound, beside, cast)),
                played,
                evasion,
                request);
    }

    /**
     * What is owed without the violation since somebody who breaks its word does something else that it must not, or leaves undone what it must: that answers another breach. What is
     * asked for about this breach is left out.
     */
    private Set<String> otherwise(Histories bound, Histories unbound, List<Plan> beside, Cast cast) {
        List<Plan> without = new ArrayList<>(opening.scene());
        beside.stream().filter(p -> !isAboutTheBreach(p)).forEach(without::add);
        Set<String> owed = new HashSet<>(duties(unbroken(bound, unbound, without, cast)));
        owed.removeAll(duties(unbroken(bound, unbound, without, new Cast(Set.of(), cast.nays()))));
        return owed;
    }

    private static boolean isAboutTheBreach(Plan plan) {
        return switch (plan) {
            case Plan.Done p -> p.act().values().values().stream().anyMatch(Value.Reference.class::isInstance);
            case Plan.Found ignored -> true;
            case Plan.Voted ignored -> false;
            case Plan.Passed ignored -> false;
        };
    }

    /** Whether somebody who breaks its word is in breach of a duty to act, and not because of the violation. */
    private boolean isSomethingElseBroken(Played played, Cast cast) {
        Set<String> violation = new HashSet<>();
        played.moves().stream()
                .filter(m -> m.why() == Move.Why.VIOLATION)
                .forEach(m -> violation.add(m.record().id()));
        return played.verdicts().stream()
                .anyMatch(v -> v.isBreach()
                        && cast.breakers().contains(v.bearer())
                        && !v.clause().equals(opening.norm().id())
                        && v.records().stream().noneMatch(violation::contains));
    }

    /**
     * What happens without the breach: the scene alone. Where time alone breaks the clause there is no act to leave out: then the clause is left out, and time passes all the same.
     */
    private Played unbroken(Histories bound, Histories unbound, List<Plan> scene, Cast cast) {
        if (!opening.isOfTimeAlone()) {
            return bound.of(scene, cast, clauses, effort);
        }
        List<Plan> plans = new ArrayList<>(scene);
        plans.addAll(opening.violation());
        return unbound.of(plans, cast, clauses, effort);
    }

    private static List<Plan> without(List<Plan> plans, Set<Act> acts) {
        return plans.stream()
                .filter(p -> !(p instanceof Plan.Done(var act, long at, var why) && acts.contains(act)))
                .toList();
    }

    /**
     * The strongest measure that answers the breach: done because of it. What somebody does under a duty that it bears with the scene alone as well, whenever it does it then, is no
     * answer, unless something sets that duty off once more, and rests on the violation.
     *
     * @param anyway the duties under which somebody took a measure with the scene alone
     * @param otherwise those that answer another breach; asked only where there may be one
     */
    private Optional<Answer> strongest(Played played, Set<String> anyway, Cast cast, Supplier<Set<String>> otherwise) {
        List<Answer> answers = played.answers().stream()
                .filter(a -> a.at() >= opening.start() && !a.clause().isEmpty())
                .filter(a -> a.onTheBreach() || !anyway.contains(a.duty()))
                .toList();
        Set<String> others = answers.stream().allMatch(Answer::onTheBreach) || !isSomethingElseBroken(played, cast)
                ? Set.of()
                : otherwise.get();
        return answers.stream()
                .filter(a -> a.onTheBreach() || !others.contains(a.duty()))
                .max(Played.STRENGTH);
    }

    private static Set<String> duties(Played played) {
        Set<String> duties = new HashSet<>();
        played.answers().forEach(a -> duties.add(a.duty()));
        return duties;
    }

    private Played play(List<Plan> plans, Cast cast) {
        return lazy.of(plans, cast, clauses, effort);
    }

    /** The strongest measure that any clause asks for or allows; -1: none. */
    private static int utmost(Ways ways) {
        Agreement agreement = ways.agreement();
        return agreement.norms().stream()
                .filter(n -> !Duties.isProhibition(n))
                .flatMap(n -> Duties.act(n).stream())
                .flatMap(act -> Stream.concat(Stream.of(act.event()), ways.declaredUnder(act.event()).stream()))
                .flatMap(e -> Stream.ofNullable(ways.eventTypes().get(e)))
                .flatMap(e -> e.measure().stream())
                .mapToInt(agreement.measures()::indexOf)
                .max()
                .orElse(-1);
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
        Set<String> askers = new LinkedHashSet<>(protectedSide);
        askers.removeAll(cast.breakers());
        Set<Act> harming = new HashSet<>(acts(slice.hindering(), askers));
        for (Act act : lawful(requests(askers))) {
            (harming.contains(act) ? mixed : sure).add(new Plan.Done(act, after() + 1, Move.Why.REQUEST));
        }
        for (Body body : bodies()) {
            for (String topic : topics(body)) {
                Map<String, Boolean> votes = new HashMap<>();
                body.members().forEach(m -> votes.put(m, askers.contains(m)));
                sure.add(new Plan.Voted(body.name(), topic, votes, after() + 1, Move.Why.REQUEST));
            }
        }
        Requests requests = new Requests(sure, mixed);
        asked.put(cast.breakers(), requests);
        return requests;
    }

    /** What these would do to have an answer. */
    private List<Act> requests(Set<String> actors) {
        return acts(slice.helping(), actors).stream()
                .filter(act -> doer(act).filter(by -> isARequest(act, by)).isPresent())
                .toList();
    }

    private boolean isARequest(Act act, String by) {
        return deeds.requested.computeIfAbsent(
                act.event() + " " + by, key -> asking.isARequest(act, by, slice.helping()));
    }

    private Optional<String> doer(Act act) {
        return ways.declared(act.event())
                .flatMap(EventType::actor)
                .map(a -> act.values().get(a.name()))
                .flatMap(v -> v instanceof Value.Actor(String by) ? Optional.of(by) : Optional.empty());
    }

    /**
     * What anybody but the protected side may do against the answer, at once, when the course has been run or at the last moment: all that can only harm it together,
     * and each choice of what may do either; where one of them rests on a power, also each alone.
     */
    private List<List<Plan>> evasions(List<Plan> course, Outcome outcome, Set<String> breakers) {
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
        if (outcome.answer().isPresent() && mixed.size() > bounds.evasions()) {
            effort.leavesOut(Growing.EVASIONS);
        }
        List<List<Plan>> evasions = new ArrayList<>();
        for (long at : timesToEvade(course, outcome)) {
            for (List<Act> choice : upTo(bounds.evasions(), mixed)) {
                List<Plan> all = new ArrayList<>();
                harmful.forEach(act -> all.add(new Plan.Done(act, at, Move.Why.EVASION)));
                choice.forEach(act -> all.add(new Plan.Done(act, at, Move.Why.EVASION)));
                if (!all.isEmpty()) {
                    evasions.add(all);
                }
            }
            // A clause that is suspended waits, and one that was never set off does not: what each does alone, all
            // together may undo.
            if (harmful.size() > 1 && harmful.stream().anyMatch(act -> powers.contains(act.event()))) {
                harmful.forEach(act -> evasions.add(List.of(new Plan.Done(act, at, Move.Why.EVASION))));
            }
        }
        evasions.addAll(exemptions(some, breakers));
        return evasions;
    }

    /** What these may do before, each by itself, so that what is forbidden is not forbidden any more. */
    private List<List<Plan>> exemptions(Set<String> actors, Set<String> breakers) {
        List<Pattern> exempting = Exceptions.of(new Walk(ways.agreement()), opening.norm()).stream()
                .map(Exceptions.Exempting::act)
                .toList();
        if (exempting.isEmpty()) {
            return List.of();
        }
        Map<String, Value> bound = new HashMap<>();
        Roles.variable(opening.norm()).ifPresent(v -> violator.ifPresent(a -> bound.put(v, new Value.Actor(a))));
        List<Act> acts = acts(exempting, actors, bound);
        Set<Act> lawful = lawful(acts);
        return acts.stream()
                .filter(act -> breakers.stream().anyMatch(b -> isBy(act, b)) || lawful.contains(act))
                .map(act -> List.<Plan>of(new Plan.Done(act, opening.start() - MINUTE, Move.Why.EVASION)))
                .toList();
    }

    private Set<Long> timesToEvade(List<Plan> course, Outcome outcome) {
        Set<Long> times = new LinkedHashSet<>();
        times.add(after());
        times.add(course.stream().mapToLong(Plan::at).reduce(opening.end(), Math::max) + 1);
        outcome.answer().ifPresent(a -> times.add(Math.max(after(), a.at() - 1)));
        return times;
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
        return Stream.concat(likes.stream(), protectedLikes.stream())
                .filter(c -> c.contains(by))
                .findFirst()
                .map(c -> act.with(doer.get(), new Value.Actor(c.getFirst())))
                .orElse(act);
    }

    /** The first of those like an actor, for whom what holds of it holds as well; itself where it is named in what is played. */
    String likeOf(String actor, List<Plan> course) {
        return isNamedIn(opening.scene(), actor) || isNamedIn(course, actor)
                ? actor
                : likes.stream()
                        .filter(c -> c.contains(actor))
                        .findFirst()
                        .flatMap(c -> c.stream()
                                .filter(a -> !isNamedIn(opening.scene(), a) && !isNamedIn(course, a))
                                .findFirst())
                        .orElse(actor);
    }

    private static boolean isNamedIn(List<Plan> plans, String actor) {
        return plans.stream().anyMatch(p -> isNamed(p, actor));
    }

    private static boolean isNamed(Plan plan, String actor) {
        return plan instanceof Plan.Done(var act, long at, var why)
                && act.values().containsValue(new Value.Actor(actor));
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
        effort.played(played, clauses);
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
            boolean breach = ways.agreement()
                    .eventType(pattern.event())
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
        return acts(patterns, actors, Map.of());
    }

    private List<Act> acts(List<Pattern> patterns, Set<String> actors, Map<String, Value> given) {
        Set<Act> found = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            if (isBodily(pattern.event())) {
                continue;
            }
            for (String actor : actors) {
                if (slice.canBeDoneBy(pattern, actor)) {
                    deeds.done
                            .computeIfAbsent(new Doing(pattern, actor, given), this::act)
                            .ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Somebody makes an occurrence of a pattern: asked for again with each way to help or to escape. */
    private record Doing(Pattern pattern, String actor, Map<String, Value> given) {}

    /** The plainest act by which it is done, if it can be done by one. */
    private Optional<Act> act(Doing doing) {
        Map<String, Value> bound = aboutTheBreach(doing.pattern());
        bound.putAll(doing.given());
        for (List<Ways.Step> way : ways.of(doing.pattern(), bound, Optional.of(doing.actor()))) {
            for (Ways.Step step : way) {
                if (!isBodily(step.act().event()) && isBy(step.act(), doing.actor())) {
                    return Optional.of(step.act());
                }
            }
        }
        return Optional.empty();
    }

    /** One of each kind of actor between whom the text makes no difference. */
    private Set<String> representatives(Set<String> actors) {
        Set<String> some = new LinkedHashSet<>();
        symmetry.classes(actors).forEach(c -> some.add(c.getFirst()));
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
        return couldFollow(course, nays, a -> false);
    }

    /** Whether only a weaker measure than this could follow; that it comes later does not count. */
    boolean couldFollowLess(List<Plan> course, Set<String> nays, Optional<Answer> than) {
        Outcome most = couldFollow(course, nays, a -> rank(a) >= rank(than));
        return rank(most.answer()) < rank(than);
    }

    /** @param enough what is so good that nobody needs to know what is better */
    private Outcome couldFollow(List<Plan> course, Set<String> nays, Predicate<Optional<Answer>> enough) {
        List<Plan> always = new ArrayList<>(decisions(nays));
        List<Plan> mixed = new ArrayList<>();
        always.addAll(help().sure());
        mixed.addAll(help().mixed());
        Cast cast = new Cast(violator.map(Set::of).orElse(Set.of()), nays);
        List<Plan> base = new ArrayList<>(opening.scene());
        base.addAll(course);
        choose(base, always, mixed, cast);
        base.addAll(always);
        Outcome best = helped(base, always, cast);
        boolean isMore = rank(best.answer()) < utmost && !enough.test(best.answer());
        if (isMore && mixed.size() > bounds.help()) {
            effort.leavesOut(Growing.HELP);
        }
        Set<String> given = given(best);
        Set<Plan> telling = new HashSet<>();
        for (List<Plan> choice : upTo(bounds.help(), fewOfEach(mixed))) {
            if (rank(best.answer()) >= utmost || enough.test(best.answer()) || effort.isOver()) {
                break;
            }
            if (choice.isEmpty() || (choice.size() > 1 && isIdle(choice, telling))) {
                continue;
            }
            List<Plan> plans = new ArrayList<>(base);
            plans.addAll(choice);
            List<Plan> help = new ArrayList<>(always);
            help.addAll(choice);
            Outcome one = helped(plans, help, cast);
            if (choice.size() == 1 && !given(one).equals(given)) {
                telling.addAll(choice);
            }
            if (VALUE.compare(one.answer(), best.answer()) > 0) {
                best = one;
            }
        }
        return best;
    }

    /**
     * What everybody but the violator may lawfully do.
     *
     * @param sure what can only help
     * @param mixed what may do either
     */
    private record Help(List<Plan> sure, List<Plan> mixed) {}

    /** The same whoever votes how. */
    private Help help() {
        Help known = help;
        if (known == null) {
            known = helpOfAll();
            help = known;
        }
        return known;
    }

    private Help helpOfAll() {
        List<Plan> always = new ArrayList<>();
        List<Plan> mixed = new ArrayList<>();
        Set<String> helpers = new LinkedHashSet<>();
        ways.agreement().actors().forEach(a -> {
            if (!violator.equals(Optional.of(a.name()))) {
                helpers.add(a.name());
            }
        });
        Set<Act> harming = new HashSet<>(acts(slice.hindering(), helpers));
        List<Act> helpful = new ArrayList<>(requests(helpers));
        helpful.addAll(nobodys(slice.helping()));
        harming.addAll(nobodys(slice.hindering()));
        for (Act act : lawful(helpful)) {
            (harming.contains(act) ? mixed : always).add(new Plan.Done(act, after() + 2, Move.Why.HELP));
        }
        return new Help(always, mixed);
    }

    /** Whether none of several acts changes anything that is given, and they are not of one kind, as where so many are counted. */
    private static boolean isIdle(List<Plan> choice, Set<Plan> telling) {
        Set<String> kinds = new HashSet<>();
        choice.forEach(p -> kinds.add(p instanceof Plan.Done(var act, long at, var why) ? act.event() : ""));
        return kinds.size() > 1 && choice.stream().noneMatch(telling::contains);
    }

    /** The measures that are taken, by whom and when. */
    private static Set<String> given(Outcome outcome) {
        Set<String> given = new HashSet<>();
        outcome.played().answers().forEach(a -> given.add(a.measure() + " " + a.duty() + " " + a.at()));
        return given;
    }

    /** Of acts of one kind by those between whom the text makes no difference, no more than are tried together. */
    private List<Plan> fewOfEach(List<Plan> plans) {
        Map<Object, Integer> tried = new HashMap<>();
        List<Plan> few = new ArrayList<>();
        for (Plan plan : plans) {
            if (!(plan instanceof Plan.Done(var act, long at, var why))
                    || tried.merge(kind(act), 1, Integer::sum) <= Math.max(1, bounds.help())) {
                few.add(plan);
            }
        }
        return few;
    }

    /** What {@link #couldFollow} gave, with as little help that nobody owes as gives the same: halves are left out first, then ever smaller parts. */
    Outcome plainest(List<Plan> course, Set<String> nays, Outcome outcome) {
        Cast cast = new Cast(violator.map(Set::of).orElse(Set.of()), nays);
        List<Plan> fixed = new ArrayList<>(opening.scene());
        fixed.addAll(course);
        // Strangers are left out first: where the protected can ask for it themselves, nobody else needs to.
        List<Plan> help = new ArrayList<>(outcome.evasion());
        help.sort(Comparator.comparing(this::isByTheProtected));
        Outcome plainest = outcome;
        long most = effort.work() + MOST_FOR_A_STORY;
        for (int size = help.size(); size >= 1 && effort.work() < most; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int from = 0; from < help.size() && effort.work() < most; ) {
                List<Plan> fewer = new ArrayList<>(help);
                fewer.subList(from, Math.min(from + size, help.size())).clear();
                List<Plan> inOrder =
                        outcome.evasion().stream().filter(fewer::contains).toList();
                List<Plan> plans = new ArrayList<>(fixed);
                plans.addAll(inOrder);
                Outcome one = helped(plans, inOrder, cast);
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
        // What happens by nobody's act happens without the breach as well: what it sets off answers nothing.
        List<Plan> without = new ArrayList<>(opening.scene());
        help.stream().filter(this::isNobodys).forEach(without::add);
        Set<String> owed = duties(unbroken(helpful, helpfulUnbound, without, cast));
        return new Outcome(
                strongest(played, owed, cast, () -> otherwise(helpful, helpfulUnbound, help, cast)),
                played,
                help,
                List.of());
    }

    private boolean isByTheProtected(Plan plan) {
        return plan instanceof Plan.Done(var act, long at, var why)
                && ways.declared(act.event())
                        .flatMap(EventType::actor)
                        .map(a -> act.values().get(a.name()))
                        .filter(v -> v instanceof Value.Actor(String name) && protectedSide.contains(name))
                        .isPresent();
    }

    private boolean isNobodys(Plan plan) {
        return plan instanceof Plan.Done(var act, long at, var why)
                && ways.declared(act.event()).filter(e -> e.actor().isEmpty()).isPresent();
    }

    /**
     * What helpers do may be lawful for each alone and a breach together, with what else happens: then it may cut both ways, and so may what happens by nobody's act.
     */
    private void choose(List<Plan> base, List<Plan> always, List<Plan> mixed, Cast cast) {
        List<Plan> plans = new ArrayList<>(base);
        plans.addAll(always);
        Set<Act> breaking = forbidden(helpfully(plans, cast), cast);
        if (breaking.isEmpty()) {
            return;
        }
        for (Plan plan : List.copyOf(always)) {
            if (plan instanceof Plan.Done(var act, long at, var why) && (breaking.contains(act) || isNobodys(plan))) {
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
            Set<Act> breaking = forbidden(played, cast);
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
        return helpful.of(plans, cast, clauses, effort);
    }

    /** The acts by which somebody who keeps its word broke a prohibition: helping, asking, or getting in the way. */
    private Set<Act> forbidden(Played played, Cast cast) {
        Set<String> ids = new HashSet<>();
        for (Verdict v : played.verdicts()) {
            boolean broken = switch (v.status()) {
                case BREACHED, CURED, UNDETERMINED, DISPUTED, REFUTED -> true;
                default -> false;
            };
            if (broken && prohibitions.contains(v.clause()) && !cast.breakers().contains(v.bearer())) {
                ids.addAll(v.records());
            }
        }
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<Act> breaking = new HashSet<>();
        for (Move move : played.moves()) {
            boolean chosen = switch (move.why()) {
                case HELP, REQUEST, EVASION -> true;
                case SCENE, VIOLATION, DUTY, PERMISSION -> false;
            };
            if (chosen && ids.contains(move.record().id()) && move.record() instanceof Record.Observation o) {
                Act act = Act.of(o.event(), o.values());
                if (cast.breakers().stream().noneMatch(b -> isBy(act, b))) {
                    breaking.add(act);
                }
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
                    .anyMatch(n -> Roles.bearers(n).contains(Optional.of(body.name())));
            if ((bears || !findings(body).isEmpty()) && !Cast.canBlock(body, nays)) {
                able.add(body.name());
            }
        }
        return able;
    }

    private List<Plan> findings(Body body) {
        List<Plan> findings = new ArrayList<>();
        Set<String> exempting = Exceptions.terms(new Walk(ways.agreement()), opening.norm());
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
                // That an exception does not apply is what helps.
                String result = exempting.contains(r.name()) ? "refuted" : "confirmed";
                findings.add(new Plan.Found(
                        body.name(), Optional.empty(), Optional.of(r.name()), result, after(), Move.Why.HELP));
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
