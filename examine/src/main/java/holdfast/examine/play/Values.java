package holdfast.examine.play;

import holdfast.engine.geography.Nearby;
import holdfast.language.model.Agreement;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Norm;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values worth trying where a clause leaves one open: those on either side of every comparison that the text makes, and one that it does not name. No others can
 * tell two histories apart, as long as the text does no more with values than compare them.
 */
final class Values {
    private static final LocalDate SOME_DAY = LocalDate.of(2030, 6, 30);

    private final Agreement agreement;
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<LocalDate> days = new LinkedHashSet<>();
    private final Map<String, Set<Double>> distances = new LinkedHashMap<>();
    private @Nullable List<Value> near;

    Values(Agreement agreement) {
        this.agreement = agreement;
        agreement.norms().forEach(this::collect);
        agreement.definitions().forEach(d -> collect(d.derivation()));
        for (State state : agreement.states()) {
            if (state instanceof State.Named named) {
                collect(named.condition());
            }
        }
        numbers.add(BigDecimal.ONE);
        texts.add("elsewhere");
        days.add(SOME_DAY);
        agreement.zones().forEach(z -> distances.computeIfAbsent(z.name(), n -> new TreeSet<>()));
    }

    /** By zone, the distances from it that the text tells apart, in km. */
    Map<String, Set<Double>> distances() {
        return distances;
    }

    /** Places on both sides of every border and distance, and one that is nowhere near. */
    private List<Value> near() {
        List<Value> known = near;
        if (known == null) {
            known = new ArrayList<>();
            for (Map.Entry<String, Set<Double>> zone : distances.entrySet()) {
                for (Nearby.Position p : Nearby.of(agreement, zone.getKey(), List.copyOf(zone.getValue()))) {
                    known.add(new Value.Place(p.latitude(), p.longitude(), zone.getKey()));
                }
            }
            known.add(new Value.Place(0, 0, "elsewhere"));
            near = known;
        }
        return known;
    }

    /** One place of each zone, and one elsewhere. */
    private List<Value> places() {
        Map<String, Value> first = new LinkedHashMap<>();
        near().forEach(p -> first.putIfAbsent(((Value.Place) p).name(), p));
        return List.copyOf(first.values());
    }

    /** More than {@link #of}: on all sides of one another as well as of what the text compares with. */
    List<Value> wide(Attribute attribute) {
        return switch (attribute.type()) {
            case NUMBER -> {
                Set<BigDecimal> wide = new LinkedHashSet<>(numbers);
                for (int i = 0; i <= 3; i++) {
                    wide.add(BigDecimal.valueOf(i));
                }
                BigDecimal last = null;
                for (BigDecimal n : new TreeSet<>(wide)) {
                    if (last != null) {
                        wide.add(last.add(n).divide(BigDecimal.valueOf(2), 6, RoundingMode.HALF_EVEN));
                    }
                    last = n;
                }
                yield wide.stream().<Value>map(Value.Number::new).distinct().toList();
            }
            case TEXT -> {
                Set<String> wide = new LinkedHashSet<>(texts);
                wide.add("somewhere else");
                yield wide.stream().<Value>map(Value.Text::new).toList();
            }
            case DATE -> {
                Set<LocalDate> wide = new LinkedHashSet<>(days);
                wide.add(SOME_DAY.plusDays(1));
                yield wide.stream().<Value>map(Value.Day::new).toList();
            }
            case PARTY -> {
                List<Value> all = new ArrayList<>();
                agreement.actors().forEach(a -> all.add(new Value.Actor(a.name())));
                all.add(Value.UNATTRIBUTED);
                yield all;
            }
            case PLACE -> near();
            case ZONE, BREACH -> of(attribute);
        };
    }

    /** The plainest first. */
    List<Value> of(Attribute attribute) {
        return switch (attribute.type()) {
            case PARTY ->
                agreement.actors().stream()
                        .<Value>map(a -> new Value.Actor(a.name()))
                        .limit(6)
                        .toList();
            case NUMBER -> numbers.stream().<Value>map(Value.Number::new).toList();
            case TEXT -> texts.stream().<Value>map(Value.Text::new).toList();
            case DATE -> days.stream().<Value>map(Value.Day::new).toList();
            case PLACE -> places();
            case ZONE ->
                agreement.zones().stream()
                        .<Value>map(z -> new Value.ZoneName(z.name()))
                        .distinct()
                        .toList();
            case BREACH -> List.of(new Value.Reference("none"));
        };
    }

