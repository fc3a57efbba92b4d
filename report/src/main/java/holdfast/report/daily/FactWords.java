package holdfast.report.daily;

import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Value;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what a record tells: {@code a shelling (by the Donetsk districts, town Popasna, killed 2)}. */
final class FactWords {
    private final Agreement agreement;
    private final Readable names;
    private final Wording wording;

    FactWords(Agreement agreement, Readable names) {
        this.agreement = agreement;
        this.names = names;
        this.wording = new Wording(agreement.zone());
    }

    String of(String event, Map<String, Value> values) {
        List<String> said = new ArrayList<>();
        for (String attribute : inOrder(event, values.keySet())) {
            Optional.ofNullable(values.get(attribute))
                    .filter(v -> !v.equals(Value.UNATTRIBUTED))
                    .ifPresent(v -> said.add(Readable.words(attribute) + " " + value(v)));
        }
        return names.name(event) + (said.isEmpty() ? "" : " (" + String.join(", ", said) + ")");
    }

    /** Names are said as people do; what others wrote stays as they wrote it. */
    private String value(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> names.name(name);
            case Value.ZoneName(String name) -> names.name(name);
            default -> wording.value(value);
        };
    }

    private Set<String> inOrder(String event, Set<String> given) {
        Set<String> order = new LinkedHashSet<>();
        agreement.events().stream()
                .filter(e -> e.name().equals(event))
                .map(EventType::attributes)
                .flatMap(List::stream)
                .map(Attribute::name)
                .filter(given::contains)
                .forEach(order::add);
        order.addAll(new TreeSet<>(given));
        return order;
    }
}
