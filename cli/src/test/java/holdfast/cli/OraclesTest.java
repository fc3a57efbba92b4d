package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.ShippedReplay.Seen;
import holdfast.engine.Record.Observation;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is known to be true of the shipped agreements and their records comes out of a replay. The facts were written down before there was a program; the
 * numbers O1 to O14 are theirs. Days and times of day are Kyiv's.
 */
class OraclesTest {
    private static final String NOBODY = Verdict.NOBODY_NAMED;
    private static final String MINSK = "minsk2-2015:";
    private static final String BUDAPEST = "budapest-1994-2022:";
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private static final ShippedReplay minsk = ShippedReplay.of(
            "minsk-2015/agreement.md",
            "minsk-2015/records/minsk2-2015.csv",
            "minsk-2015/records/minsk2-2015.mapping.md");
    private static final ShippedReplay budapest = budapest("agreement.md");
    private static final ShippedReplay questionsOf2014 = budapest("questions.md");
    private static final ShippedReplay framework = ShippedReplay.of(
            "two-layer-framework/agreement.md",
            "minsk-2015/records/minsk2-2015.csv",
            "two-layer-framework/records/minsk2-2015.mapping.md");

    private static ShippedReplay budapest(String document) {
        return ShippedReplay.of(
                "budapest-1994/" + document,
                "budapest-1994/records/budapest-1994-2022.csv",
                "budapest-1994/records/budapest-1994-2022.mapping.md");
    }

    @ParameterizedTest(name = "O1: {0}, and so the pull-back had to begin by {1}; nobody began")
    @CsvSource({"second_day=first_day_counted, 2015-02-16", "second_day=first_day_not_counted, 2015-02-17"})
    void pullBackDueOnTheSecondDay(String reading, LocalDate due) {
        Seen begin = minsk.at("2015-02-18 00:00").of("2.1").under(reading).under("order=each_by_itself");

        assertThat(begin.bearers()).containsExactlyInAnyOrder("Ukraine", "DPR", "LPR");
        assertThat(begin.verdicts()).allSatisfy(v -> {
            assertThat(v.status()).isEqualTo(Status.BREACHED);
            assertThat(lastDay(due(v))).isEqualTo(due);
        });
    }

    @Test
    void o1EachWaitedForTheOtherIfThatIsHowItIsRead() {
        Seen waiting = minsk.at("2015-02-18 00:00").of("2.1").under("order=after_the_other");

        assertThat(waiting.verdicts()).isNotEmpty().allMatch(v -> v.status() == Status.BLOCKED);
    }

    @ParameterizedTest(name = "O2: fourteen days {0} end on {1}")
    @CsvSource({"from_the_ceasefire, 2015-03-01", "from_17_february, 2015-03-03", "from_22_february, 2015-03-08"})
    void pullBackCompleteOnOneOfThreeDays(String counted, LocalDate due) {
        Seen complete = minsk.at("2015-03-10 00:00").of("2.2").under("fourteen_days=" + counted);

        assertThat(complete.verdicts()).hasSize(3).allMatch(v -> lastDay(due(v)).equals(due));
        assertThat(complete.by("Ukraine").only().status()).isEqualTo(Status.BREACHED);
    }

    @Test
    void o2TheClaimToHaveFinishedOnTimeDecidesNothingBecauseNobodySawIt() {
        Seen complete = minsk.at("2015-03-10 00:00").of("2.2");

        assertThat(complete.by("DPR").verdicts())
                .hasSize(3)
                .allMatch(v -> v.status() == Status.UNDETERMINED && v.records().contains(MINSK + "73a"));
        assertThat(complete.by("LPR").verdicts())
                .hasSize(3)
                .allMatch(v -> v.status() == Status.UNDETERMINED && v.records().contains(MINSK + "73b"));
    }

    @Test
    void o3ThirtyDaysFromSignatureWereMissedByThreeDays() {
        Verdict list = minsk.at("2015-04-01 00:00")
                .of("4.2")
                .under("thirty_days=from_signature")
                .only();

        assertThat(list.status()).isEqualTo(Status.CURED);
        assertThat(lastDay(due(list))).isEqualTo("2015-03-14");
        assertThat(day(since(list))).isEqualTo("2015-03-17");
    }

