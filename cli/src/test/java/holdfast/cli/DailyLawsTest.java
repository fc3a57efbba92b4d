package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What holds of all reports of days, whatever the records are: tried on made histories, with records that come late, are corrected, taken back, and rival one another. */
class DailyLawsTest {
    private static final String TEXT = """
            # Made
            ## Article 1
            ```holdfast
            agreement "Made"
            time zone Europe/Kyiv
            party North, South
            actor Team
            event fire(by: party, region: text, rounds: number, hit: number, calibre: text),
                  seen_there(by: party, region: text) is watching, keep_out(by: party, region: text) is denial,
                  talk(by: party)
            1.1 each party P must not fire(by P)
            ```
            """;
    private static final List<String> DAYS = List.of("2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    /** One row of a table of records. */
    private record Row(
            String kind,
            String id,
            String recorded,
            String source,
            String author,
            String occurred,
            String to,
            String event,
            String by,
            String region,
            String rounds,
            String hit,
            String calibre,
            String corrects,
            String withdraws) {
        String line() {
            return String.join(
                    ",", kind, id, recorded, source, author, occurred, to, event, "seen", by, region, rounds, hit,
                    calibre, corrects, withdraws);
        }
    }

    private static final String HEAD =
            "kind,id,recorded,source,author,occurred,occurred_to,event,basis,by,region,rounds,hit,calibre,corrects,withdraws\n";

    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 1; seed <= Integer.getInteger("cases", 12); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    private static List<Row> history(Random random) {
        List<Row> rows = new ArrayList<>();
        int n = 8 + random.nextInt(14);
        for (int i = 0; i < n; i++) {
            int day = random.nextInt(3);
            int known = Math.min(3, day + (random.nextInt(3) == 0 ? 1 : 0));
            String occurred = DAYS.get(day);
            String to = "";
            switch (random.nextInt(5)) {
                case 0 -> occurred += " 04:30";
                case 1 -> {
                    to = DAYS.get(day) + " 19:30";
                    occurred = (day == 0 ? "2026-03-26" : DAYS.get(day - 1)) + " 19:30";
                }
                case 2 -> {
                    to = DAYS.get(day) + " 23:00";
                    occurred = "2026-03-24 01:00";
                }
                default -> {}
            }
            String event = List.of("fire", "fire", "fire", "seen_there", "keep_out", "talk")
                    .get(random.nextInt(6));
            boolean fire = event.equals("fire");
            String author = List.of("Team", "North", "Press").get(random.nextInt(3));
            rows.add(new Row(
                    "",
                    "r" + i,
                    DAYS.get(known) + " 23:5" + random.nextInt(10),
                    "paper " + i,
                    author,
                    occurred,
                    to,
                    event,
                    List.of("North", "South", "").get(random.nextInt(3)),
                    event.equals("talk") ? "" : List.of("East", "West", "").get(random.nextInt(3)),
                    fire && random.nextInt(4) > 0 ? String.valueOf(random.nextInt(9)) : "",
                    fire && random.nextInt(3) == 0 ? "1" : "",
                    fire ? List.of("82", "120").get(random.nextInt(2)) : "",
                    "",
                    ""));
        }
        changes(random, rows, n);
        return rows;
    }

    private static void changes(Random random, List<Row> rows, int n) {
        for (int i = 0; i < n; i++) {
            Row of = rows.get(i);
            int what = random.nextInt(6);
            String known = DAYS.get(random.nextInt(2) + 2) + " 23:59";
            String author = random.nextInt(4) == 0 ? "South" : of.author();
            if (known.compareTo(of.recorded()) <= 0) {
                // Nothing can be changed before it is known.
                continue;
            }
            if (what == 0) {
                rows.add(new Row(
                        "withdrawal", "w" + i, known, "paper", author, "", "", "", "", "", "", "", "", "", of.id()));
            } else if (what == 1 && of.event().equals("fire")) {
                rows.add(new Row(
                        "",
                        "k" + i,
                        known,
                        "paper",
                        author,
                        of.occurred(),
                        of.to(),
                        "fire",
                        of.by(),
                        of.region(),
                        "7",
                        of.hit(),
                        of.calibre(),
                        of.id(),
                        ""));
            }
        }
    }

    private JsonNode report(List<Row> rows, int day) throws IOException {
        Path text = Files.writeString(temp.resolve("made.md"), TEXT);
        StringBuilder table = new StringBuilder(HEAD);
        for (Row row : rows) {
            // A withdrawal has no basis.
            table.append(row.kind().isEmpty() ? row.line() : row.line().replace(",seen,", ",,"))
                    .append('\n');
        }
        Path file = Files.writeString(temp.resolve("made.csv"), table);
        Typed said = Typed.run("report", text, "--records", file, "--on", DAYS.get(day), "--json");
        assertThat(said.status()).as(said.err() + table).isZero();
        return new ObjectMapper().readTree(said.out());
    }

    private static String key(JsonNode count) {
        return matter(count) + count.get("measure");
    }

    /** Whatever is measured of it: a day of which no record gives a number counts records. */
    private static String matter(JsonNode count) {
        return count.get("event") + "|" + count.get("apart") + "|" + count.get("area") + "|";
    }

    private static Map<String, JsonNode> byKey(JsonNode counts, String member) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        counts.forEach(c -> byKey.put(key(c), c.get(member)));
        return byKey;
    }

