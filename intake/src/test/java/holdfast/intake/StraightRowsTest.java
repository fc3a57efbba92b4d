package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Of rows that are handed on without a record for each the same is known as of records, and the same is told of what is wrong. The files here have many rows with much in common, and few that are
 * odd. More of them with {@code -Dcases=60000}.
 */
class StraightRowsTest {
    private static final int CASES = Integer.getInteger("cases", 1_500);

    private static final List<String> OF_VALUES =
            List.of("by", "on", "place", "killed", "item", "quantity", "due", "about");

    private final SplittableRandom random = new SplittableRandom(Long.getLong("seed", 1));

    @Test
    void ofRowsOfATableTheSameIsKnown() {
        sameIsKnown("reports.csv", this::table);
    }

    @Test
    void soItIsOfLinesOfJson() {
        sameIsKnown("reports.jsonl", this::lines);
    }

    private void sameIsKnown(String name, Function<List<Map<String, String>>, String> form) {
        long taken = 0;
        for (int i = 0; i < CASES; i++) {
            String text = damaged(form.apply(rows()));
            Loaded asRecords = Reading.file(name, text.getBytes(StandardCharsets.UTF_8));
            RowsTold told = new RowsTold(Agreements.small());
            ReadReport report = told.read(name, text);
            assertThat(report).as(text).isEqualTo(asRecords.report());
            if (report.isGood()) {
                assertThat(told.records()).as(text).isEqualTo(asRecords.records());
                taken += told.taken();
            }
        }
        // Otherwise hardly anything was compared.
        assertThat(taken).isGreaterThan(CASES / 2);
    }

    private List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int number = 1 + random.nextInt(80); number > 0; number--) {
            boolean attack = oneIn(2);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("id", (oneIn(9) ? pick("e0", "", "m1x") : "e") + (oneIn(200) ? random.nextInt(60) : number));
            row.put("author", oneIn(9) ? "Germany" : "");
            row.put("source", oneIn(7) ? "Mission, the" : "bench");
            row.put("occurred", oneIn(200) ? odd() : instant(number));
            row.put(
                    "recorded",
                    oneIn(200) ? odd() : oneIn(3) ? "2031-02-0" + pick("1", "2T10:00Z", "2T10:00:00Z") : "");
            row.put("event", attack ? "attack" : "delivery");
            row.put("basis", oneIn(400) ? "Seen" : oneIn(7) ? pick("", "claim") : "seen");
            row.put("corrects", oneIn(300) ? "e1" : "");
            row.put("by", oneIn(300) ? "russia" : pick("Russia", "Ukraine", "unattributed", ""));
            row.put("on", attack && oneIn(3) ? "DPR" : "");
            row.put("place", attack && oneIn(4) ? pick("Popasna", "Попасна") : "");
            row.put("place.lat", attack && oneIn(200) ? "48.6" : "");
            row.put("killed", attack && oneIn(2) ? oneIn(100) ? odd() : "" + random.nextInt(3000) : "");
            row.put("item", attack ? "" : pick("tank", "гаубиця", "155 mm", " tank", "it's", "a, b", "\"x\""));
            row.put("quantity", attack ? "" : pick("7", "007", "1.50", "-3", "0", "99999999", "600000000", ""));
            row.put("due", attack || oneIn(2) ? "" : pick("2026-03-01", "2026-03-02"));
            row.put("about", oneIn(200) ? "2.1" : "");
            rows.add(row);
        }
        return rows;
    }

    /** Of a month before anything became known that says when it did. */
    private String instant(int number) {
        String day = "2031-01-" + two(1 + number / 6 % 28) + "T";
        return day + two(number % 24) + ":" + two(number * 7 % 60)
                + pick(":00Z", ":59Z", ":07Z", "", ":10", "Z", ":10.5Z", ":00+02:00");
    }

    private String odd() {
        return pick(
                "2031-01-05T24:00:00Z", "2031-01-05T10:60:00Z", "2031-01-05 10:00:00Z", "2031-01", "-1", "1e3", "x");
    }

    private String table(List<Map<String, String>> rows) {
        StringBuilder table = new StringBuilder(String.join(",", rows.getFirst().keySet())).append('\n');
        for (Map<String, String> row : rows) {
            table.append(row.values().stream().map(this::cell).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return table.toString();
    }

    private String cell(String text) {
        boolean quoted = text.contains(",") || text.contains("\"") || oneIn(30);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private String lines(List<Map<String, String>> rows) {
        return rows.stream().map(this::object).collect(Collectors.joining("\n", "", "\n"));
    }

    private String object(Map<String, String> row) {
        Map<String, String> members = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        row.forEach((column, text) -> {
            if ((!text.isEmpty() || oneIn(30)) && !column.contains(".")) {
                (OF_VALUES.contains(column) ? values : members).put(column, member(column, text));
            }
        });
        members.put("values", joined(values));
        return joined(members);
    }

    private static String joined(Map<String, String> members) {
        return members.entrySet().stream()
                .map(m -> '"' + m.getKey() + "\":" + m.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(String column, String text) {
        boolean number = (column.equals("killed") || column.equals("quantity")) && text.matches("-?[1-9][0-9.]*|0");
        return number ? text : '"' + text.replace("\"", "\\\"") + '"';
    }

    private String damaged(String text) {
        if (!oneIn(8)) {
            return text;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at)
                + pick("\"", ",", "\r", "'", " ", "\u00a0", "\u200b", "-", "0")
                + text.substring(at);
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : "" + n;
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
