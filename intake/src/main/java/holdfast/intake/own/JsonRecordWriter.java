package holdfast.intake.own;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.draft.RecordKind;
import holdfast.intake.value.WrittenTime;
import holdfast.intake.value.WrittenValue;
import holdfast.language.model.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON Lines: one object a line. */
public final class JsonRecordWriter implements RecordWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Writer out;

    public JsonRecordWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(Record record) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("kind", RecordKind.of(record).word());
            json.writeStringProperty("id", record.id());
            json.writeStringProperty("recorded", WrittenTime.of(record.recorded()));
            json.writeStringProperty("source", record.source());
            optional(json, "author", record.author());
            optional(json, "corrects", record.corrects());
            switch (record) {
                case Record.Observation o -> observation(json, o);
                case Record.Attribution a -> attribution(json, a);
                case Record.Finding f -> finding(json, f);
                case Record.Withdrawal w -> json.writeStringProperty("withdraws", w.withdraws());
            }
            json.writeEndObject();
        } catch (JacksonException e) {
            throw new java.io.UncheckedIOException(new IOException(e.getOriginalMessage(), e));
        }
        newLine();
    }

    private void newLine() {
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void observation(JsonGenerator json, Record.Observation o) {
        occurred(json, o.occurred());
        json.writeStringProperty("event", o.event());
        json.writeStringProperty("basis", o.basis().name().toLowerCase(Locale.ROOT));
        optional(json, "incident", o.incident());
        json.writeName("values");
        json.writeStartObject();
        // In one order, so that the same records make the same file.
        for (Map.Entry<String, Value> value : new TreeMap<>(o.values()).entrySet()) {
            json.writeName(value.getKey());
            value(json, value.getValue());
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Number number -> json.writeNumber(number.number().toPlainString());
            case Value.Place(double latitude, double longitude, String name) -> {
                json.writeStartObject();
                json.writeStringProperty("name", name);
                json.writeNumberProperty("lat", latitude);
                json.writeNumberProperty("lon", longitude);
                json.writeEndObject();
            }
            default -> json.writeString(WrittenValue.of(value));
        }
    }

    private static void attribution(JsonGenerator json, Record.Attribution a) {
        json.writeStringProperty("about", a.about());
        json.writeStringProperty("to", a.to());
        json.writeStringProperty("standard", a.standard());
        json.writeStringProperty("dissent", a.dissent());
    }

    private static void finding(JsonGenerator json, Record.Finding f) {
        occurred(json, f.occurred());
        optional(json, "about", f.about());
        optional(json, "clause", f.clause());
        optional(json, "bearer", f.bearer());
        optional(json, "term", f.term());
        json.writeStringProperty("result", f.result());
    }

    private static void occurred(JsonGenerator json, Time time) {
        json.writeStringProperty("occurred", WrittenTime.of(time.lo()));
        if (!time.precise()) {
            json.writeStringProperty("occurred_to", WrittenTime.of(time.hi()));
        }
    }

    private static void optional(JsonGenerator json, String member, Optional<String> text) {
        text.ifPresent(t -> json.writeStringProperty(member, t));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
