package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.own.CsvRecordWriter;
import holdfast.intake.own.JsonRecordWriter;
import holdfast.intake.own.RecordWriter;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same records. */
class RoundTripTest {
    private static final Agreement AGREEMENT = Agreements.small();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aTableReadsBack(long seed) throws IOException {
        List<Record> records = new Some(seed).records(200);
        StringWriter out = new StringWriter();
        try (RecordWriter writer = new CsvRecordWriter(out, AGREEMENT)) {
            records.forEach(writer::write);
        }
        isSafeInASpreadsheet(out.toString());
        readsBack("records.csv", out.toString(), records);
    }

    /** Nothing begins as a formula, in a cell or behind what other settings take for the end of one; numbers are numbers. */
    private static void isSafeInASpreadsheet(String csv) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord row : rows) {
                for (String cell : row.getFields()) {
                    if (!cell.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")) {
                        assertThat(cell.split("[;|\t\r\n]"))
                                .as(cell)
                                .noneMatch(part -> part.matches("\"*[=+\\-@\uFF1D].*"));
                    }
                }
            }
        }
    }

    @Test
    void numbersStayNumbersAndTextsAreKept() throws IOException {
        Value.Number killed = new Value.Number(new BigDecimal("-3.5"));
        Value.Place place = new Value.Place(-33.9, -18.4, "=HYPERLINK(\"http://example.org\")");
        Record.Observation attack = new Record.Observation(
                "-1+2",
                0,
                "@SUM(A1)",
                Optional.empty(),
                "attack",
                Time.at(0),
                Map.of("killed", killed, "place", place),
                Basis.SEEN,
                Optional.of("'=a;'=b"));
        StringWriter out = new StringWriter();
        try (RecordWriter writer = new CsvRecordWriter(out, AGREEMENT)) {
            writer.write(attack);
        }
        assertThat(out.toString())
                .contains(",'-1+2,", ",'@SUM(A1),", ",-3.5,", ",-33.9,-18.4,", "\"'=HYPERLINK(", ",''=a;''=b,");
        readsBack("records.csv", out.toString(), List.of(attack));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void jsonLinesReadBack(long seed) throws IOException {
        List<Record> records = new Some(seed).records(200);
        StringWriter out = new StringWriter();
        try (RecordWriter writer = new JsonRecordWriter(out)) {
            records.forEach(writer::write);
        }
        readsBack("records.jsonl", out.toString(), records);
    }

    private static void readsBack(String name, String text, List<Record> records) {
        Loaded loaded = Reading.file(name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.report().problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(loaded.records()).isEqualTo(records);
    }

    /** Random records of the agreement. */
    private static final class Some {
        private static final String SIGNS = "ab ,\"'\n\r\t;{}:\\<>&|äєї€\uD83D\uDE00-1=+@\uFF1D";
        private final SplittableRandom random;
        private final List<String> observations = new ArrayList<>();

        Some(long seed) {
            random = new SplittableRandom(seed);
        }

        List<Record> records(int count) {
            List<Record> records = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                records.add(record("r" + i + text()));
            }
            return records;
        }

        private Record record(String id) {
            int kind = observations.isEmpty() ? 0 : random.nextInt(6);
            return switch (kind) {
                case 3 ->
                    new Record.Attribution(
                            id, instant(), text(), Optional.empty(), one(observations), actor(), maybe(), maybe());
                case 4 -> {
                    Time decided = time();
                    yield new Record.Finding(
                            id,
                            after(decided),
                            text(),
                            Optional.empty(),
                            decided,
                            Optional.of(one(observations)),
                            random.nextBoolean() ? Optional.of("2.1") : Optional.empty(),
                            random.nextBoolean() ? Optional.of(actor()) : Optional.empty(),
                            random.nextBoolean() ? Optional.of("special_status") : Optional.empty(),
                            one(List.of("confirmed", "disputed", "refuted")));
                }
                case 5 -> new Record.Withdrawal(id, instant(), text(), one(observations));
                default -> observation(id);
            };
        }

        private Record observation(String id) {
            EventType type = one(AGREEMENT.events());
            Map<String, Value> values = new HashMap<>();
            for (EventType.Attribute attribute : type.attributes()) {
                if (random.nextInt(3) > 0) {
                    values.put(attribute.name(), value(attribute.type()));
                }
            }
            Optional<String> corrects =
                    observations.isEmpty() || random.nextInt(5) > 0 ? Optional.empty() : Optional.of(one(observations));
            observations.add(id);
            Time occurred = time();
            return new Record.Observation(
                    id,
                    after(occurred),
                    text(),
                    corrects,
                    type.name(),
                    occurred,
                    values,
                    one(List.of(Basis.values())),
                    random.nextBoolean() ? Optional.of(text()) : Optional.empty());
        }

        private Value value(ValueType type) {
            return switch (type) {
                case PARTY -> new Value.Actor(actor());
                case NUMBER ->
                    new Value.Number(
                            BigDecimal.valueOf(random.nextLong(-9_000_000_000L, 9_000_000_000L), random.nextInt(7)));
                case TEXT -> new Value.Text(text());
                case DATE -> new Value.Day(LocalDate.ofEpochDay(random.nextInt(30_000)));
                case PLACE ->
                    random.nextBoolean()
                            ? new Value.NamedPlace(text())
                            : new Value.Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180), maybe());
                case ZONE -> new Value.ZoneName("strip");
                case BREACH -> new Value.Reference(text());
            };
        }

        private String actor() {
            return one(List.of("Ukraine", "Russia", "Belarus", "Commission", "unattributed"));
        }

        private String maybe() {
            return random.nextBoolean() ? "" : text();
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1, 13);
            for (int i = 0; i < length; i++) {
                int at = random.nextInt(SIGNS.length());
                char c = SIGNS.charAt(at);
                if (!Character.isSurrogate(c)) {
                    text.append(c);
                } else {
                    text.append("\uD83D\uDE00");
                }
            }
            // Blanks at both ends are no part of a text.
            String trimmed = text.toString().trim();
            return trimmed.isEmpty() ? "x" : trimmed;
        }

        /** Nothing is known before it has begun. */
        private long after(Time occurred) {
            return occurred.lo() + random.nextLong(0, 1_000_000_000_000L);
        }

        private Time time() {
            long lo = instant();
            return random.nextBoolean() ? Time.at(lo) : new Time(lo, lo + random.nextLong(1, 10_000_000_000L));
        }

        private long instant() {
            return random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L);
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
