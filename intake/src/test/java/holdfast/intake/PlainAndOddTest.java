package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What is written plainly is read on a shorter way than what is not; of both ways comes the same. In a table the shorter one is left at the first line that ends as no plain one does: so
 * each is read once with such a line above it, and once with a plain one. More of them with {@code -Dcases=60000}.
 */
class PlainAndOddTest {
    private static final int CASES = Integer.getInteger("cases", 3_000);

    private static final List<String> COLUMNS = List.of(
            "kind",
            "id",
            "recorded",
            "source",
            "author",
            "corrects",
            "occurred",
            "occurred_to",
            "precision",
            "event",
            "basis",
            "incident",
            "by",
            "on",
            "place",
            "place.lat",
            "place.lon",
            "killed",
            "item",
            "quantity",
            "due",
            "area",
            "attribute.about",
            "about",
            "to",
            "clause",
            "term",
            "result",
            "withdraws",
            "note");

    private static final String MAPPING = """
            mapping "Test"
            zone Europe/Kyiv
            time is occurred
            source is source
            id is "{id}"
            basis is seen
            codes for by:
              russia is Russia
              empty is not given
              otherwise as it is
            event attack becomes attack(by by, killed killed)
            event delivery becomes delivery(by by, item item, quantity killed)
            otherwise left out: "other"
            """;

    private final SplittableRandom random = new SplittableRandom(Long.getLong("seed", 1));

    @Test
    void aTableIsReadAlikeOnBothWays() {
        int good = 0;
        for (int i = 0; i < CASES; i++) {
            String table = table();
            if (table.startsWith("\n")) {
                continue;
            }
            Loaded plain = Reading.csv("\n" + table);
            Loaded odd = Reading.csv("\r" + table);
            assertThat(Reading.problems(plain)).as(table).isEqualTo(Reading.problems(odd));
            assertThat(plain.records()).as(table).isEqualTo(odd.records());
            assertThat(plain.report()).as(table).isEqualTo(odd.report());
            good += plain.report().isGood() ? 1 : 0;
        }
        // Otherwise hardly anything was compared.
        assertThat(good).isGreaterThan(CASES / 20);
    }

    @Test
    void soIsATableOfSomebodyElse() {
        int good = 0;
        for (int i = 0; i < CASES / 3; i++) {
            StringBuilder text = new StringBuilder("id,source,occurred,event,by,killed,item\n");
            boolean wild = oneIn(3);
            for (int row = random.nextInt(6); row >= 0; row--) {
                List<String> cells = new ArrayList<>();
                for (String column : List.of("id", "source", "occurred", "event", "by", "killed", "item")) {
                    boolean decided = !wild && column.equals("event");
                    cells.add(written(decided ? pick("attack", "delivery") : cell(column, row, wild), ","));
                }
                text.append(String.join(",", cells)).append(end());
            }
            String table = wild && oneIn(3) ? damaged(text) : text.toString();
            if (table.startsWith("\n")) {
                continue;
            }
            Loaded plain = Reading.mapped(MAPPING, "\n" + table);
            Loaded odd = Reading.mapped(MAPPING, "\r" + table);
            assertThat(Reading.problems(plain)).as(table).isEqualTo(Reading.problems(odd));
            assertThat(plain.records()).as(table).isEqualTo(odd.records());
            assertThat(plain.report()).as(table).isEqualTo(odd.report());
            good += plain.report().isGood() ? 1 : 0;
        }
        assertThat(good).isGreaterThan(CASES / 60);
    }

