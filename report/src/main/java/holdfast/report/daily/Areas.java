package holdfast.report.daily;

import holdfast.engine.KnownFact;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which attribute an event says in which area it was. It is the one that was asked for; else the first whose name is one of the usual ones; else the first that is a place or a zone.
 * An event without any is counted in no area.
 */
public final class Areas {
    /** What an area is usually called, as far as it is not known by its type. */
    private static final List<String> USUAL = List.of(
            "area",
            "region",
            "sector",
            "district",
            "oblast",
            "province",
            "zone",
            "town",
            "city",
            "village",
            "settlement",
            "locality",
            "location",
            "place");

    private final Map<String, Attribute> byEvent = new HashMap<>();
    private final Wording wording;

    public Areas(Agreement agreement, Optional<String> asked) {
        this.wording = new Wording(agreement.zone());
        for (EventType event : agreement.events()) {
            asked.flatMap(event::attribute)
                    .or(() -> usual(event))
                    .or(() -> placed(event))
                    .ifPresent(a -> byEvent.put(event.name(), a));
        }
    }

    private static Optional<Attribute> usual(EventType event) {
        return event.attributes().stream()
                .filter(a -> canBe(a.type()) && USUAL.contains(a.name()))
                .findFirst();
    }

    private static Optional<Attribute> placed(EventType event) {
        return event.attributes().stream()
                .filter(a -> a.type() == ValueType.PLACE || a.type() == ValueType.ZONE)
                .findFirst();
    }

    /** Whether an attribute of such a type can say where something was. */
    public static boolean canBe(ValueType type) {
        return switch (type) {
            case TEXT, PLACE, ZONE -> true;
            case PARTY, NUMBER, DATE, BREACH -> false;
        };
    }

    /** The attribute; empty where the event has none. */
    Optional<String> attribute(String event) {
        return Optional.ofNullable(byEvent.get(event)).map(Attribute::name);
    }

    /** Where it was; empty where its records do not say it. */
    String of(KnownFact fact) {
        return attribute(fact.event())
                .map(a -> fact.values().get(a))
                .map(this::words)
                .orElse("");
    }

    private String words(Value value) {
        return wording.value(value);
    }
}
