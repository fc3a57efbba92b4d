package holdfast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.cli.output.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments by the words of a person, at half past eleven in the evening of 5 March 2026 in Kyiv, when it is still afternoon in New York. */
class MomentsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-05T21:30:15.250Z"));

    private final Moments moments = new Moments(ZoneId.of("Europe/Kyiv"), CLOCK);

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-05T21:30:15Z",
        "today, 2026-03-05T21:59:59.999Z",
        "Yesterday, 2026-03-04T21:59:59.999Z",
        "tomorrow, 2026-03-06T21:59:59.999Z",
        "tomorrow noon, 2026-03-06T10:00:00Z",
        "today at 18:00, 2026-03-05T16:00:00Z",
        "yesterday 00:20, 2026-03-03T22:20:00Z",
        "03:10, 2026-03-05T01:10:00Z",
        "at 3:10, 2026-03-05T01:10:00Z",
        "noon, 2026-03-05T10:00:00Z",
        "tomorrow 9:00, 2026-03-06T07:00:00Z",
        "2015-02-20 18:00, 2015-02-20T16:00:00Z"
    })
    void aWordMeansAMomentInTheAgreementsZone(String word, Instant meant) {
        assertThat(moments.parse("--now", word)).isEqualTo(meant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "midnight",
                "next week",
                "today 25:00",
                "25:00",
                "3:7",
                "1800",
                "tomorrow evening",
                "the day before yesterday"
            })
    void otherWordsAreRefused(String word) {
        assertThatThrownBy(() -> moments.parse("--now", word))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--now: `" + word + "` is not a moment");
    }

    @Test
    void theDayIsThatOfTheAgreementsZone() {
        assertThat(new Moments(ZoneId.of("America/New_York"), CLOCK).parse("--now", "today"))
                .isEqualTo(Instant.parse("2026-03-06T04:59:59.999Z").toEpochMilli());
    }

    @Test
    void whatAWordWasTakenForIsSaidInAFormThatMeansItOnEveryDay() {
        long taken = moments.parse("--now", "tomorrow noon");
        assertThat(moments.said())
                .containsExactly(
                        "`--now tomorrow noon` is taken for 2026-03-06T12:00 (Europe/Kyiv); written so, it gives the"
                                + " same answer on any day");
        assertThat(new Moments(ZoneId.of("Europe/Kyiv"), InstantSource.system())
                        .parse("--now", moments.repeatable("tomorrow noon")))
                .isEqualTo(taken);
    }

    /** Whoever types an hour means one of the day on which he types it; which that was, is said first. */
    @Test
    void anHourAloneIsOneOfTodayAndIsSaidToBe() {
        moments.parse("--now", "03:10");
        assertThat(moments.said())
                .containsExactly(
                        "`--now 03:10` is taken for 2026-03-05T03:10 (Europe/Kyiv); written so, it gives the same"
                                + " answer on any day");
    }

    @Test
    void aMomentThatNeedsNoClockIsNotRemarkedOn() {
        moments.parse("--as-of", "2026-03-01");
        assertThat(moments.said()).isEmpty();
        assertThat(moments.repeatable("2026-03-01")).isEqualTo("2026-03-01");
    }
}
