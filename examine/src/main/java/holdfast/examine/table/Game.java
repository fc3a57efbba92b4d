package holdfast.examine.table;

import holdfast.engine.Verdict;
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
import java.util.ArrayList;
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
     * @param evasion what was done to get away
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
        if (worst.answer().isEmpty()) {
            return worst;
        }
        List<Plan> evasions = evasions(worst, breakers);
        for (List<Plan> evasion : upTo(bounds.evasions(), evasions)) {
            if (evasion.isEmpty() || effort.isOver()) {
                continue;
            }
            Outcome other = best(course, evasion, cast);
            if (VALUE.compare(other.answer(), worst.answer()) < 0 && isAllowed(other, breakers)) {
                worst = other;
                if (worst.answer().isEmpty()) {
                    return worst;
                }
            }
        }
        return worst;
    }

    /** What the protected side gets by asking for what it may ask for. */
    private Outcome best(List<Plan> course, List<Plan> evasion, Cast cast) {
        Outcome best = null;
        for (List<Plan> request : upTo(bounds.requests(), requests(course))) {
            List<Plan> plans = new ArrayList<>(course);
            plans.addAll(evasion);
            plans.addAll(request);
            Outcome one = played(plans, cast, evasion);
            if (best == null || VALUE.compare(one.answer(), best.answer()) > 0) {
                best = one;
            }
            if (effort.isOver()) {
                break;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** What must follow although nobody asks for anything. */
    Outcome unasked(List<Plan> course) {
        Set<String> breakers = new LinkedHashSet<>();
        violator.ifPresent(breakers::add);
        return played(course, new Cast(breakers), List.of());
    }

    private Outcome played(List<Plan> plans, Cast cast, List<Plan> evasion) {
        List<Plan> all = new ArrayList<>(opening.scene());
        all.addAll(plans);
        Played played = play(all, cast);
        Set<String> anyway = expected.computeIfAbsent(
                cast.breakers(), b -> keys(play(opening.scene(), cast).answers()));
        Optional<Answer> strongest = played.answers().stream()
                .filter(a -> a.at() >= opening.start() && !anyway.contains(key(a)))
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

    /** Whoever is no breaker must not break a prohibition to help the violator. */
    private boolean isAllowed(Outcome outcome, Set<String> breakers) {
        Set<String> evading = new HashSet<>();
        for (Move move : outcome.played().moves()) {
            if (move.why() == Move.Why.EVASION) {
                evading.add(move.record().id());
            }
        }
        for (Verdict v : outcome.played().verdicts()) {
            if (v.isBreach()
                    && !breakers.contains(v.bearer())
                    && v.records().stream().anyMatch(evading::contains)) {
                return false;
            }
        }
        return true;
    }

    // What can be done beside.

    private long after() {
        return opening.end() + 1;
    }

    /** What the protected side may set in motion. */
    private List<Plan> requests(List<Plan> course) {
        List<Plan> requests = new ArrayList<>();
        for (Act act : acts(protectedSide, 1)) {
            requests.add(new Plan.Done(act, after() + 1, Move.Why.REQUEST));
        }
        for (Body body : bodies()) {
            for (String topic : topics(body)) {
                Map<String, Boolean> votes = new HashMap<>();
                body.members().forEach(m -> votes.put(m, protectedSide.contains(m)));
                requests.add(new Plan.Voted(body.name(), topic, votes, after() + 1, Move.Why.REQUEST));
            }
        }
        return requests;
    }

    /** What anybody but the protected side may do against the answer. */
    private List<Plan> evasions(Outcome outcome, Set<String> breakers) {
        Set<String> others = new LinkedHashSet<>(breakers);
        ways.agreement().actors().forEach(a -> {
            if (!protectedSide.contains(a.name())) {
                others.add(a.name());
            }
        });
        Set<Long> times = new LinkedHashSet<>();
        times.add(after());
        outcome.answer().ifPresent(a -> times.add(Math.max(after(), a.at() - 1)));
        List<Plan> evasions = new ArrayList<>();
        for (Act act : acts(others, 1)) {
            for (long at : times) {
                evasions.add(new Plan.Done(act, at, Move.Why.EVASION));
            }
        }
        return evasions;
    }

    /** Acts by which these actors could change something: one for each pattern on which something turns. */
    private List<Act> acts(Set<String> actors, int each) {
        Set<Act> found = new LinkedHashSet<>();
        for (Pattern pattern : slice.patterns()) {
            if (isBodily(pattern.event())) {
                continue;
            }
            for (String actor : actors) {
                ways.of(pattern, Map.of(), Optional.of(actor)).stream()
                        .flatMap(List::stream)
                        .map(Ways.Step::act)
                        .filter(a -> !isBodily(a.event()) && isBy(a, actor))
                        .limit(each)
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
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
        for (Pattern pattern : slice.patterns()) {
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
     * What could follow at best, if everybody but the violator and {@code obstructing} helped as far as the text lets them: does what it may, asks, decides and
     * finds; these vote no.
     */
    Outcome couldFollow(List<Plan> course, Set<String> obstructing) {
        Set<String> breakers = new LinkedHashSet<>(obstructing);
        Cast cast = new Cast(breakers);
        Set<String> helpers = new LinkedHashSet<>();
        ways.agreement().actors().forEach(a -> {
            if (!breakers.contains(a.name()) && !violator.equals(Optional.of(a.name()))) {
                helpers.add(a.name());
            }
        });
        List<Plan> always = new ArrayList<>();
        for (Body body : ways.agreement().bodies()) {
            if (!deciding.isEmpty()) {
                for (String topic : topics(body)) {
                    Map<String, Boolean> votes = new HashMap<>();
                    body.members().forEach(m -> votes.put(m, !breakers.contains(m)));
                    always.add(new Plan.Voted(body.name(), topic, votes, after() + 1, Move.Why.HELP));
                }
            }
            if (!Cast.canBlock(body, breakers)) {
                findings(body).forEach(always::add);
            }
        }
        List<Plan> help = new ArrayList<>();
        for (Act act : acts(helpers, 1)) {
            help.add(new Plan.Done(act, after() + 2, Move.Why.HELP));
        }
        for (Act act : nobodys()) {
            help.add(new Plan.Done(act, after() + 2, Move.Why.HELP));
        }
        Outcome best = null;
        for (List<Plan> choice : upTo(bounds.help(), help)) {
            List<Plan> plans = new ArrayList<>(opening.scene());
            plans.addAll(course);
            plans.addAll(always);
            plans.addAll(choice);
            Set<String> idle = new LinkedHashSet<>(breakers);
            violator.ifPresent(idle::add);
            Played played = new Play(
                            helpfulWays,
                            new Cast(idle),
                            Play.Pace.AT_ONCE,
                            permissions,
                            opening.start() + bounds.horizon().toMillis())
                    .through(plans);
            effort.played(played);
            Optional<Answer> strongest = played.answers().stream()
                    .filter(a -> a.at() >= opening.start() && !(a.clause().isEmpty()))
                    .max(Played.STRENGTH);
            Outcome one = new Outcome(strongest, played, List.of());
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
    private List<Act> nobodys() {
        Set<Act> found = new LinkedHashSet<>();
        for (Pattern pattern : slice.patterns()) {
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
