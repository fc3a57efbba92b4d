package holdfast.engine.words;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private final DateWords dates = new DateWords(KYIV);

    private static long at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant().toEpochMilli();
    }

    private static long endOf(String date) {
        return LocalDate.parse(date).plusDays(1).atStartOfDay(KYIV).toInstant().toEpochMilli() - 1;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015-02-15T00:20 | 2015-02-15T00:20 | 15 Feb 2015 00:20",
                "2015-02-15T00:20:05 | 2015-02-15T00:20:05 | 15 Feb 2015 00:20:05",
                "2015-02-15T00:20 | 2015-02-15T00:20:59.999 | 15 Feb 2015 00:20",
                "2015-02-17T06:00 | 2015-02-17T11:59:59.999 | 17 Feb 2015, 06:00 to 12:00",
                "2015-02-17T18:00 | 2015-02-17T23:59:59.999 | 17 Feb 2015, 18:00 to 24:00",
                "2015-02-17T06:10 | 2015-02-17T06:30 | 17 Feb 2015, 06:10 to 06:30",
                "2015-02-17T22:00 | 2015-02-18T02:59:59.999 | 17 Feb 2015 22:00 to 18 Feb 2015 03:00",
                "2015-02-15T00:00 | 2015-02-15T23:59:59.999 | 15 Feb 2015",
                "2015-02-15T00:00 | 2015-02-17T23:59:59.999 | 15 to 17 Feb 2015",
                "2015-02-27T00:00 | 2015-03-02T23:59:59.999 | 27 Feb to 2 Mar 2015",
                "2014-12-31T00:00 | 2015-01-01T23:59:59.999 | 31 Dec 2014 to 1 Jan 2015",
                "2015-02-01T00:00 | 2015-02-28T23:59:59.999 | Feb 2015",
                "2015-03-29T00:00 | 2015-03-29T23:59:59.999 | 29 Mar 2015",
            })
    void saysATimeAsPreciselyAsItIsKnown(String lo, String hi, String said) {
        assertThat(dates.time(new Time(at(lo), at(hi)))).isEqualTo(said);
    }

    @Test
    void aDeadlineAtTheEndOfADayIsThatDay() {
        assertThat(dates.due(Time.at(endOf("2015-03-03")))).isEqualTo("3 Mar 2015");
        assertThat(dates.due(new Time(endOf("2015-02-16"), endOf("2015-02-17"))))
                .isEqualTo("16 to 17 Feb 2015");
        assertThat(dates.due(Time.at(at("2015-02-16T00:20")))).isEqualTo("16 Feb 2015 00:20");
        assertThat(dates.since(Time.at(endOf("2015-03-03")))).isEqualTo("the end of 3 Mar 2015");
    }

    @Test
    void anHourThatOccursTwiceIsToldByItsOffset() {
        long first = at("2015-10-25T03:30");
        assertThat(dates.at(first)).isEqualTo("25 Oct 2015 03:30 (+03:00)");
        assertThat(dates.at(first + 3_600_000)).isEqualTo("25 Oct 2015 03:30 (+02:00)");
    }

    @Test
    void isoHasTheOffsetOfItsInstant() {
        assertThat(dates.iso(at("2015-03-29T02:59:59"))).isEqualTo("2015-03-29T02:59:59+02:00");
        assertThat(dates.iso(at("2015-03-29T04:00:00"))).isEqualTo("2015-03-29T04:00:00+03:00");
        assertThat(dates.iso(endOf("2015-03-03"))).isEqualTo("2015-03-03T23:59:59.999+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "59, less than a minute",
        "60, 1 minute",
        "5400, 1 hour 30 minutes",
        "90000, 1 day 1 hour",
        "86460, 1 day",
        "31536000, 1 year"
    })
    void lengths(long seconds, String said) {
        assertThat(DateWords.length(seconds * 1000)).isEqualTo(said);
    }
}
