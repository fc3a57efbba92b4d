package holdfast.examine.table;

import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Ways;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import holdfast.language.reading.QuietGaps;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways in which one prohibition can be broken that the text tells apart: once, on and on, growing, or by another kind of act that it answers by itself. */
public final class Courses {
    private static final long DAY = 86_400_000;
    private static final int MOST_REPEATS = 200;

    private final Ways ways;
    private final Slice slice;
    private final Opening opening;
    private final Optional<String> violator;

    public Courses(Ways ways, Slice slice, Opening opening, Optional<String> violator) {
        this.ways = ways;
        this.slice = slice;
        this.opening = opening;
        this.violator = violator;
    }

    /** What the violator does, by course; the single violation first. */
    public Map<Course, List<Plan>> all() {
        Map<Course, List<Plan>> courses = new LinkedHashMap<>();
        courses.put(Course.ONCE, opening.violation());
        if (!opening.sure()) {
            return courses;
        }
        for (Norm norm : ways.agreement().norms()) {
            switch (norm.trigger().orElse(null)) {
                case Trigger.Continues c
                when c.breach().of().covers(opening.norm().id()) ->
                    goingOn().ifPresent(plans -> courses.putIfAbsent(Course.GOES_ON, plans));
                case Trigger.GrowsInto g
                when g.breach().of().covers(opening.norm().id()) ->
                    grown(g.into())
                            .ifPresent(plans -> courses.putIfAbsent(
                                    new Course(Course.Kind.GROWS, g.into().event()), plans));
                case Trigger.OnEvent e
                when answersTheAct(e.pattern()) ->
                    as(e.pattern())
                            .ifPresent(plans -> courses.putIfAbsent(
                                    new Course(Course.Kind.AS, e.pattern().event()), plans));
                case null, default -> {}
            }
        }
        return courses;
    }

    /** The violation again and again, before it would be over, until every clause that waits for it to go on has waited long enough. */
    private Optional<List<Plan>> goingOn() {
        return switch (Duties.brokenBy(opening.norm())) {
            case BrokenBy.Lapse ignored -> Optional.of(opening.violation());
            case BrokenBy.Act ignored -> again();
            // What is left undone goes on by itself, and no opening begins with it.
            case BrokenBy.Omission ignored -> Optional.empty();
            case BrokenBy.Nothing ignored -> Optional.empty();
        };
    }

    private Optional<List<Plan>> again() {
        Optional<Span> gap = QuietGaps.of(ways.agreement(), opening.norm());
        if (gap.isEmpty()) {
            return Optional.empty();
        }
        if (gap.get().equals(Span.EVER)) {
            return Optional.of(opening.violation());
        }
        long longest = 0;
        for (Norm norm : ways.agreement().norms()) {
            if (norm.trigger().orElse(null) instanceof Trigger.Continues c) {
                longest = Math.max(longest, length(c.after()));
            }
        }
        // An hour before it would end, or half way where the gap is shorter: calendar days may have 23 hours.
        long pace = length(gap.get());
        pace = Math.max(1, pace > 4 * 3_600_000L ? pace - 2 * 3_600_000L : pace / 2);
        List<Plan> all = new ArrayList<>();
        long until = longest + pace;
        for (long shift = 0; shift <= until && all.size() < MOST_REPEATS; shift += pace) {
            for (Plan plan : opening.violation()) {
                all.add(later(plan, shift));
            }
        }
        return Optional.of(all);
    }

    private static Plan later(Plan plan, long by) {
        return switch (plan) {
            case Plan.Done(var act, long at, var why) -> new Plan.Done(act, at + by, why);
            case Plan.Passed(long at, var why) -> new Plan.Passed(at + by, why);
            case Plan.Found ignored -> plan;
            case Plan.Voted ignored -> plan;
        };
    }

    /** The least that a span can last, in milliseconds. */
    private static long length(Span span) {
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR -> span.count() * span.unit().millis();
            case DAY -> span.count() * DAY;
            case WEEK -> span.count() * 7 * DAY;
            case MONTH -> span.count() * 31 * DAY;
            case YEAR -> span.count() * 366 * DAY;
        };
    }

    private Optional<List<Plan>> grown(Pattern into) {
        long start =
                QuietGaps.of(ways.agreement(), opening.norm()).isPresent() ? opening.end() + 60_000 : opening.end();
        return byViolator(into, start).map(more -> {
            List<Plan> all = new ArrayList<>(opening.violation());
            all.addAll(more);
            return all;
        });
    }

    private boolean answersTheAct(Pattern pattern) {
        Optional<String> forbidden = Duties.forbidden(opening.norm()).map(Pattern::event);
        if (forbidden.isEmpty() || pattern.event().equals(forbidden.get())) {
            return false;
        }
        Set<String> common = new HashSet<>(ways.declaredUnder(forbidden.get()));
        common.retainAll(ways.declaredUnder(pattern.event()));
        return !common.isEmpty() && slice.clauses().contains(opening.norm().id());
    }

    private Optional<List<Plan>> as(Pattern pattern) {
        return byViolator(pattern, opening.start());
    }

    private Optional<List<Plan>> byViolator(Pattern pattern, long start) {
        Map<String, Value> bound = new HashMap<>();
        Roles.variable(opening.norm()).ifPresent(v -> violator.ifPresent(a -> bound.put(v, new Value.Actor(a))));
        for (List<Ways.Step> way : ways.of(pattern, bound, violator)) {
            boolean his = way.stream()
                    .allMatch(s -> ways.declared(s.act().event())
                            .flatMap(e -> e.actor())
                            .map(a -> s.act().values().get(a.name()))
                            .map(v -> violator.map(x -> isHis(v, x)).orElse(false))
                            .orElse(true));
            if (his) {
                return Optional.of(Openings.scheduled(way, start, Move.Why.VIOLATION));
            }
        }
        return Optional.empty();
    }

    private boolean isHis(Value doer, String violator) {
        if (doer.equals(new Value.Actor(violator))) {
            return true;
        }
        for (Rule rule : ways.agreement().rules()) {
            if (rule instanceof Rule.AnswersFor answers
                    && answers.principal().equals(violator)
                    && doer instanceof Value.Actor(String name)
                    && answers.affiliates().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
