package holdfast.readiness.ledger;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import holdfast.readiness.items.ItemList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of what is given, told one by one, each at noon of its day, and the ledger of them. */
final class GiftRecords {
    private static final List<String> TEXTS = List.of("item", "case", "condition", "period", "unit", "currency");
    private static final long NOON = 43_200_000L;

    final List<Record> all = new ArrayList<>();

    static long at(String day) {
        return LocalDate.parse(day).toEpochDay() * 2 * NOON + NOON;
    }

    /** @param values names and values in turn */
    void told(String id, String source, String day, String event, Optional<String> incident, Object... values) {
        Map<String, Value> given = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            given.put((String) values[i], value((String) values[i], values[i + 1]));
        }
        all.add(new Record.Observation(
                id, at(day), source, Optional.empty(), event, Time.at(at(day)), given, Basis.TOLD, incident));
    }

    private static Value value(String attribute, Object value) {
        return switch (value) {
            case Integer n -> Value.Number.of(n);
            case String text when attribute.equals("due") -> new Value.Day(LocalDate.parse(text));
            case String text when TEXTS.contains(attribute) -> new Value.Text(text);
            case String text -> new Value.Actor(text);
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    /** At the end of the day {@code today}. */
    static Ledger ledger(
            Agreement agreement,
            List<Record> records,
            String today,
            String on,
            Optional<String> without,
            ItemList items) {
        Monitor monitor = new Monitor(agreement);
        records.forEach(monitor::accept);
        monitor.advanceTo(at(today) + NOON - 1);
        return Ledger.of(new Question(
                agreement,
                monitor.facts(),
                items,
                LocalDate.parse(today),
                LocalDate.parse(on),
                without,
                Optional.empty()));
    }
}
