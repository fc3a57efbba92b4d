package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Norm;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values worth trying where a clause leaves one open: those on either side of every comparison that the text makes, and one that it does not name. No others can
 * tell two histories apart, as long as the text does no more with values than compare them.
 */
final class Values {
    private static final Pattern COORDINATES =
            Pattern.compile("\\[\\s*(-?\\d+(?:\\.\\d+)?)\\s*,\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final LocalDate SOME_DAY = LocalDate.of(2030, 6, 30);

    private final Agreement agreement;
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<LocalDate> days = new LinkedHashSet<>();
    private final List<Value> places = new ArrayList<>();

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
        for (Zone zone : agreement.zones()) {
            if (zone instanceof Zone.FromFile file) {
                Matcher first = COORDINATES.matcher(file.geoJson());
                if (first.find()) {
                    places.add(new Value.Place(
                            Double.parseDouble(first.group(2)), Double.parseDouble(first.group(1)), zone.name()));
                }
            }
        }
        places.add(new Value.Place(0, 0, "elsewhere"));
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
            case PLACE -> places;
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
            case TEXT, BREACH, PLACE, ZONE, DATE -> {
                for (int i = 1; i <= count; i++) {
                    many.add(type == ValueType.DATE ? new Value.Day(SOME_DAY.plusDays(i)) : new Value.Text("t" + i));
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
        switch (norm.duty()) {
            case Duty.Achieve d -> collect(d.where());
            case Duty.Refrain d -> {
                collect(d.where());
                collect(d.act());
            }
            case Duty.Keep d -> collect(d.condition());
            case Duty.Recur d -> collect(d.where());
            case Duty.May ignored -> {}
            case Duty.Power ignored -> {}
        }
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
            case Condition.Distance ignored -> {}
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
