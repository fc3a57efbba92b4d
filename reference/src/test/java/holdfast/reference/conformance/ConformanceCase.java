package holdfast.reference.conformance;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file under {@code conformance/}, as its README describes it. */
final class ConformanceCase {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)[ ]*([^\\n]*)\\n(.*?)^```$");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path file;
    private final String text;

    private ConformanceCase(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static ConformanceCase read(Path file) {
        try {
            return new ConformanceCase(file, Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    /** A moment of knowledge, a moment in time, and all verdicts, each as a {@link VerdictLine}. */
    record Moment(long asOf, long now, List<String> verdicts) {}

    /** What must stand in a file of that name beside the document. */
    Map<String, String> zoneFiles() {
        Map<String, String> files = new HashMap<>();
        blocks("geojson").forEach(b -> files.put(b.info(), b.content()));
        return files;
    }

    List<Moment> moments() {
        return blocks("expected").map(b -> moment(JSON.readTree(b.content()))).toList();
    }

    /** The records, in the order of the file. */
    List<Record> records(Agreement agreement) {
        List<Record> records = new ArrayList<>();
        blocks("records")
                .flatMap(b -> b.content().lines())
                .filter(line -> !line.isBlank())
                .forEach(line -> records.add(record(JSON.readTree(line), agreement)));
        return records;
    }

    private record Block(String info, String content) {}

    private Stream<Block> blocks(String kind) {
        Matcher matcher = BLOCK.matcher(text);
        return matcher.results()
                .filter(found -> found.group(1).equals(kind))
                .map(found -> new Block(found.group(2).strip(), found.group(3)));
    }

    private static Moment moment(JsonNode node) {
        List<String> verdicts = new ArrayList<>();
        node.required("verdicts").forEach(v -> verdicts.add(VerdictLine.of(v)));
        return new Moment(instant(node, "asOf"), instant(node, "now"), verdicts);
    }

    private static Record record(JsonNode node, Agreement agreement) {
        String id = text(node, "id");
        long recorded = instant(node, "recorded");
        String source = text(node, "source");
        Optional<String> corrects = optional(node, "corrects");
        Optional<String> author = optional(node, "author");
        return switch (text(node, "kind")) {
            case "observation" ->
                new Record.Observation(
                        id,
                        recorded,
                        source,
                        corrects,
                        text(node, "event"),
                        occurred(node),
                        values(node, agreement),
                        Basis.valueOf(text(node, "basis").toUpperCase(Locale.ROOT)),
                        optional(node, "incident"),
                        author);
            case "attribution" ->
                new Record.Attribution(
                        id,
                        recorded,
                        source,
                        corrects,
                        text(node, "about"),
                        text(node, "to"),
                        optional(node, "standard").orElse(""),
                        optional(node, "dissent").orElse(""),
                        author);
            case "finding" ->
                new Record.Finding(
                        id,
                        recorded,
                        source,
                        corrects,
                        occurred(node),
                        optional(node, "about"),
                        optional(node, "clause"),
                        optional(node, "bearer"),
                        optional(node, "term"),
                        text(node, "result"),
                        author);
            case "withdrawal" -> new Record.Withdrawal(id, recorded, source, text(node, "withdraws"), author);
            default -> throw new IllegalArgumentException("no such kind of record: " + node);
        };
    }

    private static Map<String, Value> values(JsonNode node, Agreement agreement) {
        Optional<EventType> event = agreement.events().stream()
                .filter(e -> e.name().equals(text(node, "event")))
                .findFirst();
        Map<String, Value> values = new HashMap<>();
        node.required("values").properties().forEach(entry -> {
            ValueType type = event.flatMap(e -> e.attribute(entry.getKey()))
                    .map(EventType.Attribute::type)
                    .orElse(ValueType.TEXT);
            values.put(entry.getKey(), value(type, entry.getValue()));
        });
        return values;
    }

    private static Value value(ValueType type, JsonNode node) {
        return switch (type) {
            case PARTY -> new Value.Actor(node.stringValue());
            case NUMBER -> new Value.Number(node.decimalValue());
            case TEXT -> new Value.Text(node.stringValue());
            case DATE -> new Value.Day(LocalDate.parse(node.stringValue()));
            case PLACE -> place(node);
            case ZONE -> new Value.ZoneName(node.stringValue());
            case BREACH -> new Value.Reference(node.stringValue());
        };
    }

    private static Value place(JsonNode node) {
        String name = optional(node, "name").orElse("");
        return node.has("lat")
                ? new Value.Place(
                        node.required("lat").doubleValue(), node.required("lon").doubleValue(), name)
                : new Value.NamedPlace(name);
    }

    private static Time occurred(JsonNode node) {
        long lo = instant(node, "occurred");
        return new Time(lo, node.has("occurred_to") ? instant(node, "occurred_to") : lo);
    }

    private static long instant(JsonNode node, String member) {
        return instant(text(node, member));
    }

    static long instant(String written) {
        return OffsetDateTime.parse(written).toInstant().toEpochMilli();
    }

    private static String text(JsonNode node, String member) {
        return node.required(member).stringValue();
    }

    private static Optional<String> optional(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).filter(n -> !n.isNull()).map(JsonNode::stringValue);
    }
}
