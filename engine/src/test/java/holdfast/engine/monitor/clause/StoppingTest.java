package holdfast.engine.monitor.clause;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import holdfast.engine.monitor.Seeds;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The time of a suspension does not count for a deadline (semantics, section 9). */
class StoppingTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final CivilTime CIVIL = new CivilTime(KYIV);
    private static final long SECOND = 1000;

    @Test
    void anHourOfSuspensionPutsADeadlineInHoursOffByAnHour() {
        IntervalSet stop = IntervalSet.of(kyiv("2015-02-10T12:00"), kyiv("2015-02-10T13:00") - 1);
        assertThat(running(within(24, Unit.HOUR, false), kyiv("2015-02-10T10:00"), stop))
                .isEqualTo(kyiv("2015-02-11T11:00"));
    }

    @Test
    void aDayThatASuspensionTouchesDoesNotCount() {
        IntervalSet stop = IntervalSet.of(kyiv("2015-02-12T12:00"), kyiv("2015-02-12T13:00"));
        assertThat(running(within(3, Unit.DAY, false), kyiv("2015-02-10T10:00"), stop))
                .isEqualTo(kyiv("2015-02-15T00:00") - 1);
    }

    @Test
    void whatWasOverBeforeTheClockRanStopsNothing() {
        IntervalSet stop = IntervalSet.of(kyiv("2015-02-01T00:00"), kyiv("2015-02-10T09:00"));
        assertThat(running(within(3, Unit.DAY, true), kyiv("2015-02-10T10:00"), stop))
                .isEqualTo(kyiv("2015-02-13T00:00") - 1);
    }

    @Test
    void aSuspensionThatIsNotOverPutsItOffForGood() {
        IntervalSet stop = IntervalSet.from(kyiv("2015-02-10T12:00"));
        assertThat(running(within(24, Unit.HOUR, false), kyiv("2015-02-10T10:00"), stop))
                .isEqualTo(Stopping.FOREVER);
        assertThat(running(within(3, Unit.DAY, false), kyiv("2015-02-10T10:00"), stop))
                .isEqualTo(Stopping.FOREVER);
        assertThat(fixed(kyiv("2015-02-11T00:00"), stop)).isEqualTo(Stopping.FOREVER);
    }

    @Test
    void aFixedDayThatFallsIntoASuspensionIsPutOffToTheEndOfTheDayOnWhichThatEnds() {
        IntervalSet stop = IntervalSet.of(kyiv("2015-02-10T12:00"), kyiv("2015-02-12T13:00") - 1);
        assertThat(fixed(kyiv("2015-02-11T00:00") - 1, stop)).isEqualTo(kyiv("2015-02-13T00:00") - 1);
        assertThat(fixed(kyiv("2015-02-10T00:00") - 1, stop)).isEqualTo(kyiv("2015-02-10T00:00") - 1);
    }

    @Test
    void whereItIsOpenWhetherItWasSuspendedTheDeadlineIsAsVague() {
        Truth perhaps =
                new Truth(IntervalSet.EMPTY, IntervalSet.of(kyiv("2015-02-10T12:00"), kyiv("2015-02-10T13:00") - 1));
        Time due =
                new Stopping(perhaps, CIVIL).running(within(24, Unit.HOUR, false), Time.at(kyiv("2015-02-10T10:00")));
        assertThat(due).isEqualTo(new Time(kyiv("2015-02-11T10:00"), kyiv("2015-02-11T11:00")));
    }

    /** Millisecond by millisecond: those of a stop are let pass. */
    @Test
    void aSpanInSecondsHasPassedWhenSoManyMillisecondsWithoutAStopHave() {
        Seeds.each(300, random -> {
            long start = random.nextLong(2 * SECOND);
            IntervalSet stops = stops(random, SECOND, 3);
            long passed = 0;
            long t = start;
            while (stops.contains(t) || passed < 2 * SECOND) {
                passed += stops.contains(t) ? 0 : 1;
                t++;
            }
            assertThat(running(within(2, Unit.SECOND, false), start, stops)).isEqualTo(t);
        });
    }

    /** Day by day: a day that a stop touches after the clock began to run is let pass. */
    @Test
    void aSpanInDaysHasPassedWhenSoManyDaysWithoutAStopHave() {
        Seeds.each(300, random -> {
            long origin = kyiv("2015-03-20T00:00");
            long day = 24 * 3600 * SECOND;
            long start = origin + random.nextLong(3 * day);
            IntervalSet stops = stops(random, day, 6);
            stops = shifted(stops, origin);
            int days = random.nextInt(1, 5);
            boolean including = random.nextBoolean();
            LocalDate last = CIVIL.date(start).minusDays(including ? 1 : 0);
            for (int counted = 0; counted < days; ) {
                last = last.plusDays(1);
                boolean stopped = stops.meets(Math.max(start, CIVIL.start(last)), CIVIL.end(last));
                counted += stopped ? 0 : 1;
            }
            assertThat(running(within(days, Unit.DAY, including), start, stops)).isEqualTo(CIVIL.end(last));
        });
    }

    private static IntervalSet stops(Random random, long unit, int most) {
        IntervalSet stops = IntervalSet.EMPTY;
        for (int i = random.nextInt(most); i > 0; i--) {
            long first = random.nextLong(6 * unit);
            stops = stops.union(IntervalSet.of(first, first + random.nextLong(2 * unit)));
        }
        return stops;
    }

    private static IntervalSet shifted(IntervalSet stops, long by) {
        IntervalSet.Builder shifted = new IntervalSet.Builder();
        for (int i = 0; i < stops.size(); i++) {
            shifted.add(stops.first(i) + by, stops.last(i) + by);
        }
        return shifted.build();
    }

    private static long running(Bound.Within within, long start, IntervalSet stops) {
        Time due = new Stopping(new Truth(stops, stops), CIVIL).running(within, Time.at(start));
        assertThat(due.precise()).isTrue();
        return due.lo();
    }

    private static long fixed(long instant, IntervalSet stops) {
        return new Stopping(new Truth(stops, stops), CIVIL)
                .fixed(Time.at(instant))
                .lo();
    }

    private static Bound.Within within(int count, Unit unit, boolean includingFirstDay) {
        return new Bound.Within(new Span(count, unit), includingFirstDay, new Anchor.OfTrigger());
    }

    private static long kyiv(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant().toEpochMilli();
    }
}
