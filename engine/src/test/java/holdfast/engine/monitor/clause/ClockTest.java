package holdfast.engine.monitor.clause;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import holdfast.engine.monitor.Acts;
import holdfast.engine.monitor.clause.Clock.Window;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the window of a duty opens and closes (semantics, section 9). Times are Kyiv's. */
class ClockTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final CivilTime CIVIL = new CivilTime(KYIV);
    private static final long[] NO_VARIABLES = {};
    private static final LocalDate DAY = LocalDate.of(2015, 2, 20);
    private static final Trigger AT_TEN = trigger(at("2015-02-10T10:00"), at("2015-02-10T10:00"));

    @Test
    void hoursRunFromTheInstantOfTheTrigger() {
        Window window = window(clock(null, within(24, Unit.HOUR)), AT_TEN);
        assertThat(window.from()).isEqualTo(Time.at(at("2015-02-10T10:00")));
        assertThat(window.due()).isEqualTo(Time.at(at("2015-02-11T10:00")));
    }

    @Test
    void daysOpenWithTheDayOfTheTrigger() {
        Window window = window(clock(null, within(2, Unit.DAY)), AT_TEN);
        assertThat(window.from()).isEqualTo(Time.at(at("2015-02-10T00:00")));
        assertThat(window.due()).isEqualTo(Time.at(at("2015-02-13T00:00") - 1));
    }

    @Test
    void aVagueTriggerHasAVagueWindow() {
        Trigger thatDay = trigger(at("2015-02-10T00:00"), at("2015-02-11T00:00") - 1);
        Window window = window(clock(null, within(24, Unit.HOUR)), thatDay);
        assertThat(window.from()).isEqualTo(new Time(at("2015-02-10T00:00"), at("2015-02-11T00:00") - 1));
        assertThat(window.due()).isEqualTo(new Time(at("2015-02-11T00:00"), at("2015-02-12T00:00") - 1));
    }

    @Test
    void withoutADeadlineTheWindowStaysOpen() {
        Window window = window(clock(null, null), AT_TEN);
        assertThat(window.from()).isEqualTo(Time.at(at("2015-02-10T00:00")));
        assertThat(window.due()).isNull();
    }

    @Test
    void withoutATriggerTheWindowHasNoBeginning() {
        Window window = window(clock(null, new Bound.OnDate(DAY, false)), null);
        assertThat(window.from()).isEqualTo(Clock.UNBOUNDED);
        assertThat(window.due()).isEqualTo(Time.at(at("2015-02-21T00:00") - 1));
    }

    @Test
    void byADayIsToItsEndAndBeforeADayIsToTheEndOfTheOneBefore() {
        assertThat(window(clock(null, new Bound.OnDate(DAY, false)), AT_TEN).due())
                .isEqualTo(Time.at(at("2015-02-21T00:00") - 1));
        assertThat(window(clock(null, new Bound.OnDate(DAY, true)), AT_TEN).due())
                .isEqualTo(Time.at(at("2015-02-20T00:00") - 1));
    }

    @Test
    void byAnInstantIncludesItAndBeforeItDoesNot() {
        Instant noon = Instant.ofEpochMilli(at("2015-02-20T12:00"));
        Window by = window(clock(null, new Bound.AtInstant(noon, false)), AT_TEN);
        assertThat(by.due()).isEqualTo(Time.at(noon.toEpochMilli()));
        assertThat(by.from()).isEqualTo(Time.at(at("2015-02-10T10:00")));
        assertThat(window(clock(null, new Bound.AtInstant(noon, true)), AT_TEN).due())
                .isEqualTo(Time.at(noon.toEpochMilli() - 1));
    }

    @Test
    void notBeforeADayOpensTheWindowWithIt() {
        assertThat(window(clock(new Bound.OnDate(DAY, false), null), AT_TEN).from())
                .isEqualTo(Time.at(at("2015-02-20T00:00")));
    }

    @Test
    void theDayMayBeTheValueOfAVariable() {
        Clock clock = new Clock(null, -1, new Bound.OnVariable("D", false), 0, null);
        assertThat(clock.window(new long[] {DAY.toEpochDay()}, AT_TEN, CIVIL, null)
                        .due())
                .isEqualTo(Time.at(at("2015-02-21T00:00") - 1));
        assertThat(clock.window(new long[] {Symbols.MISSING}, AT_TEN, CIVIL, null)
                        .due())
                .isNull();
    }

    @Test
    void fromTheReportItRunsFromWhenTheTriggerBecameKnown() {
        Occurrence reportedLater = new Occurrence(
                at("2015-02-10T10:00"), at("2015-02-10T10:00"), true, NO_VARIABLES, at("2015-02-12T08:00"));
        Trigger onRecord = new Trigger(reportedLater, NO_VARIABLES, new Object());
        Trigger restsOnNothing = new Trigger(reportedLater, NO_VARIABLES, Support.NONE, null);
        Bound.Within hours = new Bound.Within(new Span(24, Unit.HOUR), false, new Anchor.OfReport());
        assertThat(window(clock(null, hours), onRecord).due()).isEqualTo(Time.at(at("2015-02-13T08:00")));
        assertThat(window(clock(null, hours), restsOnNothing).due()).isEqualTo(Time.at(at("2015-02-11T10:00")));
    }

    @Test
    void whatRunsFromABreachHasNoWindowBeforeThereIsOne() {
        Bound.Within afterBreach =
                new Bound.Within(new Span(24, Unit.HOUR), false, new Anchor.OfBreach("B", Anchor.Moment.START));
        Window window = window(clock(null, afterBreach), AT_TEN);
        assertThat(window.anchored()).isFalse();
        assertThat(window.due()).isNull();
    }

    @Test
    void aSuspensionStopsTheClock() {
        IntervalSet hour = IntervalSet.of(at("2015-02-10T12:00"), at("2015-02-10T13:00") - 1);
        Window window = clock(null, within(24, Unit.HOUR)).window(NO_VARIABLES, AT_TEN, CIVIL, new Truth(hour, hour));
        assertThat(window.due()).isEqualTo(Time.at(at("2015-02-11T11:00")));
    }

    @Test
    void runsFromTheTriggerIfNothingElseMovesIt() {
        assertThat(clock(null, within(2, Unit.DAY)).runsFromTrigger()).isTrue();
        assertThat(clock(null, null).runsFromTrigger()).isTrue();
        assertThat(clock(null, new Bound.OnDate(DAY, false)).runsFromTrigger()).isFalse();
        assertThat(clock(new Bound.OnDate(DAY, false), null).runsFromTrigger()).isFalse();
    }

    private static Window window(Clock clock, @Nullable Trigger trigger) {
        return clock.window(NO_VARIABLES, trigger, CIVIL, null);
    }

    private static Clock clock(@Nullable Bound notBefore, @Nullable Bound due) {
        return new Clock(notBefore, -1, due, -1, null);
    }

    private static Bound.Within within(int count, Unit unit) {
        return new Bound.Within(new Span(count, unit), false, new Anchor.OfTrigger());
    }

    private static Trigger trigger(long lo, long hi) {
        return new Trigger(Acts.sure(lo, hi), NO_VARIABLES, new Object());
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant().toEpochMilli();
    }
}