    private String table() {
        List<String> columns = new ArrayList<>(List.of("id", "source", "occurred", "event"));
        for (String column : COLUMNS) {
            if (!columns.contains(column) && oneIn(2)) {
                columns.add(random.nextInt(columns.size() + 1), column);
            }
        }
        boolean damaged = oneIn(4);
        boolean wild = oneIn(3);
        String separator = oneIn(6) ? ";" : oneIn(10) ? "\t" : ",";
        StringBuilder table = new StringBuilder(String.join(separator, columns)).append(end());
        int rows = random.nextInt(6);
        for (int i = 0; i < rows; i++) {
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(written(cell(column, i, wild), separator));
            }
            table.append(String.join(separator, cells)).append(i == rows - 1 && oneIn(3) ? "" : end());
            if (oneIn(12)) {
                table.append(end());
            }
        }
        return damaged ? damaged(table) : table.toString();
    }

    private String end() {
        return oneIn(40) ? "\r" : oneIn(4) ? "\r\n" : "\n";
    }

    private String written(String cell, String separator) {
        boolean needed = cell.contains(separator) || cell.contains("\"") || cell.contains("\n");
        return needed ? oneIn(15) ? cell : quoted(cell) : oneIn(8) ? quoted(cell) : cell;
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private String damaged(StringBuilder table) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(table.length());
            if (oneIn(2)) {
                table.deleteCharAt(at);
            } else {
                table.insert(
                        at, pick("\"", "\"\"", ",", "\r", "\n", "'", " ", "\u00a0", "\u200b", "\u0301", ";", "-", "0"));
            }
            if (table.isEmpty()) {
                table.append('x');
            }
        }
        return table.toString();
    }

    private String cell(String column, int row, boolean wild) {
        if (wild && oneIn(12)) {
            return odd();
        }
        boolean needed = List.of("id", "source", "occurred", "event").contains(column);
        if (!needed && oneIn(column.equals("by") || column.equals("basis") ? 4 : wild ? 3 : 100_000)) {
            return needed(column, row);
        }
        if (!needed) {
            return List.of("by", "basis", "recorded", "note", "author", "incident")
                                    .contains(column)
                            && oneIn(2)
                    ? needed(column, row)
                    : "";
        }
        return needed(column, row);
    }

    private String needed(String column, int row) {
        return switch (column) {
            case "id" -> id(row);
            case "source" -> pick("bench", "Mission, the", "Місія", "OSCE", "a b");
            case "author" -> pick("Ukraine", "Germany", "M");
            case "occurred" -> time();
            case "recorded" -> pick("2031-01-01", "2031-01-01T00:00:00Z", time());
            case "occurred_to" -> pick("2032-02-02", time());
            case "precision" ->
                pick("instant", "minute", "hour", "day", "month", "year", "range", "part_of_day", "Day");
            case "event" -> pick("attack", "attack", "entry", "signature", "warn", "delivery", "access_denied", "vote");
            case "basis" -> pick("seen", "heard", "told", "instrument", "claim", "media", "Seen");
            case "incident", "corrects", "about", "attribute.about", "withdraws" ->
                pick("i1", id(random.nextInt(6)), "2.1");
            case "by", "on", "to" -> pick("Russia", "Ukraine", "unattributed", "DPR", "russia");
            case "place" -> pick("Popasna", "Попасна", "S", "");
            case "place.lat", "place.lon" -> pick("48.6", "38.378", "1e1", "91");
            case "killed", "quantity" -> number();
            case "item" -> pick("tank", "Tank", "гаубиця", "155 mm", "'=1", "it's");
            case "due" -> pick("2026-03-01", "2026-02-30", "2026-03", time());
            case "area" -> pick("strip", "Strip");
            case "clause" -> pick("2.1", "1.1", "9");
            case "term" -> pick("special_status", "counting");
            case "result" -> pick("confirmed", "included", "refuted");
            case "kind" -> pick("", "observation", "attribution", "finding", "withdrawal", "Finding");
            default -> pick("", "a note", "so \"he\" says", "two\nlines", "two\r\nlines", "ends with a blank ");
        };
    }

    private String id(int row) {
        return switch (random.nextInt(6)) {
            case 0 -> "e" + row;
            case 1 -> "r" + random.nextInt(1000) * 1000;
            case 2 -> "e0" + row;
            case 3 -> "Ж" + row;
            case 4 -> "x" + row + "y";
            default -> "a" + (100 - row);
        };
    }

    private String time() {
        String day = "20" + (10 + random.nextInt(20)) + "-" + two(1 + random.nextInt(12)) + "-"
                + two(1 + random.nextInt(28));
        String clock = two(random.nextInt(24)) + ":" + two(random.nextInt(60));
        return switch (random.nextInt(12)) {
            case 0 -> day;
            case 1 -> day + " " + clock;
            case 2 -> day + "T" + clock + ":" + two(random.nextInt(60)) + "+02:00";
            case 3 -> day + "T" + clock + ":10." + random.nextInt(10000) + "Z";
            case 4 -> day + "T" + clock + "[Europe/Kyiv]";
            case 5 -> day.substring(0, random.nextInt(day.length() + 1));
            case 6 -> "2026-03-29 03:30";
            default -> day + "T" + clock + ":" + two(random.nextInt(60)) + "Z";
        };
    }

    private String number() {
        return switch (random.nextInt(14)) {
            case 0 -> "-" + random.nextInt(100);
            case 1 -> random.nextInt(1000) + "." + random.nextInt(100_000);
            case 2 -> "00" + random.nextInt(100);
            case 3 -> "-0";
            case 4 -> random.nextInt(100) * 1000 + ".000";
            case 5 -> "" + random.nextLong(20_000_000_000_000L);
            case 6 ->
                pick("", "-", ".5", "5.", "1,5", "1_000", "1e3", "+7", "0.1234567", "1.50", "--1", "1-", "\u0661");
            case 7 -> "1." + "0".repeat(random.nextInt(24));
            case 8 -> "9".repeat(1 + random.nextInt(33));
            default -> "" + random.nextInt(100_000);
        };
    }

    private String odd() {
        return pick(
                " ",
                "\u00a0",
                " a",
                "a\u200bb",
                "e\u0301",
                "'=x",
                "=x",
                "''-x",
                "\t",
                "\u007f",
                "\ufeff",
                "i\u0307",
                "x\u2028",
                "\"",
                "a\"b");
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

    private static List<String> withoutLines(Loaded loaded) {
        return Reading.problems(loaded).stream()
                .map(p -> p.replaceAll("line [0-9]+", "line"))
                .toList();
    }

    @Test
    void linesOfJsonAreReadAlikeOnBothWays() {
        int good = 0;
        for (int i = 0; i < CASES; i++) {
            String lines = objects();
            // A tab behind the brace is not plain, and means as little as a blank.
            Loaded plain = Reading.json(lines.replace("\u0001", " "));
            Loaded odd = Reading.json(lines.replace("\u0001", "\t"));
            assertThat(Reading.problems(plain)).as(lines).isEqualTo(Reading.problems(odd));
            assertThat(plain.records()).as(lines).isEqualTo(odd.records());
            assertThat(plain.report()).as(lines).isEqualTo(odd.report());
            good += plain.report().isGood() ? 1 : 0;
        }
        assertThat(good).isGreaterThan(CASES / 20);
    }

    private String objects() {
        boolean wild = oneIn(3);
        StringBuilder lines = new StringBuilder();
        for (int row = random.nextInt(6); row >= 0; row--) {
            StringBuilder line = new StringBuilder(object(row, wild));
            if (wild && oneIn(8)) {
                int at = 2 + random.nextInt(line.length() - 2);
                line.insert(at, pick("\"", "\\", ",", "{", "}", ":", "[", " ", "0", "-", "\u200b", "nul"));
                line.deleteCharAt(2 + random.nextInt(line.length() - 2));
            }
            lines.append(line).append(oneIn(9) ? "\r\n" : "\n");
        }
        return lines.toString();
    }

    private String object(int row, boolean wild) {
        List<String> top = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String column : COLUMNS) {
            boolean needed = List.of("id", "source", "occurred", "event").contains(column);
            boolean ofValues = List.of("by", "on", "place", "killed", "item", "quantity", "due", "area")
                    .contains(column);
            if (!needed
                            && !oneIn(
                                    wild
                                            ? 4
                                            : List.of("by", "basis", "recorded", "note")
                                                            .contains(column)
                                                    ? 2
                                                    : 200)
                    || column.contains(".")) {
                continue;
            }
            (ofValues ? values : top)
                    .add(blank() + json(column) + blank() + ":" + blank()
                            + (wild && oneIn(12) ? json(odd()) : member(column, row)) + blank());
        }
        if (!values.isEmpty()) {
            top.add(random.nextInt(top.size() + 1), "\"values\":{" + String.join(",", values) + "}");
        }
        return "{\u0001" + String.join(",", top) + "}";
    }

    private String member(String column, int row) {
        String value = needed(column, row);
        return switch (column) {
            case "killed", "quantity" -> oneIn(8) ? json(value) : value.isEmpty() ? "null" : value;
            case "place" ->
                oneIn(2) ? json(value) : "{\"name\":" + json(value) + ",\"lat\":48.5,\"lon\":" + number() + "}";
            default ->
                oneIn(20) ? pick("null", "true", "false", "12", "1.50", "-0", "1e3", "[1]", "{}", "tru") : json(value);
        };
    }

    private String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private String blank() {
        return oneIn(12) ? " " : "";
    }

    @Test
    void soAreBytesThatAreNoText() {
        for (int i = 0; i < CASES / 10; i++) {
            byte[] plain = ("\n" + table()).getBytes(StandardCharsets.UTF_8);
            byte[] odd = plain.clone();
            odd[0] = '\r';
            int at = 1 + random.nextInt(plain.length - 1);
            byte broken = (byte) random.nextInt(256);
            plain[at] = broken;
            odd[at] = broken;
            Loaded one = Reading.file("reports.csv", plain);
            Loaded other = Reading.file("reports.csv", odd);
            // Where no byte can be read, only line feeds are lines.
            assertThat(withoutLines(one)).isEqualTo(withoutLines(other));
            assertThat(one.records()).isEqualTo(other.records());
        }
    }
}
