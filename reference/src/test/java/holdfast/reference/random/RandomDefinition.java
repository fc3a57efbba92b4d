package holdfast.reference.random;

import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Definition.Derivation;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A definition of any kind, its parameters among the variables that its patterns bind. */
final class RandomDefinition {
    private static final Map<ValueType, String> ATTRIBUTES =
            Map.of(ValueType.NUMBER, "amount", ValueType.TEXT, "label", ValueType.DATE, "day", ValueType.ZONE, "area");

    private final Dice dice;
    private final RandomParts parts;
    private final Variables bound = Variables.none();

    RandomDefinition(Dice dice, RandomParts parts) {
        this.dice = dice;
        this.parts = parts;
    }

    /** @param earlier the definition of the same name under another answer, whose parameters this one must have */
    Definition draw(String name, Reading reading, Optional<Definition> earlier) {
        List<String> variables = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        Drawn drawn = derivation();
        for (String v : dice.some(drawn.bound(), 0)) {
            Optional<String> attribute = attribute(bound.type(v), attributes);
            if (attribute.isPresent()) {
                variables.add(v);
                attributes.add(new Attribute(attribute.get(), bound.type(v)));
            }
        }
        if (earlier.isPresent()) {
            return earlier.get().variables().stream().allMatch(drawn.bound()::contains)
                    ? new Definition(earlier.get().type(), earlier.get().variables(), reading, drawn.derivation())
                    : new Definition(
                            earlier.get().type(),
                            earlier.get().variables(),
                            reading,
                            earlier.get().derivation());
        }
        EventType type = new EventType(name, attributes, Optional.empty(), false, Origin.NONE);
        return new Definition(type, variables, reading, drawn.derivation());
    }

    /** @param bound the variables that every occurrence has a value for */
    private record Drawn(Derivation derivation, List<String> bound) {}

    private static Optional<String> attribute(ValueType type, List<Attribute> taken) {
        Set<String> names = Set.copyOf(taken.stream().map(Attribute::name).toList());
        String name = type == ValueType.PARTY ? (names.contains("by") ? "on" : "by") : ATTRIBUTES.get(type);
        return name == null || names.contains(name) ? Optional.empty() : Optional.of(name);
    }

    private Drawn derivation() {
        return switch (dice.weighted(3, 4, 2, 2, 2, 3, 3, 2, 2)) {
            case 0 -> select();
            case 1 -> {
                Pattern p = pattern();
                yield drawn(new Definition.Count(dice.between(1, 3), p, within(), where()), p);
            }
            case 2 -> different();
            case 3 -> sum();
            case 4 -> {
                Pattern p = pattern();
                yield drawn(new Definition.Merged(p, parts.span(), where()), p);
            }
            case 5 -> {
                Pattern p = pattern();
                Pattern q = pattern();
                yield drawn(new Definition.Then(p, q, parts.span()), p, q);
            }
            case 6 -> {
                Pattern of = pattern();
                yield drawn(
                        new Definition.Absence(parts.pattern(bound.copy()), parts.span(), dice.chance(0.5), of), of);
            }
            case 7 -> {
                Pattern p = pattern();
                yield drawn(new Definition.After(parts.span(), dice.chance(0.5), p), p);
            }
            default -> {
                Pattern p = pattern();
                Pattern q = pattern();
                yield drawn(new Definition.AllOf(List.of(p, q)), p, q);
            }
        };
    }

    private Pattern pattern() {
        return parts.pattern(bound);
    }

    private Optional<Span> within() {
        return dice.chance(0.75) ? Optional.of(parts.span()) : Optional.empty();
    }

    private Condition where() {
        return parts.rarely(0.25, bound);
    }

    private Drawn select() {
        List<Pattern> patterns = new ArrayList<>(List.of(pattern()));
        List<String> everywhere = new ArrayList<>(patterns.getFirst().variables());
        if (dice.chance(0.5)) {
            Pattern other = parts.pattern(bound.copy());
            patterns.add(other);
            everywhere.retainAll(other.variables());
        }
        return new Drawn(new Definition.Select(patterns, where()), everywhere);
    }

    private Drawn different() {
        EventType event = parts.event();
        List<Attribute> countable = event.attributes().stream()
                .filter(a -> a.type() != ValueType.PLACE && a.type() != ValueType.BREACH)
                .toList();
        if (countable.isEmpty()) {
            return select();
        }
        Pattern p = parts.pattern(event, bound, dice.pick(countable).name(), RandomParts.variable("K"));
        List<String> key = new ArrayList<>(p.variables());
        key.remove("K");
        return new Drawn(new Definition.Different(dice.between(1, 3), "K", p, within(), where()), key);
    }

    private Drawn sum() {
        List<EventType> counted = parts.eventsWith(ValueType.NUMBER);
        if (counted.isEmpty()) {
            return select();
        }
        EventType event = dice.pick(counted);
        Pattern p = parts.pattern(event, bound);
        BigDecimal least = dice.pick(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5));
        return drawn(new Definition.Sum(parts.attribute(event, ValueType.NUMBER), p, least, within(), where()), p);
    }

    private static Drawn drawn(Derivation derivation, Pattern... patterns) {
        List<String> variables = new ArrayList<>();
        for (Pattern p : patterns) {
            variables.addAll(p.variables());
        }
        return new Drawn(derivation, variables.stream().distinct().toList());
    }
}
