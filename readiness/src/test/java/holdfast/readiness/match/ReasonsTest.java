package holdfast.readiness.match;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why what is unmet is unmet, and what would help. */
class ReasonsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static Need need(String id, int quantity, int priority, String... requires) {
        return new Need(id, "tank", BigDecimal.valueOf(quantity), DAY, priority, 0, Set.of(requires));
    }

    private static Offer offer(String id, int quantity, int daysAfter, int training, String condition) {
        return new Offer(
                id,
                "Norland",
                "tank",
                BigDecimal.valueOf(quantity),
                DAY.plusDays(daysAfter),
                0,
                training,
                Set.of(),
                condition,
                BigDecimal.ZERO);
    }

    private static Matching matched(List<Need> needs, Offer... offers) {
        return Matching.of(new MatchQuestion(needs, List.of(offers), List.of(), Set.of(), List.of()), Effort.USUAL);
    }

    private static List<Reason> reasons(Need need, Offer... offers) {
        return matched(List.of(need), offers).outcomes().getFirst().reasons();
    }

    @Test
    void nobodyOffersIt() {
        assertThat(reasons(need("n", 3, 1))).containsExactly(new Reason.NothingOffered());
    }

    @Test
    void itComesTooLate() {
        Offer late = offer("o", 3, 5, 0, "");
        assertThat(reasons(need("n", 3, 1), late))
                .containsExactly(
                        new Reason.TooLittle(BigDecimal.ZERO), new Reason.TooLate(late, DAY.plusDays(5), 5, 1));
    }

    @Test
    void theCrewHasNotTrained() {
        Offer trained = offer("o", 3, -4, 10, "");
        assertThat(reasons(need("n", 3, 1), trained))
                .containsExactly(new Reason.TooLittle(BigDecimal.ZERO), new Reason.TrainingNotDone(trained, 10, 6, 1));
    }

    @Test
    void itIsOfferedOnAConditionOnly() {
        Offer perhaps = offer("o", 3, -4, 0, "if parliament agrees");
        assertThat(reasons(need("n", 3, 1), perhaps)).contains(new Reason.OnlyOnCondition(List.of(perhaps)));
    }

    @Test
    void itDoesNotWorkWithWhatIsThere() {
        assertThat(reasons(need("n", 3, 1, "link16"), offer("o", 3, -4, 0, "")))
                .contains(new Reason.DoesNotFit(List.of("o"), Set.of("link16")));
    }

    @Test
    void itWentToANeedOfHigherPriority() {
        Need first = need("first", 3, 1);
        Matching matching = matched(List.of(need("second", 2, 2), first), offer("o", 4, -4, 0, ""));
        assertThat(matching.outcomes().getLast().reasons())
                .containsExactly(new Reason.GoneToOthers(List.of(new Reason.Taken(first, BigDecimal.valueOf(3)))));
    }

    @Test
    void oneMoreOfferIsNoMoreThanIsMissingAndMayComeOnTheDay() {
        Matching matching = matched(List.of(need("n", 5, 1)), offer("o", 3, -4, 0, ""));
        Advice advice = Advisor.advise(matching, Effort.USUAL);
        assertThat(advice.oneMore())
                .isEqualTo(Optional.of(new Advice.OneMore("tank", BigDecimal.valueOf(2), DAY, List.of("n"))));
        assertThat(advice.ask())
                .singleElement()
                .satisfies(
                        ask -> assertThat(ask.offer().id() + " " + ask.more()).isEqualTo("o 2"));
    }

    @Test
    void anOfferOnConditionIsAskedToStandFirm() {
        Matching matching = matched(List.of(need("n", 5, 1)), offer("perhaps", 6, -4, 0, "if parliament agrees"));
        assertThat(Advisor.advise(matching, Effort.USUAL).ask()).singleElement().satisfies(ask -> {
            assertThat(ask.firm()).isFalse();
            assertThat(ask.more()).isEqualByComparingTo("5");
        });
    }

    @Test
    void whereAllIsMetNothingIsAskedFor() {
        assertThat(Advisor.advise(matched(List.of(need("n", 3, 1)), offer("o", 3, 0, 0, "")), Effort.USUAL))
                .isEqualTo(Advice.NONE);
    }
}
