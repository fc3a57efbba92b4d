package holdfast.examine.check;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.examine.Story;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Play;
import holdfast.examine.play.Played;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Course;
import holdfast.examine.table.Courses;
import holdfast.examine.table.Sides;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Histories in which one clause comes to be owed, or is broken, and nobody does anything. */
public final class Stories {
    private static final long DAY = 86_400_000;

    private final Agreement agreement;

    public Stories(Agreement agreement) {
        this.agreement = agreement;
    }

    /** The answers of a clause's own reading, and the first answer to every other question. */
    public Reading reading(Norm norm) {
        Map<String, String> answers = new HashMap<>();
        agreement.questions().forEach(q -> answers.put(q.name(), q.answers().getFirst()));
        answers.putAll(norm.reading().answers());
        return new Reading(answers);
    }

    /**
     * What sets a duty in motion happens, and then nothing, for so many days. The claim is how the clause then stands.
     *
     * @return none where nothing that anybody does sets it in motion
     */
    public Optional<Story> leftUndone(Norm norm, String title, int days) {
        Reading reading = reading(norm);
        Agreement resolved = Resolved.under(agreement, reading);
        Ways ways = new Ways(resolved);
        long start = Openings.noon(resolved);
        List<Plan> plans = new ArrayList<>();
        long at = start - DAY;
        for (Ways.Step step : plainest(ways.conditions(needed(resolved, norm), Map.of()))) {
            plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
            at += 60_000;
        }
        Optional<List<Plan>> trigger = trigger(ways, norm, start);
        if (trigger.isEmpty()) {
            return Optional.empty();
        }
        plans.addAll(trigger.get());
        return played(ways, reading, plans, start + days * DAY, title, Set.of(norm.id()));
    }

    /**
     * What a duty lasts for comes about, and then comes to an end. The claim is that the duty has lapsed.
     *
     * @param under answers under which it can end; the others are chosen
     * @return none where no acts, in the plainest way, bring it to that end
     */
    public Optional<Story> ended(Norm norm, Reading under, String title, int days) {
        Map<String, String> answers = new HashMap<>(reading(norm).answers());
        answers.putAll(under.answers());
        Reading reading = new Reading(answers);
        Agreement resolved = Resolved.under(agreement, reading);
        Ways ways = new Ways(resolved);
        long start = Openings.noon(resolved);
        for (List<Ways.Step> end : ways.against(norm.whileTrue(), Map.of())) {
            List<Plan> plans = new ArrayList<>();
            long at = start - DAY;
            for (Ways.Step step : plainest(ways.conditions(needed(resolved, norm), Map.of()))) {
                plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
                at += 60_000;
            }
            plans.addAll(Openings.scheduled(end, start, Move.Why.SCENE));
            Optional<Story> story = played(ways, reading, plans, start + days * DAY, title, Set.of(norm.id()));
            if (story.isPresent() && story.get().claims().stream().anyMatch(c -> c.status() == Status.LAPSED)) {
                return story;
            }
        }
        return Optional.empty();
    }

    /** A prohibition is broken, by the first who can, and then nothing happens for so many days. */
    public Optional<Story> broken(Norm norm, String title, int days) {
        Reading reading = reading(norm);
        Agreement resolved = Resolved.under(agreement, reading);
        Ways ways = new Ways(resolved);
        for (Optional<String> violator : Sides.violators(resolved, norm)) {
            Optional<Opening> opening = resolved.norms().stream()
                    .filter(n -> n.id().equals(norm.id()))
                    .findFirst()
                    .flatMap(n -> new Openings(ways).of(n, violator));
            if (opening.isPresent()) {
                return played(
                        ways,
                        reading,
                        opening.get().plans(),
                        opening.get().start() + days * DAY,
                        title,
                        Set.of(norm.id()));
            }
        }
        return Optional.empty();
    }

    /**
     * What is planned, and nothing else; the claims are about these clauses. None where nothing can be claimed of them.
     *
     * @param at the moment asked about, in milliseconds since 1970-01-01T00:00Z
     */
    public Optional<Story> played(
            Ways ways, Reading reading, List<Plan> plans, long at, String title, Set<String> clauses) {
        Set<String> everybody = new LinkedHashSet<>();
        ways.agreement().actors().forEach(a -> everybody.add(a.name()));
        ways.agreement().bodies().forEach(b -> everybody.add(b.name()));
        Played played = new Play(ways, new Cast(everybody), Play.Pace.AT_THE_LAST_MOMENT, Set.of(), at).through(plans);
        return Optional.of(Story.of(title, ways.agreement(), reading, played.moves(), at, clauses::contains))
                .filter(story -> !story.claims().isEmpty());
    }

