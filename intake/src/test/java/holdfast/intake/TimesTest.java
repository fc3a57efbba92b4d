package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.value.TimeReader;
import holdfast.intake.value.WrittenPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times lose nothing of what is written, and take nothing twice. */
class TimesTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "dd.MM.yy#two digits",
                "d.M.uu HH:mm#two digits",
                "dd.MM.yyyy hh:mm#half of the day",
                "dd.MM.yyyy HH:mm a#hour of half a day",
                "dd.mm.yyyy#no month",
                "yyyy-MM-dd HH:MM#month twice",
                "yyyy-mm-dd HH:mm#minute twice",
                "yyyy-MM-ddXXX#offset",
                "yyyy-MM-dd mm#no hour",
                "yyyy-MM-dd HH:ss#no minutes",
                "YYYY-MM-dd#`yyyy`",
                "yyyy-MM-DD#`dd`",
                "yyyy-MM-dd['T'HH:mm]#brackets",
                "HH:mm#no year",
                "yyyy-MM-dd HH:mm:ss yyyy#year twice"
            })
    void aPatternThatLosesOrDoublesIsRefused(String pattern, String why) {
        assertThat(WrittenPattern.trouble(pattern)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd.MM.yyyy",
                "dd MMMM yyyy",
                "d/M/yyyy H:mm",
                "yyyyMMdd HHmm",
                "MM/dd/yyyy hh:mm a",
                "yyyy-MM-dd'T'HH:mm:ssXXX",
                "yyyy-MM-dd HH:mm:ss.SSS Z",
                "EEE, d MMM yyyy HH:mm",
                "d MMMM yyyy 'y.'",
                "'day' d 'of' MMMM, 'year' yyyy",
                "yyyy-MM-dd 'yesterday' HH:mm",
                "'y''all' dd.MM.yyyy 'yy'"
            })
    void aPatternThatIsTakenReadsBackWhatItWrites(String pattern) {
        assertThat(WrittenPattern.trouble(pattern)).isEmpty();
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            OffsetDateTime time = LocalDateTime.of(2000, 1, 1, 0, 0)
                    .plusSeconds(random.nextLong(0, 800_000_000L))
                    .atOffset(ZoneOffset.ofHours(random.nextInt(-11, 12)));
            String written =
                    DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
            TimeReader reader = new TimeReader(ZoneOffset.UTC);
            assertThat(new WrittenPattern(pattern).read(written, reader))
                    .as(written)
                    .isTrue();
            boolean offset = pattern.contains("X") || pattern.contains("Z");
            OffsetDateTime back =
                    Instant.ofEpochMilli(reader.lo()).atOffset(offset ? time.getOffset() : ZoneOffset.UTC);
            assertThat(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(back))
                    .isEqualTo(written);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-15T00:20+02:00[Europe/Kyiv],true",
        "2015-02-15T00:20+03:00[Europe/Kyiv],false",
        "2015-07-15T00:20+03:00[Europe/Kiev],true",
        "2015-02-15T00:20:00+03:00[Europe/Moscow],true",
        "2015-02-15T00:20:00+03:00[Europe/Nowhere],false",
        "2015-10-25T03:30+02:00[Europe/Kyiv],true",
        "2015-10-25T03:30+03:00[Europe/Kyiv],true",
        "2015-02-15T00:20+02[Europe/Kyiv],true"
    })
    void anOffsetAndAZoneMustAgree(String written, boolean good) {
        TimeReader reader = new TimeReader(KYIV);
        assertThat(reader.read(written)).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1919-03-01T12:00:00+02:02:04", "1880-01-01T00:00+02:02:04", "1900-01-01T10:00:00-00:25:21"})
    void offsetsMayHaveSeconds(String written) {
        TimeReader reader = new TimeReader(KYIV);
        assertThat(reader.read(written)).isTrue();
        assertThat(reader.lo())
                .isEqualTo(OffsetDateTime.parse(written).toInstant().toEpochMilli());
    }

    @Test
    void whatIsShownInLocalTimeReadsBack() {
        for (LocalDate day = LocalDate.of(1850, 1, 1); day.getYear() < 2030; day = day.plusDays(97)) {
            String shown = day.atTime(12, 34).atZone(KYIV).toOffsetDateTime().toString();
            TimeReader reader = new TimeReader(KYIV);
            assertThat(reader.read(shown)).as(shown).isTrue();
            assertThat(reader.lo())
                    .isEqualTo(OffsetDateTime.parse(shown).toInstant().toEpochMilli());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+2:00", "+02:60", "+19:00", "+18:00:01", "+02:02:", "+02:02:4", "+020", "+02:0204x"})
    void whatIsNoOffset(String offset) {
        assertThat(new TimeReader(KYIV).read("2015-02-15T00:20" + offset)).isFalse();
    }

    private static final String DATE_AND_CLOCK = """
            mapping "M"
            zone Europe/Kyiv
            dates are day month year
            time is `дата` at `година`
            every row becomes attack
            """;

    @ParameterizedTest
    @CsvSource({"14:30,14:30", "9:05,09:05", "9.05,09:05", "23:59:58,23:59:58"})
    void theTimeOfDayMayStandInAColumnOfItsOwn(String written, String meant) {
        assertThat(times("31.12.2024;" + written)).isEqualTo(Time.at(at("2024-12-31T" + meant)));
    }

    @Test
    void whereTheTimeOfDayIsBlankTheDayIsAllThatIsKnown() {
        assertThat(times("31.12.2024;")).isEqualTo(new Time(at("2024-12-31T00:00"), at("2025-01-01T00:00") - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "25:00,`25:00` is no time of day",
        "пополудні,`пополудні` is no time of day",
        "14,`14` is no time of day",
        "03:30,the clocks went forward"
    })
    void whatIsNoTimeOfDayIsRefused(String written, String why) {
        Loaded loaded = Reading.mapped(DATE_AND_CLOCK, "дата;година\n31.03.2024;" + written + "\n");
        assertThat(Reading.problems(loaded)).singleElement().asString().contains(why);
    }

    @Test
    void aDateThatHasItsOwnTimeOfDayTakesNoOther() {
        Loaded loaded = Reading.mapped(DATE_AND_CLOCK, "дата;година\n31.12.2024 10:00;11:00\n");
        assertThat(Reading.problems(loaded)).singleElement().asString().contains("has a time of day of its own");
    }

    private static Time times(String row) {
        Loaded loaded = Reading.mapped(DATE_AND_CLOCK, "дата;година\n" + row + "\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        return ((Record.Observation) loaded.records().getFirst()).occurred();
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant().toEpochMilli();
    }

    /** What it knows of the time before, such as its day, makes no difference. */
    @Test
    void aReaderThatHasReadOthersReadsAsANewOne() {
        Random random = new Random(28);
        TimeReader old = new TimeReader(KYIV);
        for (int i = 0; i < 20_000; i++) {
            String date = "2031-0" + random.nextInt(5) + "-" + (2 + random.nextInt(2)) + random.nextInt(10);
            String[] behind = {
                "",
                "",
                "T10:20:30Z",
                "T10:20:30Z",
                " 03:30",
                "T23:59:59.5+02:00",
                "t01:02",
                "T24:00:00Z",
                "T10:2",
                " ",
                "x"
            };
            String written = random.nextInt(9) == 0
                    ? date.substring(0, random.nextInt(10))
                    : date + behind[random.nextInt(behind.length)];
            TimeReader fresh = new TimeReader(KYIV);
            boolean good = fresh.read(written);
            assertThat(old.read(written)).as(written).isEqualTo(good);
            if (good) {
                assertThat(old.lo()).as(written).isEqualTo(fresh.lo());
                assertThat(old.hi()).as(written).isEqualTo(fresh.hi());
                assertThat(old.grain()).as(written).isEqualTo(fresh.grain());
                assertThat(old.isLocal()).as(written).isEqualTo(fresh.isLocal());
                assertThat(old.milliOfDay()).as(written).isEqualTo(fresh.milliOfDay());
                TimeReader.Grain wider = TimeReader.Grain.values()[random.nextInt(3)];
                assertThat(old.widen(wider)).as(written).isEqualTo(fresh.widen(wider));
                assertThat(old.hi()).as(written).isEqualTo(fresh.hi());
            } else {
                assertThat(old.trouble()).as(written).isEqualTo(fresh.trouble());
            }
        }
    }
}
