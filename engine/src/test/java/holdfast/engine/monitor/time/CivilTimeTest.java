package holdfast.engine.monitor.time;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import holdfast.engine.monitor.Seeds;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hours are counted by the clock, days by the calendar of the agreement's place (semantics, section 1). */
class CivilTimeTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    /** Clocks that change at three, at midnight, by half an hour, never. */
    private static final List<ZoneId> ZONES =
            List.of(KYIV, ZoneId.of("America/Santiago"), ZoneId.of("Australia/Lord_Howe"), ZoneId.of("UTC"));

    private static final List<Unit> CALENDAR = List.of(Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR);
    private static final long HOUR = 3_600_000;

    private final CivilTime kyiv = new CivilTime(KYIV);

    // in words

    @Test
    void threeDaysEndWithTheThirdDayAfter() {
        assertThat(kyiv.deadline(kyiv("2015-02-15T10:00"), days(3), false)).isEqualTo(kyiv("2015-02-19T00:00") - 1);
    }

    @Test
    void whereTheFirstDayCountsTheyEndADayEarlier() {
        assertThat(kyiv.deadline(kyiv("2015-02-15T10:00"), days(3), true)).isEqualTo(kyiv("2015-02-18T00:00") - 1);
    }

    @Test
    void seventyTwoHoursEndAtTheHour() {
        Span hours = new Span(72, Unit.HOUR);
        assertThat(kyiv.deadline(kyiv("2015-02-15T10:00"), hours, true)).isEqualTo(kyiv("2015-02-18T10:00"));
    }

    /** On 29 March 2015 the clocks go from three to four. */
    @Test
    void aDayLaterIsTheSameTimeOfDayThoughTheClocksChange() {
        long before = kyiv("2015-03-28T12:00");
        assertThat(kyiv.shift(before, days(1), 1)).isEqualTo(before + 23 * HOUR);
        assertThat(kyiv.shift(before, new Span(24, Unit.HOUR), 1)).isEqualTo(before + 24 * HOUR);
    }

    @Test
    void aTimeThatTheClocksSkipIsMovedForward() {
        assertThat(kyiv.shift(kyiv("2015-03-28T03:30"), days(1), 1)).isEqualTo(kyiv("2015-03-29T04:30"));
    }

    /** On 25 October 2015 the hour from three to four comes twice. */
    @Test
    void aTimeThatComesTwiceIsTheEarlier() {
        long threeThirty = kyiv.shift(kyiv("2015-10-24T03:30"), days(1), 1);
        assertThat(threeThirty).isEqualTo(kyiv("2015-10-25T02:30") + HOUR);
    }

    @Test
    void aMonthThatHasNoSuchDayEndsOnItsLast() {
        Span month = new Span(1, Unit.MONTH);
        assertThat(kyiv.shift(kyiv("2015-01-31T10:00"), month, 1)).isEqualTo(kyiv("2015-02-28T10:00"));
        assertThat(kyiv.shift(kyiv("2016-03-31T10:00"), month, -1)).isEqualTo(kyiv("2016-02-29T10:00"));
    }

    @Test
    void aMonthBackReachesAsFarAsOneForward() {
        Span month = new Span(1, Unit.MONTH);
        assertThat(kyiv.back(kyiv("2015-03-28T10:00"), month)).isEqualTo(kyiv("2015-02-28T00:00"));
        assertThat(kyiv.back(kyiv("2015-03-31T10:00"), month)).isEqualTo(kyiv("2015-03-01T00:00"));
    }

    @Test
    void aDayIsShorterWhereTheClocksGoForward() {
        LocalDate day = LocalDate.of(2015, 3, 29);
        assertThat(kyiv.end(day) + 1 - kyiv.start(day)).isEqualTo(23 * HOUR);
    }

    @Test
    void aDayBeginsWhenMidnightIsSkipped() {
        CivilTime santiago = new CivilTime(ZoneId.of("America/Santiago"));
        long start = santiago.start(LocalDate.of(2022, 9, 11));
        assertThat(santiago.date(start)).isEqualTo(LocalDate.of(2022, 9, 11));
        assertThat(santiago.date(start - 1)).isEqualTo(LocalDate.of(2022, 9, 10));
    }

    @Test
    void whatIsNeverStaysNever() {
        for (Unit unit : Unit.values()) {
            for (long never : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
                assertThat(kyiv.shift(never, new Span(5, unit), 1)).isEqualTo(never);
                assertThat(kyiv.deadline(never, new Span(5, unit), false)).isEqualTo(never);
                assertThat(kyiv.back(never, new Span(5, unit))).isEqualTo(never);
            }
        }
        assertThat(kyiv.startOfDay(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(kyiv.shift(0, Span.EVER, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(kyiv.shift(0, Span.EVER, -1)).isEqualTo(Long.MIN_VALUE);
        assertThat(kyiv.deadline(Long.MAX_VALUE - 5, new Span(1, Unit.SECOND), false))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(kyiv.shift(Long.MIN_VALUE + 5, new Span(1, Unit.SECOND), -1)).isEqualTo(Long.MIN_VALUE);
    }

    // of any instant

    @Test
    void aDayIsWhatHasItsDate() {
        Seeds.each(400, random -> {
            CivilTime civil = new CivilTime(ZONES.get(random.nextInt(ZONES.size())));
            long instant = any(random);
            LocalDate day = civil.date(instant);
            assertThat(instant).isBetween(civil.start(day), civil.end(day));
            assertThat(civil.startOfDay(instant)).isEqualTo(civil.start(day));
            assertThat(civil.date(civil.start(day))).isEqualTo(day);
            assertThat(civil.date(civil.start(day) - 1)).isEqualTo(day.minusDays(1));
            assertThat(civil.date(civil.end(day))).isEqualTo(day);
            assertThat(civil.date(civil.end(day) + 1)).isEqualTo(day.plusDays(1));
        });
    }

    @Test
    void aDeadlineIsTheLastInstantOfItsDay() {
        Seeds.each(400, random -> {
            CivilTime civil = new CivilTime(ZONES.get(random.nextInt(ZONES.size())));
            long instant = any(random);
            Span span = calendar(random);
            long deadline = civil.deadline(instant, span, false);
            assertThat(civil.date(deadline)).isEqualTo(later(civil.date(instant), span));
            assertThat(civil.date(deadline + 1)).isEqualTo(civil.date(deadline).plusDays(1));
            assertThat(civil.date(civil.deadline(instant, span, true)))
                    .isEqualTo(civil.date(deadline).minusDays(1));
        });
    }

    /** Day by day, from the day itself back to the first from which the span still reaches it. */
    @Test
    void aWindowBackBeginsWithTheFirstDayFromWhichTheSpanReachesSoFar() {
        Seeds.each(400, random -> {
            CivilTime civil = new CivilTime(ZONES.get(random.nextInt(ZONES.size())));
            long instant = any(random);
            Span span = calendar(random);
            LocalDate day = civil.date(instant);
            LocalDate first = day;
            while (!later(first.minusDays(1), span).isBefore(day)) {
                first = first.minusDays(1);
            }
            assertThat(civil.back(instant, span)).isEqualTo(civil.start(first));
        });
    }

    /** Wherever in a vague time something happened, a span later lies in the time that is told for it. */
    @Test
    void aVagueTimeIsShiftedToOneThatHoldsEveryShiftedInstant() {
        Seeds.each(400, random -> {
            CivilTime civil = new CivilTime(ZONES.get(random.nextInt(ZONES.size())));
            long lo = any(random);
            long hi = lo + random.nextLong(4 * 24 * HOUR);
            Span span = random.nextInt(4) == 0 ? new Span(random.nextInt(1, 50), Unit.HOUR) : calendar(random);
            Time shifted = civil.shift(new Time(lo, hi), span);
            for (long instant = lo; instant <= hi; instant += HOUR / 4) {
                assertThat(civil.shift(instant, span, 1)).isBetween(shifted.lo(), shifted.hi());
            }
        });
    }

    private static LocalDate later(LocalDate day, Span span) {
        return switch (span.unit()) {
            case DAY -> day.plusDays(span.count());
            case WEEK -> day.plusDays(7 * span.count());
            case MONTH -> day.plusMonths(span.count());
            case YEAR -> day.plusMonths(12 * span.count());
            case SECOND, MINUTE, HOUR -> throw new IllegalArgumentException();
        };
    }

    private static Span calendar(Random random) {
        return new Span(random.nextInt(1, 5), CALENDAR.get(random.nextInt(CALENDAR.size())));
    }

    private static Span days(int count) {
        return new Span(count, Unit.DAY);
    }

    /** From 2010 to 2025; every other time within a day of the Sunday on which clocks change in Europe. */
    private static long any(Random random) {
        LocalDateTime year = LocalDateTime.of(random.nextInt(2010, 2026), random.nextBoolean() ? 3 : 10, 24, 0, 0);
        long days = random.nextBoolean() ? random.nextInt(8) : random.nextInt(365);
        return year.plusDays(days).atZone(KYIV).toInstant().toEpochMilli() + random.nextLong(24 * HOUR);
    }

    private static long kyiv(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant().toEpochMilli();
    }
}
