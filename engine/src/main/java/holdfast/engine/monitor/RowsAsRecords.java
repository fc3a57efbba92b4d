package holdfast.engine.monitor;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a record of each row. */
final class RowsAsRecords implements Rows {
    private final Monitor monitor;
    private final EventType event;
    private final String source;
    private final Optional<String> author;
    private final Basis basis;
    private final String beginning;
    private final List<Value> others = new ArrayList<>();
    private final Map<Value, Integer> codes = new HashMap<>();

    RowsAsRecords(
            Monitor monitor, EventType event, String source, Optional<String> author, Basis basis, String beginning) {
        this.monitor = monitor;
        this.event = event;
        this.source = source;
        this.author = author;
        this.basis = basis;
        this.beginning = beginning;
    }

    @Override
    public int code(int attribute, Value value) {
        return codes.computeIfAbsent(value, v -> {
                            others.add(v);
                            return others.size() - 1;
                        })
                        << 1
                | 1;
    }

    @Override
    public void take(int number, long recorded, long occurred, int[] row) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            EventType.Attribute attribute = event.attributes().get(i);
            if (row[i] != NOT_GIVEN) {
                boolean whole = attribute.type() == ValueType.NUMBER && (row[i] & 1) == 0;
                values.put(attribute.name(), whole ? Value.Number.of(row[i] >> 1) : others.get(row[i] >> 1));
            }
        }
        monitor.accept(new Record.Observation(
                beginning + number,
                recorded,
                source,
                Optional.empty(),
                event.name(),
                Time.at(occurred),
                values,
                basis,
                Optional.empty(),
                author));
    }
}
