package holdfast.reference.conformance;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A verdict in one line, the same for what a case expects and for what an evaluator says, so that differences can be read. */
final class VerdictLine {
    private VerdictLine() {}

    static String of(Verdict verdict) {
        Map<String, String> key = new TreeMap<>();
        verdict.key().forEach((variable, value) -> key.put(variable, words(value)));
        return line(
                verdict.clause(),
                verdict.reading().answers(),
                verdict.bearer(),
                key,
                verdict.status().words(),
                verdict.standing().words(),
                verdict.since().map(VerdictLine::time),
                verdict.due().map(VerdictLine::time),
                verdict.until().map(VerdictLine::time),
                verdict.records());
    }

    static String of(JsonNode verdict) {
        return line(
                verdict.required("clause").stringValue(),
                texts(verdict.required("reading")),
                verdict.required("bearer").stringValue(),
                texts(verdict.required("key")),
                verdict.required("status").stringValue(),
                verdict.required("standing").isNull()
                        ? ""
                        : verdict.required("standing").stringValue(),
                optional(verdict.required("since")).map(VerdictLine::time),
                optional(verdict.required("due")).map(VerdictLine::time),
                optional(verdict.required("until")).map(VerdictLine::until),
                verdict.required("records")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
    }

    private static String line(
            String clause,
            Map<String, String> reading,
            String bearer,
            Map<String, String> key,
            String status,
            String standing,
            Optional<String> since,
            Optional<String> due,
            Optional<String> until,
            List<String> records) {
        StringBuilder line = new StringBuilder(clause + " " + bearer);
        if (!key.isEmpty()) {
            line.append(' ').append(new TreeMap<>(key));
        }
        if (!reading.isEmpty()) {
            line.append(" under ").append(new TreeMap<>(reading));
        }
        line.append(" is ").append(status);
        if (!standing.isEmpty()) {
            line.append(", ").append(standing);
        }
        since.ifPresent(t -> line.append(", since ").append(t));
        due.ifPresent(t -> line.append(", due ").append(t));
        until.ifPresent(t -> line.append(", until ").append(t));
        return line.append(records.isEmpty() ? "" : ", on " + String.join(" ", records))
                .toString();
    }

    private static Map<String, String> texts(JsonNode members) {
        return members.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> words(e.getValue())));
    }

    private static String words(JsonNode value) {
        return value.isNumber() ? words(new Value.Number(value.decimalValue())) : value.stringValue();
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> name;
            case Value.Text(String text) -> text;
            case Value.Number(java.math.BigDecimal number) -> number.toPlainString();
            case Value.Day(java.time.LocalDate date) -> date.toString();
            case Value.Place place -> place.name() + " (" + place.latitude() + ", " + place.longitude() + ")";
            case Value.NamedPlace(String name) -> name;
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> id;
        };
    }

    private static String time(JsonNode ends) {
        return time(new Time(
                ConformanceCase.instant(ends.get(0).stringValue()),
                ConformanceCase.instant(ends.get(1).stringValue())));
    }

    private static String time(Time time) {
        return time.precise() ? instant(time.lo()) : instant(time.lo()) + " to " + instant(time.hi());
    }

    /** An instant, or its ends where it is not known exactly. */
    private static String until(JsonNode written) {
        return written.isArray() ? time(written) : instant(written);
    }

    private static String instant(JsonNode written) {
        return instant(ConformanceCase.instant(written.stringValue()));
    }

    private static String instant(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }

    private static Optional<JsonNode> optional(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node);
    }
}
