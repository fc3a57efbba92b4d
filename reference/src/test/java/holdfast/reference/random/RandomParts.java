package holdfast.reference.random;

import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Pattern.Argument;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patterns, conditions, spans and values, out of what a draft holds so far. */
final class RandomParts {
    /** What a fresh variable for each type is called; a second one for actors, so that patterns meet on them. */
    private static final Map<ValueType, List<String>> NAMES = Map.of(
            ValueType.PARTY, List.of("P", "Q"),
            ValueType.NUMBER, List.of("N"),
            ValueType.TEXT, List.of("S"),
            ValueType.DATE, List.of("D"),
            ValueType.PLACE, List.of("X"),
            ValueType.ZONE, List.of("Z"),
            ValueType.BREACH, List.of("V"));

    private final Dice dice;
    private final Draft draft;

    RandomParts(Dice dice, Draft draft) {
        this.dice = dice;
        this.draft = draft;
    }

    static Term variable(String name) {
        return new Term.Variable(name);
    }

    static Term constant(Value value) {
        return new Term.Constant(value);
    }

    // spans

    Span span() {
        return dice.pick(
                new Span(1, Unit.SECOND),
                new Span(30, Unit.MINUTE),
                new Span(1, Unit.HOUR),
                new Span(2, Unit.HOUR),
                new Span(24, Unit.HOUR),
                new Span(24, Unit.HOUR),
                new Span(48, Unit.HOUR),
                new Span(1, Unit.DAY),
                new Span(1, Unit.DAY),
                new Span(2, Unit.DAY),
                new Span(1, Unit.WEEK),
                new Span(1, Unit.MONTH),
                new Span(1, Unit.YEAR));
    }

    Span longSpan() {
        return dice.pick(
                new Span(24, Unit.HOUR),
                new Span(36, Unit.HOUR),
                new Span(1, Unit.DAY),
                new Span(3, Unit.DAY),
                new Span(1, Unit.WEEK),
                new Span(1, Unit.MONTH));
    }

    // values

    Value value(ValueType type) {
        return switch (type) {
            case PARTY -> new Value.Actor(actor());
            case NUMBER ->
                new Value.Number(dice.pick(
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.TWO,
                        BigDecimal.valueOf(5),
                        BigDecimal.ZERO,
                        new BigDecimal("2.50"),
                        BigDecimal.valueOf(-1)));
            case TEXT -> new Value.Text(dice.pick("a", "b"));
            case DATE -> new Value.Day(date());
            case PLACE ->
                dice.chance(0.2)
                        ? new Value.NamedPlace("a village")
                        : dice.pick(
                                new Value.Place(48.5, 37, "inside"),
                                new Value.Place(48.2, 36.1, ""),
                                new Value.Place(48.5, 38.1, "7 km outside"),
                                new Value.Place(48.5, 40, "far outside"));
            case ZONE ->
                new Value.ZoneName(
                        draft.zones.isEmpty() ? "box" : dice.pick(draft.zones).name());
            case BREACH ->
                new Value.Reference(
                        dice.chance(0.6) || draft.norms.isEmpty()
                                ? "r" + dice.between(1, 12)
                                : dice.pick(draft.norms).id());
        };
    }

    Instant instant() {
        return date().atTime(dice.between(0, 23), 0).toInstant(java.time.ZoneOffset.UTC);
    }

    /** Days at least: what is renewed by the second has no end within reach. */
    Span calendarSpan() {
        return new Span(dice.between(1, 3), dice.pick(Span.Unit.DAY, Span.Unit.WEEK, Span.Unit.MONTH));
    }

    LocalDate date() {
        return LocalDate.of(2015, 3, 27).plusDays(dice.between(0, 6));
    }

    String actor() {
        return dice.pick(draft.actors).name();
    }

    /** An actor, or a set of them. */
    private Value someone() {
        List<String> sets = new ArrayList<>(List.of("party", "guarantor"));
        draft.groups.forEach(g -> sets.add(g.name()));
        return switch (dice.weighted(7, 2, 1)) {
            case 0 -> new Value.Actor(actor());
            case 1 -> new Value.Actor(dice.pick(sets));
            default -> Value.UNATTRIBUTED;
        };
    }

    // patterns

    List<EventType> events() {
        return new ArrayList<>(draft.build().eventTypes().values());
    }

    List<EventType> eventsWith(ValueType type) {
        return events().stream()
                .filter(e -> e.attributes().stream().anyMatch(a -> a.type() == type))
                .toList();
    }

    String attribute(EventType event, ValueType type) {
        return event.attributes().stream()
                .filter(a -> a.type() == type)
                .findFirst()
                .orElseThrow()
                .name();
    }

    EventType event() {
        // what motions and votes lead to is not what most clauses speak of
        List<EventType> all = events();
        List<EventType> own =
                all.stream().filter(e -> !Draft.BUILT_IN.contains(e)).toList();
        return dice.chance(0.93) || draft.bodies.isEmpty() ? dice.pick(own) : dice.pick(all);
    }

    Pattern pattern(Variables bound) {
        return pattern(event(), bound);
    }

    /** A pattern of an event; the variables that it binds are added to those that are bound. */
    Pattern pattern(EventType event, Variables bound) {
        List<Argument> arguments = new ArrayList<>();
        for (Attribute attribute : event.attributes()) {
            if (dice.chance(0.45)) {
                arguments.add(new Argument(attribute.name(), term(attribute.type(), bound)));
            }
        }
        return new Pattern(event.name(), arguments, Origin.NONE);
    }

