package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.mapping.MappingText;
import holdfast.intake.rows.Input;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come: problems, never an exception, and every row has its place. */
class FuzzTest {
    private static final int ROUNDS = 150;
    private static final Agreement AGREEMENT = Agreements.small();
    private static final String CSV = """
            kind,id,recorded,source,corrects,occurred,occurred_to,precision,event,basis,by,place,place.lat,place.lon,killed,due,area,attribute.about,about,to,clause,term,result,withdraws
            ,a1,2026-03-01T12:00:00+02:00,"Mission, the",,2026-03-01T10:00:00+02:00,,minute,attack,seen,Russia,Popasna,48.633,38.378,2.5,,,,,,,,,
            ,a2,,Mission,a1,2026-03-02,2026-03-03 03:30[Europe/Kyiv],range,attack,heard,unattributed,,,,,,,,,,,,,
            attribution,t1,2026-03-03 10:00,Commission,,,,,,,,,,,,,,,a1,Belarus,,,,
            finding,f1,2026-03-03 10:00,Commission,,2026-03,,month,,,,,,,,,,,a1,,2.1,special_status,confirmed,
            withdrawal,w1,2026-03-05,Mission,,,,,,,,,,,,,,,,,,,,a2
            """;
    private static final String JSON = """
            {"id":"a1","recorded":"2026-03-01T12:00:00+02:00","source":"M\\u00fcn","occurred":"2026-03-01","event":"attack","values":{"by":"Russia","place":{"name":"P","lat":48.633,"lon":38.378},"killed":2}}
            {"kind":"attribution","id":"t1","recorded":"2026-03-03","source":"C","about":"a1","to":"Belarus","standard":null}
            {"kind":"finding","id":"f1","source":"C","occurred":"2026-03-03T09:00:00Z","about":"a1","clause":"2.1","result":"confirmed"}
            """;
    private static final String SOURCE = """
            occurred,precision,actor,counterpart,event_kind,place,lat,lon,quantity,unit,note,source,kind
            2014-09-05T00:00:00+03:00,day,UA;RU;OSCE,,shelling,Minsk,53.902,27.562,12,killed,"seen, and heard",https://x,1
            2015-02-28T13:45:00+02:00,range,unattributed,UA,small_arms,Donetsk,,,16,rounds,heard: until 14:05,https://x,2
            2015-02-28T13:45:00+02:00,range,unattributed,UA,odd,Donetsk,,,16,rounds,heard: until 14:05,https://x,2
            2015-02-28T12:00:00+02:00,part_of_day,UA,UA,statement,,,,,,claim,https://x,2
            """;
    private static final String MAPPING = """
            ```mapping
            mapping "Test"
            file "x.csv"
            zone Europe/Kyiv
            separator comma
            skip line 9: "nothing"
            time is occurred
            precision is precision:
              minute, hour is one hour
              part_of_day is six hours
              day is the day
              range ends at "until {HH:MM}" in note
              otherwise refused
            recorded is 2 days after the end of the occurrence
            source is "{source} of {line}"
            id is "{stem}-{line}"
            basis is from the start of note:
              seen is seen
              "heard" is heard
              otherwise is claim
            codes for actor and counterpart:
              UA is Ukraine
              RU, Russia is Russia
              OSCE left out: "no party"
              otherwise as it is
              empty is not given
            several in actor, separated by ";": one record for each
            coordinates of place are lat, lon when quantity is at most 12 or not (unit is empty)
            event_kind shelling becomes attack(by actor, on counterpart, place place, killed quantity) and attribution of it to counterpart by "x" standard note when unit is "killed"
            event_kind shelling, small_arms becomes attack(by actor, place place), incident "{unit}", basis media
            event_kind statement left out when quantity is empty: "words"
            event_kind odd becomes finding on it for "2.1" against actor by Commission is confirmed at occurred and withdrawal of row 2a
            `event_kind` fine becomes finding on term special_status is "refuted"
            otherwise left out: "other"
            row 3 where place is "Donetsk" has killed 2
            rows 2, 3 are one incident
            row 3 ends at 2015-02-28 15:00
            row 4 also becomes signature
            rows 2 to 4 reads unit as "x"
            ```
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theTable(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            read("fuzz.csv", mutate(CSV, random), Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void jsonLines(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            read("fuzz.jsonl", mutate(JSON, random), Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theMapping(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int good = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String document = new String(mutate(MAPPING, random), StandardCharsets.UTF_8);
            Mapping.Parsed parsed = MappingText.parse("fuzz.md", document);
            assertThat(parsed.mapping().isPresent())
                    .isEqualTo(parsed.problems().stream().noneMatch(Problem::isError));
            if (parsed.mapping().isPresent()) {
                good++;
                read("fuzz.csv", SOURCE.getBytes(StandardCharsets.UTF_8), parsed.mapping());
                read("fuzz.jsonl", JSON.getBytes(StandardCharsets.UTF_8), parsed.mapping());
            }
        }
        assertThat(good).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aMappedFile(long seed) {
        Optional<Mapping> mapping = MappingText.parse("fuzz.md", MAPPING).mapping();
        assertThat(mapping).isPresent();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            read("fuzz.csv", mutate(SOURCE, random), mapping);
        }
    }

    private static void read(String name, byte[] bytes, Optional<Mapping> mapping) {
        Input input = new Input(name, () -> new Trickle(bytes));
        Loaded loaded = Loaded.from(List.of(new RecordSource(input, mapping)), AGREEMENT, ReadOptions.DEFAULT);
        ReadReport report = loaded.report();
        assertThat(report.mapped() + report.leftOutCount() + report.notUsedCount() + report.refused())
                .isEqualTo(report.rows());
        assertThat(report.isGood()).isEqualTo(report.problems().stream().noneMatch(Problem::isError));
        if (report.isGood()) {
            assertThat(loaded.records()).hasSize((int) report.recordCount());
        }
        report.problems()
                .forEach(p -> assertThat(p.toString()).doesNotContain("\n").doesNotContain("Exception"));
    }

    /** Gives its bytes in small portions. */
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private int at;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return super.read(to, offset, Math.min(length, 7));
        }
    }

    /** Some bytes changed, cut out, doubled or moved. */
    private static byte[] mutate(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 4));
            bytes = switch (random.nextInt(5)) {
                case 0 -> change(bytes, at, (byte) random.nextInt(256));
                case 1 -> change(bytes, at, (byte) "\",:;()`{}-0aZ \n\t.".charAt(random.nextInt(17)));
                case 2 -> splice(bytes, at, at + length, at, at);
                case 3 -> splice(bytes, at, at, at, at + length);
                default -> {
                    int from = random.nextInt(bytes.length);
                    yield splice(bytes, at, at + length, from, Math.min(bytes.length, from + length));
                }
            };
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, int at, byte to) {
        byte[] changed = bytes.clone();
        changed[at] = to;
        return changed;
    }

    /** {@code bytes} with {@code [cut, cutEnd)} replaced by {@code [from, to)} of the same. */
    private static byte[] splice(byte[] bytes, int cut, int cutEnd, int from, int to) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (cutEnd - cut) + (to - from));
        System.arraycopy(bytes, from, result, cut, to - from);
        System.arraycopy(bytes, cutEnd, result, cut + to - from, bytes.length - cutEnd);
        return result;
    }
}