    @Test
    void o3ThirtyDaysFromEntryIntoForceWereMetOnTheDay() {
        Verdict list = minsk.at("2015-04-01 00:00")
                .of("4.2")
                .under("thirty_days=from_entry_into_force")
                .only();

        assertThat(list.status()).isEqualTo(Status.FULFILLED);
        assertThat(lastDay(due(list))).isEqualTo("2015-03-17");
        assertThat(day(since(list))).isEqualTo("2015-03-17");
    }

    @Test
    void o4TheFirstBreachCameTwentyMinutesAfterTheStartByAUnitOutsideCommand() {
        Verdict first = minsk.at("2015-02-15 01:00").of("1.1").only();

        assertThat(first.bearer()).isEqualTo("ArmedUnit");
        assertThat(first.status()).isEqualTo(Status.BREACHED);
        assertThat(first.records()).containsExactly(MINSK + "27");
        assertThat(between(minsk, MINSK + "21", MINSK + "27")).isEqualTo(Duration.ofMinutes(20));

        Observation popasna = observation(minsk, MINSK + "27");
        assertThat(popasna.values()).containsEntry("killed", Value.Number.of(2));
        assertThat(popasna.basis()).isEqualTo(Basis.CLAIM);
    }

    @Test
    void o5SixDaysPassedBetweenTheFirstRefusalAndTheFirstEntry() {
        Seen access = minsk.at("2015-04-01 00:00").of("3.2").under("access=implied");
        Verdict first = access.about(MINSK + "24").only();

        assertThat(first.bearer()).isEqualTo("DPR");
        assertThat(first.status()).isEqualTo(Status.FULFILLED);
        assertThat(first.records()).contains(MINSK + "54");
        assertThat(days(observation(minsk, MINSK + "24").occurred(), since(first)))
                .isEqualTo(6);
    }