    /** The same, naming an attribute with a term for sure. */
    Pattern pattern(EventType event, Variables bound, String attribute, Term term) {
        if (term instanceof Term.Variable(String name)) {
            bound.bind(name, event.attribute(attribute).orElseThrow().type());
        }
        List<Argument> arguments = new ArrayList<>();
        arguments.add(new Argument(attribute, term));
        pattern(event, bound).arguments().stream()
                .filter(a -> !a.attribute().equals(attribute))
                .forEach(arguments::add);
        return new Pattern(event.name(), arguments, Origin.NONE);
    }

    private Term term(ValueType type, Variables bound) {
        List<String> known = bound.of(type);
        if (!known.isEmpty() && dice.chance(0.5)) {
            return variable(dice.pick(known));
        }
        List<String> fresh =
                NAMES.get(type).stream().filter(v -> !bound.binds(v)).toList();
        if (!fresh.isEmpty() && dice.chance(0.55) || type == ValueType.PLACE || type == ValueType.BREACH) {
            String name = fresh.isEmpty() ? NAMES.get(type).getFirst() : dice.pick(fresh);
            bound.bind(name, type);
            return variable(name);
        }
        return constant(type == ValueType.PARTY ? someone() : value(type));
    }

    // conditions

    Condition condition(Variables bound) {
        return condition(bound, 2);
    }

    Condition rarely(double probability, Variables bound) {
        return dice.chance(probability) ? condition(bound) : Condition.ALWAYS;
    }

    private Condition condition(Variables bound, int depth) {
        if (depth > 0 && dice.chance(0.3)) {
            Condition one = condition(bound, depth - 1);
            return switch (dice.weighted(2, 2, 3)) {
                case 0 -> new Condition.All(List.of(one, condition(bound, depth - 1)));
                case 1 -> new Condition.Any(List.of(one, condition(bound, depth - 1)));
                default -> new Condition.Not(one);
            };
        }
        List<Condition> possible = new ArrayList<>();
        for (int twice = 0; twice < 2 && !draft.states.isEmpty(); twice++) {
            possible.add(inState(dice.pick(draft.states), bound));
        }
        possible.add(new Condition.HasHappened(pattern(bound.copy())));
        possible.add(new Condition.NoneFor(pattern(bound.copy()), span()));
        if (!draft.norms.isEmpty()) {
            possible.add(
                    dice.chance(0.5)
                            ? new Condition.ClauseFulfilled(earlier(), Origin.NONE)
                            : new Condition.ClauseBreached(
                                    earlier(),
                                    dice.chance(0.5) ? Optional.of(actor()) : Optional.empty(),
                                    Origin.NONE));
        }
        if (!draft.levels.isEmpty()) {
            possible.add(levelIs(dice.pick(draft.levels), bound));
        }
        if (!draft.undefinedTerms.isEmpty()) {
            possible.add(new Condition.Undefined(dice.pick(draft.undefinedTerms).name(), Origin.NONE));
        }
        for (String variable : bound.all()) {
            possible.addAll(about(variable, bound));
        }
        return dice.pick(possible);
    }

    private Condition inState(State state, Variables bound) {
        return new Condition.InState(
                state.name(), state.parameters().stream().map(p -> party(bound)).toList(), Origin.NONE);
    }

    private Condition levelIs(Level level, Variables bound) {
        List<Argument> arguments = level.attributes().stream()
                .map(a -> new Argument(a, party(bound)))
                .toList();
        return new Condition.LevelIs(
                new Pattern(level.name(), arguments, Origin.NONE),
                dice.pick(Comparison.values()),
                dice.pick(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5)));
    }

    private Term party(Variables bound) {
        List<String> known = bound.of(ValueType.PARTY);
        return known.isEmpty() || dice.chance(0.2) ? constant(new Value.Actor(actor())) : variable(dice.pick(known));
    }

    private List<Condition> about(String variable, Variables bound) {
        Term term = variable(variable);
        ValueType type = bound.type(variable);
        return switch (type) {
            case PARTY ->
                List.of(new Condition.Compare(
                        term, dice.pick(Comparison.IS, Comparison.IS_NOT), constant(someone()), Origin.NONE));
            case NUMBER, DATE ->
                List.of(new Condition.Compare(
                        term, dice.pick(Comparison.values()), constant(value(type)), Origin.NONE));
            case TEXT, ZONE ->
                List.of(new Condition.Compare(
                        term, dice.pick(Comparison.IS, Comparison.IS_NOT), constant(value(type)), Origin.NONE));
            case PLACE -> draft.zones.isEmpty() ? List.of() : List.of(place(term), place(term), place(term));
            case BREACH -> List.of();
        };
    }

    private Condition place(Term term) {
        String zone = dice.pick(draft.zones).name();
        return dice.chance(0.6)
                ? new Condition.InZone(term, zone, Origin.NONE)
                : new Condition.Distance(
                        term, dice.chance(0.5), dice.pick(BigDecimal.ONE, BigDecimal.valueOf(50)), zone, Origin.NONE);
    }

    // references to clauses

    /** One or two clauses that stand already, or a whole article that is complete. */
    ClauseRef earlier() {
        List<String> ids = draft.norms.stream().map(Norm::id).distinct().toList();
        String last = draft.norms.getLast().id();
        String one = dice.pick(ids);
        String article = one.substring(0, one.indexOf('.'));
        if (dice.chance(0.25) && !last.startsWith(article + ".")) {
            return new ClauseRef(List.of(article));
        }
        return new ClauseRef(dice.chance(0.2) ? List.of(one, dice.pick(ids)) : List.of(one));
    }

    /** A polygon in GeoJSON. */
    static String box(int west, int south, int east, int north) {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"box"},"geometry":
                {"type":"Polygon","coordinates":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}}]}
                """.formatted(west, south, east, south, east, north, west, north, west, south);
    }
}
