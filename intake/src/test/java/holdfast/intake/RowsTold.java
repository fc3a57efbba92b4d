package holdfast.intake;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes rows where it is offered them, and writes down the records for which they stand. */
final class RowsTold implements RecordTaker {
    private final Agreement agreement;
    private final List<Record> records = new ArrayList<>();
    private long taken;

    RowsTold(Agreement agreement) {
        this.agreement = agreement;
    }

    ReadReport read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ReadReport read(String name, byte[] content) {
        return Records.read(
                List.of(new RecordSource(Content.of(name, content), Optional.empty())),
                agreement,
                this,
                ReadOptions.DEFAULT);
    }

    List<Record> records() {
        return records;
    }

    /** How many came as rows. */
    long taken() {
        return taken;
    }

    @Override
    public void accept(Record record) {
        records.add(record);
    }

    @Override
    public Optional<Rows> rows(String event, String source, Optional<String> author, Basis basis, String beginning) {
        EventType type = agreement.events().stream()
                .filter(e -> e.name().equals(event))
                .findFirst()
                .orElseThrow();
        return Optional.of(new Rows() {
            private final List<Value> others = new ArrayList<>();

            @Override
            public int code(int attribute, Value value) {
                others.add(value);
                return others.size() * 2 - 1;
            }

            @Override
            public void take(int number, long recorded, long occurred, int[] codes) {
                taken++;
                Map<String, Value> values = new HashMap<>();
                for (int i = 0; i < codes.length; i++) {
                    EventType.Attribute attribute = type.attributes().get(i);
                    if (codes[i] != NOT_GIVEN) {
                        boolean whole = (codes[i] & 1) == 0;
                        assertWhole(whole, attribute);
                        values.put(
                                attribute.name(), whole ? Value.Number.of(codes[i] >> 1) : others.get(codes[i] >> 1));
                    }
                }
                records.add(new Record.Observation(
                        beginning + number,
                        recorded,
                        source,
                        Optional.empty(),
                        event,
                        Time.at(occurred),
                        values,
                        basis,
                        Optional.empty(),
                        author));
            }
        });
    }

    private static void assertWhole(boolean whole, EventType.Attribute attribute) {
        if (whole && attribute.type() != ValueType.NUMBER) {
            throw new AssertionError("a whole number stands for a " + attribute.type());
        }
    }
}