    @Test
    void o5OneSideNeverReplied() {
        Verdict silence =
                minsk.at("2015-04-01 00:00").of("3.2").about(MINSK + "46").only();

        assertThat(silence.bearer()).isEqualTo("LPR");
        assertThat(silence.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void o6TheLadderLaidOverFebruary2015() {
        Seen ladder = framework.at("2015-02-20 00:00").about(MINSK + "27").under("end_of_breach=after_48_hours");
        long firstBreach = framework.kyiv("2015-02-15 00:20");

        assertThat(ladder.of("2.1").by("Russia").only().since()).contains(Time.at(firstBreach));
        assertThat(ladder.of("4.1").by("Ukraine").only().due()).contains(Time.at(framework.kyiv("2015-02-16 00:20")));
        assertThat(ladder.of("4.2").bearers())
                .containsExactlyInAnyOrder("UnitedKingdom", "France", "Germany", "Poland");
        assertThat(ladder.of("4.3").verdicts())
                .hasSize(5)
                .allMatch(v -> due(v).equals(Time.at(framework.kyiv("2015-02-18 00:20"))));
    }

    @Test
    void o6TroopsBeginToLeaveTheTownInTheHoursInWhichTheThirdRungIsDue() {
        Time leaving = observation(framework, MINSK + "42").occurred();

        assertThat(framework.kyiv("2015-02-18 00:20")).isBetween(leaving.lo(), leaving.hi());
    }

    @Test
    void o6TheThirdRungIsNeverDueIfABreachIsOverAfterADay() {
        Seen ladder = framework.at("2015-02-20 00:00").about(MINSK + "27").under("end_of_breach=after_24_hours");

        assertThat(ladder.of("4.1").by("Ukraine").only().due()).contains(Time.at(framework.kyiv("2015-02-16 00:20")));
        assertThat(ladder.of("4.3").verdicts()).isEmpty();
    }

    @Test
    void o7TheCouncilSpokeTwoDaysAfterTheStartOnADraftByRussia() {
        Observation resolution = observation(minsk, MINSK + "41");

        assertThat(days(observation(minsk, MINSK + "21").occurred(), resolution.occurred()))
                .isEqualTo(2);
        assertThat(resolution.values())
                .containsEntry("number", Value.Number.of(2202))
                .containsEntry("drafted_by", new Value.Actor("Russia"));
    }

    @Test
    void o7FightersEnteredTheTownOnTheSameDaySoThatNothingDecidesWhichCameFirst() {
        Seen entry = minsk.at("2015-02-20 00:00").of("2202.1");

        assertThat(entry.bearers()).containsExactlyInAnyOrder("DPR", "LPR");
        assertThat(entry.verdicts()).allMatch(v -> v.status() == Status.UNDETERMINED);
    }

    @Test
    void o8RivalCountsStandSideBySideAndAreNeverAddedUp() {
        Seen counts = minsk.at("2015-02-17 00:00").of("1.3");

        assertThat(told(counts.under("unit=firing").only())).isEqualTo(10);
        assertThat(told(counts.under("unit=attack").only())).isEqualTo(60);
        assertThat(told(counts.under("unit=shelling_told").only())).isEqualTo(112);
        assertThat(counts.verdicts()).hasSize(3).allMatch(v -> v.status() == Status.BREACHED);
    }

    @Test
    void o9TheDayOnWhichTheClocksGoForwardHasTwentyThreeHours() {
        Verdict quiet = minsk.at("2015-03-28 12:00", "2015-03-31 12:00")
                .of("1.1")
                .about(MINSK + "108")
                .only();
        Time machineGun = observation(minsk, MINSK + "108").occurred();

        assertThat(Duration.ofMillis(quiet.until().orElseThrow().lo() - machineGun.lo()))
                .isEqualTo(Duration.ofHours(23));
        assertThat(length(observation(minsk, MINSK + "110").occurred())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void o9ReportsOfTheDayAfterAreInSummerTime() {
        long threeRounds = observation(minsk, MINSK + "112").occurred().lo();

        assertThat(Instant.ofEpochMilli(threeRounds)).isEqualTo("2015-03-30T09:34:00Z");
        assertThat(threeRounds).isEqualTo(minsk.kyiv("2015-03-30 12:34"));
    }

    @Test
    void o10TwoExplosionsInsideTheRangeOfAnotherReportAreOneEpisode() {
        Seen firing = minsk.at("2015-03-28 12:00").of("1.1").by(NOBODY);

        assertThat(firing.about(MINSK + "108").only())
                .isEqualTo(firing.about(MINSK + "109").only());
        assertThat(firing.about(MINSK + "108").only().since().orElseThrow().lo())
                .isEqualTo(minsk.kyiv("2015-03-28 10:58"));
    }

    @ParameterizedTest(name = "O11: control of the border is blocked on {0}, not missed")
    @ValueSource(strings = {"2015-06-30 12:00", "2015-12-31 12:00", "2016-01-15 12:00"})
    void theBorderWaitsForTheConstitution(String moment) {
        Seen border = minsk.at(moment).of("9.2");

        assertThat(border.under("sequence=vote_first").only().status()).isEqualTo(Status.BLOCKED);
        assertThat(border.under("sequence=border_first").only().status()).isEqualTo(Status.BLOCKED);
        assertThat(border.verdicts()).hasSize(2).allMatch(v -> lastDay(due(v)).equals(LocalDate.parse("2015-12-31")));
    }

    @Test
    void o12ThreeOfFourTalkedAfterSixDays() {
        Seen seen = budapest.at("2014-04-01 00:00");
        Time seized = since(seen.of("2.1").by(NOBODY).about(BUDAPEST + "11").only());
        Seen talks = seen.of("6.1");

        assertThat(day(seized)).isEqualTo("2014-02-27");
        assertThat(talks.where(v -> v.status() == Status.FULFILLED).bearers())
                .containsExactlyInAnyOrder("Ukraine", "UnitedKingdom", "UnitedStates");
        assertThat(talks.where(v -> v.status() == Status.FULFILLED).verdicts())
                .allMatch(v -> days(seized, since(v)) == 6);
        assertThat(talks.by("Russia").only().status()).isEqualTo(Status.PENDING);
    }

    @ParameterizedTest(name = "O12: clause {0} of the questions is answered after {1} days")
    @CsvSource({"1.1, 6", "1.2, 16", "1.3, 19", "1.4, 28"})
    void howLongItTookAfterTheFirstSeizure(String question, long days) {
        Time seized = observation(questionsOf2014, BUDAPEST + "11").occurred();
        List<Verdict> answers = questionsOf2014
                .at("2014-04-01 00:00")
                .of(question)
                .where(v -> v.status() == Status.FULFILLED)
                .verdicts();

        assertThat(answers).isNotEmpty().allMatch(v -> days(seized, since(v)) == days);
    }

    @Test
    void o12TheVetoAndTheAnnexationInTheMemorandumsOwnTerms() {
        Seen seen = budapest.at("2014-04-01 00:00").by("Russia");
        Time seized = observation(budapest, BUDAPEST + "11").occurred();

        assertThat(days(seized, since(seen.of("4.2").only()))).isEqualTo(16);
        assertThat(days(seized, since(seen.of("1.1").only()))).isEqualTo(19);
        assertThat(seen.of("4.2").only().reading().toString()).isEqualTo("which_aggression=any_act");
    }

    @Test
    void o13ConsultationsWereAskedSevenTimesAndTheSuspectNeverCame() {
        Seen asked = budapest.at("2022-03-01 00:00").of("6.1").by("Russia");

        assertThat(asked.verdicts()).allMatch(v -> v.status() == Status.PENDING);
        assertThat(askedOn(asked))
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2014-02-28"),
                        LocalDate.parse("2014-09-01"),
                        LocalDate.parse("2016-01-30"),
                        LocalDate.parse("2018-11-27"),
                        LocalDate.parse("2018-12-05"),
                        LocalDate.parse("2022-02-19"),
                        LocalDate.parse("2022-02-21"));
    }

    @Test
    void o14TheStopAtArmyanskPrintedInEasternTimeIsKeptInKyivs() {
        Verdict stop = questionsOf2014
                .at("2014-04-01 00:00")
                .of("2.1")
                .about(BUDAPEST + "25")
                .only();

        assertThat(stop.bearer()).isEqualTo(NOBODY);
        assertThat(since(stop))
                .isEqualTo(new Time(questionsOf2014.kyiv("2014-03-06 11:00"), questionsOf2014.kyiv("2014-03-06 17:30")))
                .isEqualTo(new Time(easternTime("2014-03-06T04:00"), easternTime("2014-03-06T10:30")));
    }

    @Test
    void o14MoscowWasFourHoursAheadIn2014AndThreeFrom2015() {
        Time annexed =
                since(budapest.at("2014-04-01 00:00").of("1.1").by("Russia").only());

        assertThat(Instant.ofEpochMilli(annexed.lo())).isEqualTo("2014-03-17T20:00:00Z");
        assertThat(length(annexed)).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest(name = "the engine and the definition of the meaning agree as of {0}")
    @ValueSource(
            strings = {
                "2015-02-15 00:30",
                "2015-02-18 00:20",
                "2015-03-08 12:00",
                "2015-04-01 00:00",
                "2016-01-15 12:00"
            })
    void engineAndDefinitionAgree(String moment) {
        assertThat(minsk.at(moment).verdicts()).containsExactlyInAnyOrderElementsOf(minsk.byDefinition(moment));
        assertThat(framework.at(moment).verdicts()).containsExactlyInAnyOrderElementsOf(framework.byDefinition(moment));
        assertThat(budapest.at(moment).verdicts()).containsExactlyInAnyOrderElementsOf(budapest.byDefinition(moment));
    }

    private static Set<LocalDate> askedOn(Seen asked) {
        return asked.verdicts().stream()
                .map(v -> observation(budapest, v.records().getFirst()).occurred())
                .map(OraclesTest::day)
                .collect(Collectors.toSet());
    }

    private static int told(Verdict verdict) {
        assertThat(verdict.records()).hasSize(1);
        Observation count = observation(minsk, verdict.records().getFirst());
        return ((Value.Number) count.values().get("count")).number().intValueExact();
    }

    private static Observation observation(ShippedReplay replay, String id) {
        return (Observation) replay.record(id);
    }

    private static Duration between(ShippedReplay replay, String first, String second) {
        return Duration.ofMillis(observation(replay, second).occurred().lo()
                - observation(replay, first).occurred().lo());
    }

    private static Time due(Verdict verdict) {
        return verdict.due().orElseThrow();
    }

    private static Time since(Verdict verdict) {
        return verdict.since().orElseThrow();
    }

    /** The day on which a deadline runs out. */
    private static LocalDate lastDay(Time due) {
        return Instant.ofEpochMilli(due.hi()).atZone(KYIV).toLocalDate();
    }

    /** The day in Kyiv of the middle of a time: a day somewhere else on Earth is mostly that day here. */
    private static LocalDate day(Time time) {
        return Instant.ofEpochMilli((time.lo() + time.hi()) / 2).atZone(KYIV).toLocalDate();
    }

    private static long days(Time from, Time to) {
        return ChronoUnit.DAYS.between(day(from), day(to));
    }

    /** A closed interval from the first to the last millisecond. */
    private static Duration length(Time time) {
        return Duration.ofMillis(time.hi() - time.lo() + 1);
    }

    private static long easternTime(String local) {
        return LocalDateTime.parse(local)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant()
                .toEpochMilli();
    }
}
