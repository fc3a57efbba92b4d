package holdfast.examine.subject;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.examine.found.Story;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Play;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Texts;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Course;
import holdfast.examine.table.Courses;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Sides;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Histories in which one clause comes to be owed, or is broken, and nobody does anything. */
public final class Stories {
    private static final long DAY = 86_400_000;

    private final Texts texts;
    private final Agreement agreement;

    public Stories(Texts texts) {
        this.texts = texts;
        this.agreement = texts.agreement();
    }

    /**
     * Of the text under a reading that answers every question. The same for all stories under that reading: its monitor is put together once.
     */
    public Ways ways(Reading reading) {
        return texts.under(reading);
    }

    /** The answers of a clause's own reading, and the first answer to every other question. */
    public Reading reading(Norm norm) {
        return whole(norm.reading());
    }

    /**
     * What sets a duty in motion happens, and then nothing, for so many days. The claim is how the clause then stands.
     *
     * @return none where nothing that anybody does sets it in motion
     */
    public Optional<Story> leftUndone(Norm norm, String title, int days) {
        Reading reading = reading(norm);
        Ways ways = ways(reading);
        Agreement resolved = ways.agreement();
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

    /** The clause is broken; the body that should find or decide votes on it, the violator says no and everybody else yes, and nothing comes of it. */
    public Optional<Story> votedDown(String clause, String violator, Deciding.Part part) {
        Reading reading = whole(part.reading());
        Ways ways = ways(reading);
        Agreement resolved = ways.agreement();
        Optional<Opening> opening = resolved.norms().stream()
                .filter(n -> n.id().equals(clause))
                .findFirst()
                .flatMap(n -> new Openings(ways).of(n, Optional.of(violator).filter(agreement::hasActor)));
        return opening.flatMap(o -> {
            Map<String, Boolean> votes = new HashMap<>();
            part.body().members().forEach(m -> votes.put(m, !m.equals(violator)));
            List<Plan> plans = new ArrayList<>(o.plans());
            plans.add(new Plan.Voted(
                    part.body().name(), "the breach of " + clause, votes, o.end() + 60_000, Move.Why.HELP));
            return played(
                    ways,
                    reading,
                    plans,
                    o.end() + 30 * DAY,
                    clause + " is broken by " + violator + ": in " + part.body().name() + " " + violator
                            + " votes no, everybody else yes, and nothing comes of it",
                    Set.of(clause));
        });
    }

    /** The first of these clauses that can be left undone, or broken, is. */
    public Optional<Story> leftUndone(List<Norm> norms, String title) {
        return norms.stream()
                .flatMap(n -> (Duties.isProhibition(n) ? broken(n, title, 30) : leftUndone(n, title, 400)).stream())
                .findFirst();
    }

    /**
     * What a duty lasts for comes about, and then comes to an end in this way. The claim is that the duty has lapsed.
     *
     * @param by who does what is done; empty: whoever the text names
     * @return none where no acts, in the plainest way, bring it to that end
     */
    public Optional<Story> ended(Norm norm, Ending way, Optional<String> by, String title) {
        Reading reading = reading(norm, way.reading());
        Ways ways = ways(reading);
        Agreement resolved = ways.agreement();
        return end(ways, norm, way, by)
                .flatMap(end -> done(ways, reading, end.plans(), end.at() + DAY, title, Set.of(norm.id())))
                .flatMap(s -> over(s, ways, norm));
    }

    /** As {@link #ended}, and the day after what it guards is broken, by the first who can. */
    public Optional<Story> endedAndBroken(Norm guard, Ending way, Norm broken, String title) {
        Optional<Reading> both = way.reading().and(broken.reading());
        if (both.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = reading(guard, both.get());
        Ways ways = ways(reading);
        Agreement resolved = ways.agreement();
        Optional<End> end = end(ways, guard, way, Optional.empty());
        Optional<Norm> plain = resolved.norms().stream()
                .filter(n -> n.id().equals(broken.id()))
                .findFirst();
        if (end.isEmpty() || plain.isEmpty()) {
            return Optional.empty();
        }
        for (Optional<String> violator : Sides.violators(resolved, broken)) {
            Optional<Opening> opening = new Openings(ways).of(plain.get(), violator);
            if (opening.isEmpty()) {
                continue;
            }
            List<Plan> plans = thenBroken(end.get(), opening.get());
            Optional<Story> story = done(
                            ways, reading, plans, end.get().at() + 2 * DAY, title, Set.of(guard.id(), broken.id()))
                    .flatMap(s -> over(s, ways, guard))
                    .filter(s -> s.claims().stream().anyMatch(c -> c.clause().equals(broken.id())));
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }

    private record End(List<Plan> plans, long at) {}

    /** The violation comes a day after the end; what has to be so for it, and has not come about before, when it would. */
    private static List<Plan> thenBroken(End end, Opening opening) {
        List<Plan> plans = new ArrayList<>(end.plans());
        long shift = end.at() + DAY - opening.start();
        for (Plan plan : opening.violation()) {
            switch (plan) {
                case Plan.Done done -> plans.add(new Plan.Done(done.act(), done.at() + shift, done.why()));
                case Plan.Passed passed -> plans.add(new Plan.Passed(passed.at() + shift, passed.why()));
                case Plan.Found ignored -> {}
                case Plan.Voted ignored -> {}
            }
        }
        for (Plan plan : opening.scene()) {
            if (plan instanceof Plan.Done done
                    && plans.stream()
                            .noneMatch(p -> p instanceof Plan.Done d && d.act().equals(done.act()))) {
                plans.add(done);
            }
        }
        return plans;
    }

    /** Acts and nothing else, without asking at each of the deadlines that pass meanwhile: a week's watch of ten years has hundreds. */
    private static Optional<Story> done(
            Ways ways, Reading reading, List<Plan> plans, long at, String title, Set<String> clauses) {
        List<Plan.Done> acts = plans.stream()
                .filter(Plan.Done.class::isInstance)
                .map(Plan.Done.class::cast)
                .sorted(Comparator.comparingLong(Plan.Done::at))
                .toList();
        List<Move> moves = new ArrayList<>();
        for (Plan.Done done : acts) {
            Record act = done.act().seen("s" + (moves.size() + 1), done.at());
            moves.add(new Move(act, done.why(), ""));
        }
        return Optional.of(Story.of(title, ways, reading, moves, at, clauses::contains));
    }

    /** The scene, what is done to end it, and the moment at which it has ended. */
    private Optional<End> end(Ways ways, Norm norm, Ending way, Optional<String> by) {
        Agreement resolved = ways.agreement();
        long start = Openings.noon(resolved);
        List<Plan> plans = new ArrayList<>();
        long at = start - DAY;
        for (Ways.Step step : plainest(ways.conditions(needed(resolved, norm), Map.of()))) {
            plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
            at += 60_000;
        }
        long last = start;
        for (Ending.Step step : way.steps()) {
            switch (step) {
                case Ending.Done(Pattern act) -> {
                    Optional<List<Ways.Step>> done = first(ways.of(act, Map.of(), by));
                    if (done.isEmpty()) {
                        return Optional.empty();
                    }
                    plans.addAll(Openings.scheduled(done.get(), start, Move.Why.SCENE));
                }
                case Ending.Passes(Span span) -> last = Math.max(last, later(resolved, start, span));
                case Ending.Comes(Instant date) -> last = Math.max(last, date.toEpochMilli());
                case Ending.Withheld w -> {
                    if (w.within().isPresent()) {
                        last = Math.max(last, later(resolved, start, w.within().get()));
                    }
                }
                case Ending.Taken ignored -> {}
            }
        }
        return Optional.of(new End(plans, last + DAY));
    }

    /** By the calendar of the text: ten years are ten years. */
    private static long later(Agreement agreement, long at, Span span) {
        ZonedDateTime from = Instant.ofEpochMilli(at).atZone(agreement.zone());
        ZonedDateTime to = switch (span.unit()) {
            case SECOND -> from.plusSeconds(span.count());
            case MINUTE -> from.plusMinutes(span.count());
            case HOUR -> from.plusHours(span.count());
            case DAY -> from.plusDays(span.count());
            case WEEK -> from.plusWeeks(span.count());
            case MONTH -> from.plusMonths(span.count());
            case YEAR -> from.plusYears(span.count());
        };
        return to.toInstant().toEpochMilli();
    }

    /** The story with the claim that the clause is over; none where it still asks for something. Turns that were missed while it lasted are no part of what it is about. */
    private static Optional<Story> over(Story story, Ways ways, Norm norm) {
        Story told = new Story(
                story.title(),
                story.reading(),
                story.moves(),
                story.at(),
                story.claims().stream()
                        .filter(c -> !c.clause().equals(norm.id()) || c.status() == Status.LAPSED)
                        .toList(),
                List.of(norm.id()));
        return Optional.of(told).filter(s -> s.stillAsking(ways).isEmpty());
    }

    /** An answer to every question: those given, and otherwise the first. */
    public Reading whole(Reading under) {
        return texts.whole(under);
    }

    /** The answers of a clause's own reading, those that are given, and the first answer to every other question. */
    private Reading reading(Norm norm, Reading under) {
        Map<String, String> answers = new HashMap<>(reading(norm).answers());
        answers.putAll(under.answers());
        return new Reading(answers);
    }

    /** A prohibition is broken, by the first who can, and then nothing happens for so many days. */
    public Optional<Story> broken(Norm norm, String title, int days) {
        return broken(norm, title, days, Openings::of);
    }

    /** Something is done of which nobody can say whether it breaks a prohibition; none where that is never so. */
    public Optional<Story> perhapsBroken(Norm norm, String title, int days) {
        return broken(norm, title, days, Openings::unsure)
                .filter(s -> s.claims().stream()
                        .anyMatch(c -> c.clause().equals(norm.id()) && c.status() == Status.UNDETERMINED));
    }

    private interface Search {
        Optional<Opening> opening(Openings openings, Norm norm, Optional<String> violator);
    }

    private Optional<Story> broken(Norm norm, String title, int days, Search search) {
        Reading reading = reading(norm);
        Ways ways = ways(reading);
        Agreement resolved = ways.agreement();
        Optional<Norm> plain =
                resolved.norms().stream().filter(n -> n.id().equals(norm.id())).findFirst();
        for (Optional<String> violator : Sides.violators(resolved, norm)) {
            Optional<Opening> opening = plain.flatMap(n -> search.opening(new Openings(ways), n, violator));
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
        // A week's watch of ten years has hundreds of deadlines: nobody is asked at each of them what it leaves undone.
        List<Move> moves = new Play(ways, new Cast(everybody), Play.Pace.AT_THE_LAST_MOMENT, Set.of(), at).alone(plans);
        return Optional.of(Story.of(title, ways, reading, moves, at, clauses::contains))
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
            if (on.of().covers(broken.id()) && Duties.isProhibition(broken)) {
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