    private static Condition needed(Agreement resolved, Norm norm) {
        List<Condition> needed = new ArrayList<>();
        for (Rule rule : resolved.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                needed.add(guard.condition());
            }
        }
        needed.add(norm.whileTrue());
        needed.add(norm.guard());
        return new Condition.All(needed);
    }

    private static List<Ways.Step> plainest(List<List<Ways.Step>> ways) {
        return ways.stream().min((a, b) -> Integer.compare(a.size(), b.size())).orElse(List.of());
    }

    private Optional<List<Plan>> trigger(Ways ways, Norm norm, long start) {
        return switch (norm.trigger().orElse(null)) {
            case null -> Optional.of(List.of());
            case Trigger.OnEvent t ->
                first(ways.of(t.pattern(), Map.of(), Optional.empty()))
                        .map(w -> Openings.scheduled(w, start, Move.Why.VIOLATION));
            case Trigger.OnBreach t -> breach(ways, t, start);
            case Trigger.Continues t -> opened(ways, t.breach()).map(o -> goingOn(ways, o));
            case Trigger.GrowsInto t ->
                breach(ways, t.breach(), start)
                        .flatMap(plans -> first(ways.of(t.into(), bound(t.breach()), by(t.breach())))
                                .map(w -> {
                                    List<Plan> all = new ArrayList<>(plans);
                                    all.addAll(Openings.scheduled(w, start + 60_000, Move.Why.VIOLATION));
                                    return all;
                                }));
            case Trigger.OnOutcome t ->
                first(ways.conditions(new Condition.ClauseFulfilled(t.clause(), t.origin()), Map.of()))
                        .map(w -> Openings.scheduled(w, start, Move.Why.VIOLATION));
            case Trigger.OnState t ->
                first(t.begins() ? ways.conditions(t.condition(), Map.of()) : ways.against(t.condition(), Map.of()))
                        .map(w -> Openings.scheduled(w, start, Move.Why.VIOLATION));
        };
    }

    private static Optional<List<Ways.Step>> first(List<List<Ways.Step>> ways) {
        return ways.stream().findFirst();
    }

    private record Opened(Opening opening, Optional<String> violator) {}

    private Optional<List<Plan>> breach(Ways ways, Trigger.OnBreach on, long start) {
        return opened(ways, on).map(o -> {
            List<Plan> all = new ArrayList<>(o.opening().plans());
            if (on.confirmed()) {
                confirmation(ways.agreement(), o.opening()).ifPresent(all::add);
            }
            return all;
        });
    }

    /** By the first who can, a minute after the breach. */
    private static Optional<Plan> confirmation(Agreement resolved, Opening opening) {
        String clause = opening.norm().id();
        for (Rule rule : resolved.rules()) {
            if (rule instanceof Rule.Confirms c && c.body().isPresent() && c.of().covers(clause)) {
                return Optional.of(new Plan.Found(
                        c.body().get(),
                        Optional.of(clause),
                        Optional.empty(),
                        Record.Finding.CONFIRMED,
                        opening.end() + 60_000,
                        Move.Why.HELP));
            }
        }
        return Optional.empty();
    }

    /** The breach again and again, for as long as any clause waits. */
    private static List<Plan> goingOn(Ways ways, Opened opened) {
        Opening opening = opened.opening();
        Slice slice = Slice.of(ways.agreement(), opening.norm().id());
        List<Plan> all = new ArrayList<>(opening.scene());
        all.addAll(new Courses(ways, slice, opening, opened.violator())
                .all()
                .getOrDefault(Course.GOES_ON, opening.violation()));
        return all;
    }

    private Optional<Opened> opened(Ways ways, Trigger.OnBreach on) {
        for (Norm broken : ways.agreement().norms()) {
            if (on.of().covers(broken.id()) && Sides.isProhibition(broken)) {
                List<Optional<String>> violators =
                        by(on).isPresent() ? List.of(by(on)) : Sides.violators(ways.agreement(), broken);
                for (Optional<String> violator : violators) {
                    Optional<Opening> opening = new Openings(ways).of(broken, violator);
                    if (opening.isPresent()) {
                        return Optional.of(new Opened(opening.get(), violator));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> by(Trigger.OnBreach on) {
        return on.by()
                .filter(holdfast.language.model.Term.Constant.class::isInstance)
                .map(t -> ((holdfast.language.model.Term.Constant) t).value())
                .filter(Value.Actor.class::isInstance)
                .map(v -> ((Value.Actor) v).name());
    }

    private static Map<String, Value> bound(Trigger.OnBreach on) {
        Map<String, Value> bound = new HashMap<>();
        on.by().ifPresent(t -> {
            if (t instanceof holdfast.language.model.Term.Variable(String name) && by(on).isPresent()) {
                bound.put(name, new Value.Actor(by(on).get()));
            }
        });
        return bound;
    }
}
