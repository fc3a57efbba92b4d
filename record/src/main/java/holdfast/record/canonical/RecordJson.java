package holdfast.record.canonical;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.draft.RecordKind;
import holdfast.language.model.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record in Holdfast's own form ({@code docs/records.md}) as one JSON object; read as a line of JSON it gives the same record. */
public final class RecordJson {
    private final TreeMap<String, Json> members = new TreeMap<>();

    private RecordJson() {}

    public static Json.Members of(Record record) {
        RecordJson json = new RecordJson();
        json.text("kind", RecordKind.of(record).word());
        json.text("id", record.id());
        json.text("recorded", instant(record.recorded()));
        json.text("source", record.source());
        json.given("author", record.author());
        json.given("corrects", record.corrects());
        switch (record) {
            case Record.Observation o -> json.observation(o);
            case Record.Attribution a -> json.attribution(a);
            case Record.Finding f -> json.finding(f);
            case Record.Withdrawal w -> json.text("withdraws", w.withdraws());
        }
        return new Json.Members(json.members);
    }

    private void observation(Record.Observation o) {
        occurred(o.occurred());
        text("event", o.event());
        text("basis", o.basis().name().toLowerCase(Locale.ROOT));
        given("incident", o.incident());
        TreeMap<String, Json> values = new TreeMap<>();
        for (Map.Entry<String, Value> value : o.values().entrySet()) {
            values.put(value.getKey(), value(value.getValue()));
        }
        members.put("values", new Json.Members(values));
    }

    private static Json value(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> new Json.Text(name);
            case Value.Text(String text) -> new Json.Text(text);
            // What a double cannot hold is written as a text, as RFC 8785 advises.
            case Value.Number number ->
                CanonicalNumber.exactly(number.number())
                        .orElseGet(() -> new Json.Text(number.number().toPlainString()));
            case Value.Day day -> new Json.Text(day.date().toString());
            case Value.Place(double latitude, double longitude, String name) ->
                Json.of(Map.of(
                        "name", new Json.Text(name),
                        "lat", new Json.Number(latitude),
                        "lon", new Json.Number(longitude)));
            case Value.NamedPlace(String name) -> new Json.Text(name);
            case Value.ZoneName(String name) -> new Json.Text(name);
            case Value.Reference(String id) -> new Json.Text(id);
        };
    }

    private void attribution(Record.Attribution a) {
        text("about", a.about());
        text("to", a.to());
        said("standard", a.standard());
        said("dissent", a.dissent());
    }

    private void finding(Record.Finding f) {
        occurred(f.occurred());
        given("about", f.about());
        given("clause", f.clause());
        given("bearer", f.bearer());
        given("term", f.term());
        text("result", f.result());
    }

    private void occurred(Time time) {
        text("occurred", instant(time.lo()));
        if (!time.precise()) {
            text("occurred_to", instant(time.hi()));
        }
    }

    private void text(String member, String text) {
        members.put(member, new Json.Text(text));
    }

    private void said(String member, String text) {
        given(member, text.isEmpty() ? Optional.empty() : Optional.of(text));
    }

    private void given(String member, Optional<String> text) {
        text.ifPresent(t -> text(member, t));
    }

    private static String instant(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }
}
