package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.own.CsvRecordWriter;
import holdfast.intake.own.RecordWriter;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lines that are taken from the bytes of a file say what they say when they are read as a whole, and of what is wrong in them the same is told. The files here have hardly a line that is not like the one
 * before; then a few bytes of them, or a few cells, are put otherwise. More of them with {@code -Dcases=60000}.
 */
class StraightLinesTest {
    private static final int CASES = Integer.getInteger("cases", 3_000);

    /** Bytes of a line: a whole part of those that are read at a time. */
    private static final int LINE = 1 << 7;

    private static final String[] PIECES = {
        "\0",
        ",",
        "\n",
        "\r",
        "\r\n",
        "\"",
        "\"\"",
        "'",
        " ",
        "\t",
        ";",
        "0",
        "1",
        "9",
        "e",
        "Z",
        "z",
        "T",
        ":",
        "-",
        "+",
        ".",
        "é",
        "\u00a0",
        "\u200b",
        "я",
        "'=",
        ",,",
        "00",
        "123456789",
        "+02:00",
        "[Europe/Kyiv]",
        "\ufeff",
        "\ud83d\ude00"
    };

    private static final List<String> COLUMNS = List.of(
            "kind",
            "id",
            "source",
            "author",
            "occurred",
            "recorded",
            "event",
            "basis",
            "note",
            "by",
            "on",
            "killed",
            "item",
            "quantity",
            "due",
            "place",
            "place.lat");

    /** 2031-03-29, 00:00 UTC. */
    private static final long START = 1_932_508_800_000L;

    /** Whether something is wrong in a table here and there. */
    private boolean flawed = true;

    private final Random random = new Random(Long.getLong("seed", 1));

