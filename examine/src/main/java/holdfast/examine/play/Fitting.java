package holdfast.examine.play;

import holdfast.engine.geography.Geography;
import holdfast.engine.geography.Shape;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.model.Agreement;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that fit a condition on an act's own values: places in, near and not in zones, numbers above and below one another. What else a condition asks (states, what has
 * happened) is left open here. Proposals only: the monitor says whether the act breaks anything.
 */
final class Fitting {
    /** So many choices of values are looked at for one act. */
    private static final int MOST_TRIED = 50_000;

    /** A place counts as at a distance that the text tells apart if it is so near to it. */
    private static final double NEAR_KM = 0.05;

    private final Values values;
    private final Map<String, Shape> shapes;

    Fitting(Agreement agreement, Values values) {
        this.values = values;
        this.shapes = Geography.of(agreement);
    }

    /** What a condition on a defined event asks of the values of its definition: in the definition's variables. */
    static Condition inside(Condition where, Definition definition, Pattern pattern, Map<String, Value> bound) {
        if (where.isAlways()) {
            return where;
        }
        Map<String, String> inner = new HashMap<>();
        List<Attribute> attributes = definition.type().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (pattern.term(attributes.get(i).name()).orElse(null) instanceof Term.Variable(String outer)) {
                inner.putIfAbsent(outer, definition.variables().get(i));
            }
        }
        return renamed(where, inner, bound);
    }

    private static Condition renamed(Condition where, Map<String, String> inner, Map<String, Value> bound) {
        return switch (where) {
            case Condition.All c ->
                new Condition.All(c.conditions().stream()
                        .map(one -> renamed(one, inner, bound))
                        .toList());
            case Condition.Any c ->
                new Condition.Any(c.conditions().stream()
                        .map(one -> renamed(one, inner, bound))
                        .toList());
            case Condition.Not c -> new Condition.Not(renamed(c.condition(), inner, bound));
            case Condition.Compare c ->
                new Condition.Compare(
                        renamed(c.left(), inner, bound), c.comparison(), renamed(c.right(), inner, bound), c.origin());
            case Condition.InZone c -> new Condition.InZone(renamed(c.place(), inner, bound), c.zone(), c.origin());
            case Condition.Distance c ->
                new Condition.Distance(renamed(c.place(), inner, bound), c.within(), c.km(), c.zone(), c.origin());
            case Condition.InState c -> c;
            case Condition.HasHappened c -> c;
            case Condition.NoneFor c -> c;
            case Condition.ClauseFulfilled c -> c;
            case Condition.ClauseBreached c -> c;
            case Condition.LevelIs c -> c;
            case Condition.Undefined c -> c;
        };
    }

    private static Term renamed(Term term, Map<String, String> inner, Map<String, Value> bound) {
        if (term instanceof Term.Variable(String outer)) {
            Value value = bound.get(outer);
            // A name that cannot be written stands for nothing in the definition.
            return value != null
                    ? new Term.Constant(value)
                    : new Term.Variable(inner.getOrDefault(outer, "outer " + outer));
        }
        return term;
    }

    /** The variables whose values a condition compares or places. */
    static Set<String> variables(Condition where) {
        Set<String> found = new HashSet<>();
        terms(where).forEach(t -> {
            if (t instanceof Term.Variable(String name)) {
                found.add(name);
            }
        });
        return found;
    }

    private static List<Term> terms(Condition where) {
        return switch (where) {
            case Condition.All c ->
                c.conditions().stream().flatMap(one -> terms(one).stream()).toList();
            case Condition.Any c ->
                c.conditions().stream().flatMap(one -> terms(one).stream()).toList();
            case Condition.Not c -> terms(c.condition());
            case Condition.Compare c -> List.of(c.left(), c.right());
            case Condition.InZone c -> List.of(c.place());
            case Condition.Distance c -> List.of(c.place());
            default -> List.of();
        };
    }

    /**
     * Choices of values for some variables under which a condition need not be false, one for each side on which they can stand of what the text tells apart.
     *
     * @param open by variable, an attribute that takes its value
     * @param bound the values of others
     */
    List<Map<String, Value>> choices(Map<String, Attribute> open, Condition where, Map<String, Value> bound) {
        List<Map<String, Value>> choices = new ArrayList<>(List.of(Map.of()));
        long product = 1;
        for (Map.Entry<String, Attribute> one : open.entrySet()) {
            List<Value> candidates = values.wide(one.getValue());
            product *= Math.max(1, candidates.size());
            if (product > MOST_TRIED) {
                candidates = candidates.subList(0, Math.max(1, (int) (candidates.size() * MOST_TRIED / product)));
                product = MOST_TRIED;
            }
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> choice : choices) {
                for (Value value : candidates) {
                    Map<String, Value> more = new LinkedHashMap<>(choice);
                    more.put(one.getKey(), value);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        Map<List<String>, Map<String, Value>> bySide = new LinkedHashMap<>();
        for (Map<String, Value> choice : choices) {
            Map<String, Value> all = new HashMap<>(bound);
            all.putAll(choice);
            if (truth(where, all).orElse(true)) {
                bySide.putIfAbsent(choice.values().stream().map(this::side).toList(), choice);
            }
        }
        return List.copyOf(bySide.values());
    }

    /** Where a place stands to every zone and distance of the text; other values stand for themselves. */
    private String side(Value value) {
        if (!(value instanceof Value.Place place)) {
            return value.toString();
        }
        StringBuilder side = new StringBuilder();
        values.distances().forEach((zone, kilometres) -> {
            double km = kilometresFrom(place, zone);
            side.append(covers(place, zone) ? 'i' : 'o');
            for (double at : kilometres) {
                side.append(km <= at ? '<' : '>').append(Math.abs(km - at) < NEAR_KM ? 'n' : ' ');
            }
        });
        return side.toString();
    }

    private boolean covers(Value.Place place, String zone) {
        try {
            Shape shape = shapes.get(zone);
            return shape != null && shape.covers(place.latitude(), place.longitude());
        } catch (GeographyProblem unreadable) {
            return false;
        }
    }

    private double kilometresFrom(Value.Place place, String zone) {
        try {
            Shape shape = shapes.get(zone);
            return shape == null ? Double.NaN : shape.kilometresFrom(place.latitude(), place.longitude());
        } catch (GeographyProblem unreadable) {
            return Double.NaN;
        }
    }

    /** Whether a condition holds; empty where that hangs on more than these values. */
    Optional<Boolean> truth(Condition where, Map<String, Value> bound) {
        return switch (where) {
            case Condition.All c -> truth(c.conditions(), false, bound);
            case Condition.Any c -> truth(c.conditions(), true, bound);
            case Condition.Not c -> truth(c.condition(), bound).map(b -> !b);
            case Condition.Compare c -> compared(value(c.left(), bound), c.comparison(), value(c.right(), bound));
            case Condition.InZone c -> place(c.place(), bound).map(p -> covers(p, c.zone()));
            case Condition.Distance c ->
                place(c.place(), bound)
                        .map(p -> kilometresFrom(p, c.zone()))
                        .filter(km -> !Double.isNaN(km))
                        .map(km -> c.within() ? km <= c.km().doubleValue() : km >= c.km().doubleValue());
            case Condition.InState ignored -> Optional.empty();
            case Condition.HasHappened ignored -> Optional.empty();
            case Condition.NoneFor ignored -> Optional.empty();
            case Condition.ClauseFulfilled ignored -> Optional.empty();
            case Condition.ClauseBreached ignored -> Optional.empty();
            case Condition.LevelIs ignored -> Optional.empty();
            case Condition.Undefined ignored -> Optional.empty();
        };
    }

    /** @param decisive the truth of one that decides for all of them together */
    private Optional<Boolean> truth(List<Condition> several, boolean decisive, Map<String, Value> bound) {
        boolean open = false;
        for (Condition one : several) {
            Optional<Boolean> truth = truth(one, bound);
            if (truth.equals(Optional.of(decisive))) {
                return truth;
            }
            open |= truth.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!decisive);
    }

    private static Optional<Boolean> compared(@Nullable Value left, Comparison comparison, @Nullable Value right) {
        if (left == null || right == null) {
            return Optional.empty();
        }
        Integer order = switch (left) {
            case Value.Number(BigDecimal a) when right instanceof Value.Number(BigDecimal b) -> a.compareTo(b);
            case Value.Day(LocalDate a) when right instanceof Value.Day(LocalDate b) -> a.compareTo(b);
            default -> null;
        };
        boolean same = order == null ? Objects.equals(left, right) : order == 0;
        return switch (comparison) {
            case IS -> Optional.of(same);
            case IS_NOT -> Optional.of(!same);
            case AT_LEAST -> Optional.ofNullable(order).map(o -> o >= 0);
            case AT_MOST -> Optional.ofNullable(order).map(o -> o <= 0);
            case MORE_THAN -> Optional.ofNullable(order).map(o -> o > 0);
            case LESS_THAN -> Optional.ofNullable(order).map(o -> o < 0);
        };
    }

    private static @Nullable Value value(Term term, Map<String, Value> bound) {
        return switch (term) {
            case Term.Constant(Value value) -> value;
            case Term.Variable(String name) -> bound.get(name);
        };
    }

    private static Optional<Value.Place> place(Term term, Map<String, Value> bound) {
        return value(term, bound) instanceof Value.Place place ? Optional.of(place) : Optional.empty();
    }
}
