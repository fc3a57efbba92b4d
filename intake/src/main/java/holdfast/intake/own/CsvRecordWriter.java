package holdfast.intake.own;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.rows.SafeCell;
import holdfast.intake.value.WrittenTime;
import holdfast.intake.value.WrittenValue;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the table; its columns are those of all records and one for each attribute of the agreement's events. */
public final class CsvRecordWriter implements RecordWriter {
    private static final List<String> FIRST = List.of(
            "kind",
            "id",
            "recorded",
            "source",
            "author",
            "corrects",
            "occurred",
            "occurred_to",
            "event",
            "basis",
            "incident");
    private static final List<String> LAST =
            List.of("about", "to", "standard", "dissent", "clause", "bearer", "term", "result", "withdraws");

    private final CsvWriter csv;
    private final Map<String, Integer> cellOf = new HashMap<>();
    private final String[] cells;

    /** Writes the header at once. */
    public CsvRecordWriter(Writer out, Agreement agreement) {
        this(out, agreement.events());
    }

    /** @param events that the records are of */
    public CsvRecordWriter(Writer out, List<EventType> events) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> columns = new ArrayList<>(FIRST);
        for (EventType event : events) {
            for (EventType.Attribute attribute : event.attributes()) {
                addOnce(columns, column(attribute.name()));
                if (attribute.type() == ValueType.PLACE) {
                    addOnce(columns, column(attribute.name()) + ".lat");
                    addOnce(columns, column(attribute.name()) + ".lon");
                }
            }
        }
        columns.addAll(LAST);
        for (int i = 0; i < columns.size(); i++) {
            cellOf.put(columns.get(i), i);
        }
        cells = new String[columns.size()];
        csv.writeRecord(columns);
    }

    private static void addOnce(List<String> columns, String column) {
        if (!columns.contains(column)) {
            columns.add(column);
        }
    }

    private static String column(String attribute) {
        return NativeForm.COLUMNS.contains(attribute) ? NativeForm.ATTRIBUTE + attribute : attribute;
    }

    @Override
    public void write(Record record) {
        Arrays.fill(cells, "");
        set("kind", RecordKind.of(record).word());
        set("id", record.id());
        set("recorded", WrittenTime.of(record.recorded()));
        set("source", record.source());
        set("author", record.author());
        set("corrects", record.corrects());
        switch (record) {
            case Record.Observation o -> observation(o);
            case Record.Attribution a -> attribution(a);
            case Record.Finding f -> finding(f);
            case Record.Withdrawal w -> set("withdraws", w.withdraws());
        }
        csv.writeRecord(cells);
    }

    private void observation(Record.Observation o) {
        occurred(o.occurred());
        set("event", o.event());
        set("basis", o.basis().name().toLowerCase(Locale.ROOT));
        set("incident", o.incident());
        o.values().forEach((attribute, value) -> value(column(attribute), value));
    }

    private void value(String column, Value value) {
        switch (value) {
            case Value.Place(double latitude, double longitude, String name) -> {
                set(column, name);
                put(column + ".lat", Double.toString(latitude));
                put(column + ".lon", Double.toString(longitude));
            }
            case Value.Number number -> put(column, WrittenValue.of(number));
            default -> set(column, WrittenValue.of(value));
        }
    }

    private void attribution(Record.Attribution a) {
        set("about", a.about());
        set("to", a.to());
        set("standard", a.standard());
        set("dissent", a.dissent());
    }

    private void finding(Record.Finding f) {
        occurred(f.occurred());
        set("about", f.about());
        set("clause", f.clause());
        set("bearer", f.bearer());
        set("term", f.term());
        set("result", f.result());
    }

    private void occurred(Time time) {
        set("occurred", WrittenTime.of(time.lo()));
        if (!time.precise()) {
            set("occurred_to", WrittenTime.of(time.hi()));
        }
    }

    private void set(String column, Optional<String> text) {
        text.ifPresent(t -> set(column, t));
    }

    private void set(String column, String text) {
        put(column, SafeCell.guarded(text));
    }

    private void put(String column, String text) {
        Integer cell = cellOf.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no event of the agreement has the attribute " + column);
        }
        cells[cell] = text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