    @Test
    void ofAnyBytesTheSameIsKnown() {
        long taken = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] file = damaged(table(2 + random.nextInt(40), COLUMNS));
            taken += taken(file);
        }
        // Otherwise hardly anything was compared.
        assertThat(taken).isGreaterThan(CASES);
    }

    @Test
    void whereverItsColumnsStand() {
        for (int i = 0; i < CASES / 3; i++) {
            List<String> columns = new ArrayList<>(COLUMNS);
            Collections.shuffle(columns, random);
            taken(damaged(table(2 + random.nextInt(20), columns)));
        }
    }

    @Test
    void howeverManyLinesItHas() {
        // Far more than is read at a time; each line ends elsewhere.
        flawed = false;
        byte[] file = table(20_000, COLUMNS).getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isGreaterThan(1 << 20);
        assertThat(taken(file)).isGreaterThan(5_000);
        for (int i = 0; i < 10; i++) {
            taken(damaged(new String(file, StandardCharsets.UTF_8)));
            byte[] noText = file.clone();
            noText[(1 << 16) + random.nextInt(file.length - (1 << 16))] = (byte) (oneIn(2) ? 0 : 0xff);
            taken(noText);
        }
    }

    @Test
    void whatHoldfastWroteGoesStraight() throws IOException {
        StringWriter out = new StringWriter();
        try (RecordWriter writer = new CsvRecordWriter(out, Agreements.small())) {
            for (int number = 1; number <= 500; number++) {
                writer.write(new Record.Observation(
                        "e" + number,
                        START + 1000L * number,
                        "Mission",
                        Optional.empty(),
                        "attack",
                        Time.at(START + 500L * number),
                        Map.of("by", new Value.Actor("Russia")),
                        Basis.SEEN,
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        assertThat(taken(out.toString().getBytes(StandardCharsets.UTF_8))).isGreaterThan(490);
    }

    @Test
    void whatOnlyLooksLikeTheRowBeforeIsReadForItself() {
        String before = "id,source,occurred,event,by\n" + attacks(1, 2, 3, 4);
        for (String row : List.of(
                "e5,bench,2031-03-28T00.00:05Z,attack,Russia",
                "e5,bench,2031-03-28T00:00.05Z,attack,Russia",
                "e5,bench,2031-03-28T00:00:05z,attack,Russia",
                "e5,bench,2031-03-28T00:00:05+2:00,attack,Russia",
                "e5,bench,2031-03-28T24:00:00Z,attack,Russia",
                "e5,bench,2031-03-28T00:00:05Z,attack,Russia\0",
                "e5,bench\0,2031-03-28T00:00:05Z,attack,Russia",
                "e5\0,bench,2031-03-28T00:00:05Z,attack,Russia",
                "e05,bench,2031-03-28T00:00:05Z,attack,Russia",
                "e4,bench,2031-03-28T00:00:05Z,attack,Russia",
                "e5, bench,2031-03-28T00:00:05Z,attack,Russia",
                "e5,bench,2031-03-28T00:00:05Z,attack,Russi",
                "e5,bench,2031-03-28T00:00:05Z,attack,Russia,")) {
            taken((before + row + "\n" + attacks(6, 7)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Far behind what is looked at first to see whether a file is text. */
    @Test
    void aByteThatIsNoTextIsNotPassedOverBehindAText() {
        String rows = attacks(IntStream.range(1, 12_000).toArray());
        for (String piece : List.of("", "\0", "\0\0")) {
            String table = "id,source,occurred,event,by\n" + rows.strip() + piece + "\n" + attacks(12_000, 12_001);
            taken(table.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String attacks(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> "e" + number + ",bench," + instant(number, "Z") + ",attack,Russia\n")
                .collect(Collectors.joining());
    }

    @Test
    void aLineThatIsCutOffEndsThere() {
        // All lines are as long as each other, and many of them as long as what is read at a time: what stood there
        // before ends as this one should.
        StringBuilder table = new StringBuilder("id,source,occurred,event,basis,by,on,place");
        table.append(",\"").append(" ".repeat(LINE - 9 - table.length())).append("\",killed\n");
        for (int number = 100_000; number < 106_000; number++) {
            String row = "e" + number + ",," + instant(number, "Z") + ",attack,seen,Russia,,,,777";
            table.append(row.replace(",,2", "," + "m".repeat(LINE - 1 - row.length()) + ",2"))
                    .append('\n');
        }
        byte[] file = table.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(file.length % LINE).isZero();
        assertThat(taken(file)).isGreaterThan(5_000);
        for (int cut = 1; cut < LINE; cut += cut < 8 ? 1 : 11) {
            taken(Arrays.copyOf(file, file.length - cut));
        }
    }

    /** How many came as rows, if the file is good. */
    private static long taken(byte[] file) {
        Loaded asRecords = Reading.file("reports.csv", file);
        RowsTold told = new RowsTold(Agreements.small());
        ReadReport report = told.read("reports.csv", file);
        String shown = file.length > 10_000 ? "" : new String(file, StandardCharsets.UTF_8);
        assertThat(report).as(shown).isEqualTo(asRecords.report());
        if (!report.isGood()) {
            return 0;
        }
        assertThat(told.records()).as(shown).isEqualTo(asRecords.records());
        return told.taken();
    }

    private String table(int rows, List<String> columns) {
        String offset = pick("Z", "Z", "z", "+02:00", "-01:30", "", "+02:02:04", "[Europe/Kyiv]", "[CET]", "+02");
        // A few seconds, or hours: on one of the days the clocks change.
        int step = oneIn(3) && rows < 100 ? 14_400 : 7;
        String source = pick("bench", "Mission", "the mission of the south, as it is", "Миссия", "eightlet", "seven77");
        boolean recorded = oneIn(2);
        boolean kind = oneIn(2);
        StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
        for (int row = 1; row <= rows; row++) {
            boolean attack = oneIn(2);
            int number = row;
            String instant = instant(number * step, offset);
            String time = oneIn(40) ? instant.substring(0, 10) : instant;
            table.append(columns.stream()
                            .map(column -> column.equals("kind")
                                    ? kind(kind)
                                    : cell(column, number, source, time, recorded, attack))
                            .map(this::written)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return table.toString();
    }

    /** Hardly ever a quote is missing. */
    private String written(String text) {
        boolean quoted = !(flawed && oneIn(200)) && (text.contains(",") || text.startsWith("\"") || oneIn(100));
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private String kind(boolean said) {
        return flawed && oneIn(400) ? pick("finding", "withdrawal", "observed") : said ? "observation" : "";
    }

    private String cell(String column, int number, String source, String time, boolean recorded, boolean attack) {
        return switch (column) {
            case "id" ->
                (oneIn(20) ? "a-long-beginning-" : "e") + (oneIn(200) ? pick("0", "98765432100") : "") + number;
            case "source" -> oneIn(20) ? "bench" : source;
            case "author" -> oneIn(9) ? "Germany" : "";
            case "occurred" -> time;
            case "recorded" ->
                !recorded
                        ? ""
                        : oneIn(3)
                                ? pick("2032-02-01", "2032-02-02T10:00Z", "2032-02-02T10:00:00Z")
                                : flawed && oneIn(60) ? "2030-12-31T23:59:59Z" : time;
            case "event" -> attack ? "attack" : "delivery";
            case "basis" -> oneIn(9) ? "claim" : "seen";
            case "note" -> oneIn(60) ? pick("as told", "told,\nas it was", "a, b") : "";
            case "by" -> pick("Russia", "Ukraine", "unattributed", "");
            case "on" -> attack && oneIn(3) ? "DPR" : "";
            case "killed" -> attack && oneIn(2) ? "" + random.nextInt(3000) : "";
            case "item" ->
                attack ? "" : pick("tank", "гаубиця", "155 mm", "it's", "a gun of eight inches", "a, b", "x\"y", "\"x");
            case "quantity" -> attack ? "" : pick("7", "1.50", "0", "99999999", "123456789", "98765432101");
            case "due" -> attack || oneIn(2) ? "" : pick("2026-03-01", "2026-03-02");
            case "place" -> attack && oneIn(4) ? "Popasna" : "";
            default -> "";
        };
    }

    private static String instant(int second, String offset) {
        return "2031-03-" + two(28 + second / 86_400 % 4) + "T" + two(second / 3600 % 24) + ":" + two(second / 60 % 60)
                + ":" + two(second % 60) + offset;
    }

    private byte[] damaged(String table) {
        String text = table;
        for (int n = random.nextInt(3); n > 0; n--) {
            text = oneIn(2) ? cellsSwapped(text) : pieced(text);
        }
        text = oneIn(20) ? "\ufeff" + text : text;
        if (oneIn(10)) {
            int at = text.indexOf('\n', random.nextInt(text.length()));
            text = at < 0 ? text : text.substring(0, at) + "\0" + text.substring(at);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (oneIn(20)) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return oneIn(30) ? shortened(bytes) : bytes;
    }

    private String pieced(String text) {
        if (oneIn(3)) {
            return digitChanged(text);
        }
        int at = text.indexOf('\n') + random.nextInt(text.length() - text.indexOf('\n'));
        int behind = Math.min(text.length(), at + random.nextInt(3));
        if (oneIn(2)) {
            at = Math.max(text.indexOf(',', at), text.indexOf('\n', at));
            at = at < 0 ? text.length() : at;
            behind = at;
        }
        return text.substring(0, at) + pick(PIECES) + text.substring(behind);
    }

    private String digitChanged(String text) {
        int at = random.nextInt(text.length());
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
    }

    /** Two cells of a line, or a cell and its neighbour, in the other's place. */
    private String cellsSwapped(String text) {
        String[] lines = text.split("\n", -1);
        int line = random.nextInt(lines.length);
        String[] cells = lines[line].split(",", -1);
        int one = random.nextInt(cells.length);
        int other = oneIn(2) ? random.nextInt(cells.length) : Math.min(one + 1, cells.length - 1);
        String moved = cells[one];
        cells[one] = cells[other];
        cells[other] = oneIn(2) ? moved : cells[one];
        lines[line] = line == 0 ? lines[line] : String.join(",", cells);
        return String.join("\n", lines);
    }

    private byte[] shortened(byte[] bytes) {
        ByteArrayOutputStream less = new ByteArrayOutputStream();
        less.write(bytes, 0, random.nextInt(bytes.length));
        return less.toByteArray();
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