    /** What a report tells of its day, the next one tells of the day before, or lists a correction. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theDayBeforeIsWhatItWasUnlessACorrectionSaysSo(int seed) throws IOException {
        List<Row> rows = history(new Random(seed));
        for (int day = 1; day < 3; day++) {
            JsonNode earlier = report(rows, day);
            JsonNode later = report(rows, day + 1);
            Map<String, JsonNode> told = byKey(earlier.get("counts"), "day");
            Set<String> anew = new HashSet<>();
            for (JsonNode recount : later.get("recounts")) {
                if (recount.get("day").asString().equals(DAYS.get(day))) {
                    anew.add(matter(recount));
                    assertThat(later.get("corrections")).as("seed " + seed).isNotEmpty();
                }
            }
            byKey(later.get("counts"), "before").forEach((key, before) -> {
                boolean corrected = anew.stream().anyMatch(m -> key.startsWith(m));
                if (told.containsKey(key) && !corrected) {
                    assertThat(before).as("seed " + seed + ", " + key).isEqualTo(told.get(key));
                }
            });
        }
    }

    /** One rule: what stands for all areas is what stands for each of them, added up, and an area where sources rival one another is named and not added. */
    @ParameterizedTest
    @MethodSource("seeds")
    void allAreasAreTheSumOfEachUnderOneRule(int seed) throws IOException {
        List<Row> rows = history(new Random(seed));
        for (int day = 0; day < 4; day++) {
            JsonNode report = report(rows, day);
            for (JsonNode total : report.get("totals")) {
                for (String of : List.of("day", "before")) {
                    BigDecimal least = BigDecimal.ZERO;
                    BigDecimal most = BigDecimal.ZERO;
                    List<String> left = new ArrayList<>();
                    for (JsonNode count : report.get("counts")) {
                        boolean same = count.get("event").equals(total.get("event"))
                                && count.get("apart").equals(total.get("apart"))
                                && count.get("measure").equals(total.get("measure"));
                        JsonNode told = count.get(of);
                        if (same
                                && told.size() == 1
                                && !told.get(0).get("least").isNull()) {
                            least = least.add(told.get(0).get("least").decimalValue());
                            most = most.add(told.get(0).get("most").decimalValue());
                        } else if (same && !told.isEmpty()) {
                            left.add(count.get("area").asString());
                        }
                    }
                    JsonNode sum = total.get(of);
                    List<String> named = new ArrayList<>();
                    sum.get("notAdded").forEach(a -> named.add(a.asString()));
                    assertThat(named).as("seed " + seed).isEqualTo(left);
                    if (!sum.get("least").isNull()) {
                        assertThat(sum.get("least").decimalValue())
                                .as("seed " + seed)
                                .isEqualByComparingTo(least);
                        assertThat(sum.get("most").decimalValue())
                                .as("seed " + seed)
                                .isEqualByComparingTo(most);
                    }
                }
            }
        }
    }

    /** Whatever was known by the end of a day and tells of it stands in its report: counted, listed, or named as not counted. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noRecordOfTheDayIsPassedOver(int seed) throws IOException {
        List<Row> rows = history(new Random(seed));
        for (int day = 0; day < 3; day++) {
            JsonNode report = report(rows, day);
            Map<String, Integer> named = new HashMap<>();
            Set<String> counted = new HashSet<>();
            report.get("counts")
                    .forEach(c -> c.get("day").forEach(t -> t.get("records").forEach(r -> counted.add(r.asString()))));
            report.get("acts").forEach(a -> a.get("records").forEach(r -> counted.add(r.asString())));
            report.get("monitors")
                    .forEach(m -> m.get("day").forEach(a -> a.get("records").forEach(r -> counted.add(r.asString()))));
            report.get("notCounted").forEach(s -> named.merge(s.get("record").asString(), 1, Integer::sum));
            for (Row row : rows) {
                String last = row.to().isEmpty() ? row.occurred() : row.to();
                boolean ofTheDay = !last.isEmpty() && last.startsWith(DAYS.get(day));
                boolean known = row.recorded().compareTo(DAYS.get(day) + " 24") < 0;
                if (row.kind().isEmpty() && row.corrects().isEmpty() && ofTheDay && known) {
                    assertThat(counted.contains(row.id()) ^ named.containsKey(row.id()))
                            .as("seed " + seed + ", " + DAYS.get(day) + ", " + row)
                            .isTrue();
                }
            }
            report.get("notCounted")
                    .forEach(s -> assertThat(s.get("reason").asString()).isNotBlank());
        }
    }

    /** A report hangs on nothing that became known later, nor on the order of records. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatBecomesKnownLaterChangesNoReport(int seed) throws IOException {
        List<Row> rows = history(new Random(seed));
        List<Row> known = rows.stream()
                .filter(r -> r.recorded().compareTo(DAYS.get(2) + " 24") < 0)
                .toList();
        List<Row> turned = known.reversed();
        JsonNode whole = report(rows, 2);
        assertThat(report(known, 2)).as("seed " + seed).isEqualTo(whole);
        assertThat(report(turned, 2)).as("seed " + seed).isEqualTo(whole);
    }
}