    /** So many different values of one type; fewer where there are no more. */
    List<Value> many(ValueType type, long count) {
        List<Value> many = new ArrayList<>();
        switch (type) {
            case PARTY -> agreement.actors().forEach(a -> many.add(new Value.Actor(a.name())));
            case NUMBER -> numbersUpTo(count, many);
            case ZONE ->
                agreement.zones().stream()
                        .map(z -> new Value.ZoneName(z.name()))
                        .distinct()
                        .forEach(many::add);
            case PLACE -> {
                // A metre apart, about each place that stands otherwise to the zones.
                List<Value> near = near();
                for (int i = 0; i < count; i++) {
                    Value.Place p = (Value.Place) near.get(i % near.size());
                    many.add(new Value.Place(p.latitude() + i / near.size() * 1e-5, p.longitude(), "t" + i));
                }
            }
            case TEXT, BREACH, DATE -> {
                for (int i = 1; i <= count; i++) {
                    many.add(
                            switch (type) {
                                case DATE -> new Value.Day(SOME_DAY.plusDays(i));
                                case BREACH -> new Value.Reference("t" + i);
                                default -> new Value.Text("t" + i);
                            });
                }
            }
        }
        return many.stream().limit(count).toList();
    }

    private static void numbersUpTo(long count, List<Value> into) {
        for (int i = 1; i <= count; i++) {
            into.add(Value.Number.of(i));
        }
    }

    private void collect(Norm norm) {
        collect(norm.whileTrue());
        collect(norm.guard());
        norm.trigger().ifPresent(t -> {
            switch (t) {
                case Trigger.OnEvent e -> {
                    collect(e.where());
                    collect(e.pattern());
                }
                case Trigger.OnState s -> collect(s.condition());
                case Trigger.OnBreach ignored -> {}
                case Trigger.Continues ignored -> {}
                case Trigger.GrowsInto g -> collect(g.into());
                case Trigger.OnOutcome ignored -> {}
            }
        });
        Duties.condition(norm).ifPresent(this::collect);
        Duties.forbidden(norm).ifPresent(this::collect);
    }

    private void collect(holdfast.language.model.Pattern pattern) {
        pattern.arguments().forEach(a -> {
            switch (a.term()) {
                case Term.Constant(Value.Text(String text)) -> texts.add(text);
                case Term.Constant(Value.Number(BigDecimal number)) -> numbers.add(number);
                default -> {}
            }
        });
    }

    private void collect(Definition.Derivation derivation) {
        Ways.patterns(derivation).forEach(this::collect);
        switch (derivation) {
            case Definition.Select d -> collect(d.where());
            case Definition.Count d -> collect(d.where());
            case Definition.Different d -> collect(d.where());
            case Definition.Sum d -> collect(d.where());
            case Definition.Merged d -> collect(d.where());
            case Definition.Then ignored -> {}
            case Definition.Absence ignored -> {}
            case Definition.After ignored -> {}
            case Definition.AllOf ignored -> {}
        }
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(this::collect);
            case Condition.Any c -> c.conditions().forEach(this::collect);
            case Condition.Not c -> collect(c.condition());
            case Condition.Compare c -> compare(c);
            case Condition.HasHappened c -> collect(c.pattern());
            case Condition.NoneFor c -> collect(c.pattern());
            case Condition.InState ignored -> {}
            case Condition.ClauseFulfilled ignored -> {}
            case Condition.ClauseBreached ignored -> {}
            case Condition.LevelIs ignored -> {}
            case Condition.Undefined ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance d ->
                distances.computeIfAbsent(d.zone(), z -> new TreeSet<>()).add(d.km().doubleValue());
        }
    }

    private void compare(Condition.Compare c) {
        for (Term term : List.of(c.left(), c.right())) {
            switch (term) {
                case Term.Constant(Value.Number(BigDecimal n)) -> {
                    numbers.add(Ways.satisfying(c.comparison(), n));
                    numbers.add(n);
                    numbers.add(n.add(BigDecimal.ONE));
                    if (n.signum() > 0) {
                        numbers.add(n.subtract(BigDecimal.ONE).max(BigDecimal.ZERO));
                    }
                }
                case Term.Constant(Value.Text(String text)) -> {
                    if (c.comparison() == Comparison.IS_NOT) {
                        texts.add("elsewhere");
                    }
                    texts.add(text);
                }
                case Term.Constant(Value.Day(LocalDate day)) -> {
                    days.add(day);
                    days.add(day.plusDays(1));
                    days.add(day.minusDays(1));
                }
                default -> {}
            }
        }
    }
}
