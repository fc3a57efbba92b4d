package holdfast.readiness.match;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of every plan, on random questions that are too large to go through every plan. */
class PlansTest {
    private static final int CASES = Integer.getInteger("cases", 15);
    private static final long SEED = Long.getLong("seed", 1);

    private static LongStream seeds() {
        return LongStream.range(SEED, SEED + CASES);
    }

    private static MatchQuestion question(long seed) {
        return RandomQuestion.drawn(seed, 8, 30);
    }

    private static Matching matched(MatchQuestion question) {
        return Matching.of(question, Effort.USUAL);
    }

    @Test
    void neverUsesMoreThanIsOfferedAndServesNoNeedThatAnOfferDoesNotFit() {
        seeds().forEach(seed ->
                EveryPlan.of(question(seed), matched(question(seed)).plan()));
    }

    @Test
    void theOrderInWhichThingsAreHandedInDecidesNothing() {
        seeds().forEach(seed -> {
            MatchQuestion question = question(seed);
            Random random = new Random(seed);
            MatchQuestion shuffled = new MatchQuestion(
                    shuffled(question.needs(), random),
                    shuffled(question.offers(), random),
                    shuffled(question.standIns(), random),
                    Set.of(),
                    shuffled(question.before(), random));
            assertThat(matched(shuffled).toString())
                    .as("seed " + seed)
                    .isEqualTo(matched(question).toString());
        });
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void quantitiesInTenthsMakeThePlanInTenths() {
        seeds().forEach(seed -> {
            MatchQuestion question = question(seed);
            List<Delivery> tenths = matched(scaled(question)).plan();
            assertThat(tenths)
                    .as("seed " + seed)
                    .containsExactlyElementsOf(matched(question).plan().stream()
                            .map(d -> new Delivery(d.need(), d.offer(), tenth(d.quantity())))
                            .toList());
        });
    }

    /** One unit more of each cannot be asked for in tenths, so nothing finer comes of it than before. */
    private static MatchQuestion scaled(MatchQuestion question) {
        return new MatchQuestion(
                question.needs().stream()
                        .map(n -> new Need(
                                n.id(),
                                n.item(),
                                tenth(n.quantity()),
                                n.byDay(),
                                n.priority(),
                                n.trainingDays(),
                                n.requires()))
                        .toList(),
                question.offers().stream()
                        .map(o -> new Offer(
                                o.id(),
                                o.giver(),
                                o.item(),
                                tenth(o.quantity()),
                                o.availableFrom(),
                                o.leadTimeDays(),
                                o.trainingDays(),
                                o.worksWith(),
                                o.condition(),
                                tenth(o.minimumLot())))
                        .toList(),
                question.standIns(),
                Set.of(),
                question.before().stream()
                        .map(d -> new Delivery(d.need(), d.offer(), tenth(d.quantity())))
                        .toList());
    }

    private static BigDecimal tenth(BigDecimal quantity) {
        return Outcomes.plain(quantity.movePointLeft(1));
    }

    @Test
    void moreSupplyIsNeverWorse() {
        seeds().forEach(seed -> {
            MatchQuestion question = question(seed).withBefore(List.of());
            Offer one = question.offers().get((int) (seed % question.offers().size()));
            MatchQuestion more =
                    changed(question, one, o -> o.withQuantity(o.quantity().add(BigDecimal.TEN)));
            assertThat(better(matched(more), matched(question)))
                    .as("seed " + seed)
                    .isTrue();
        });
    }

    private static MatchQuestion changed(MatchQuestion question, Offer one, UnaryOperator<Offer> change) {
        return question.withOffers(question.offers().stream()
                .map(o -> o.equals(one) ? change.apply(o) : o)
                .toList());
    }

    /** In the aims that are about needs. */
    private static boolean better(Matching one, Matching other) {
        for (int i = 0; i < one.reached().size(); i++) {
            Reached its = one.reached().get(i);
            int than = its.value().compareTo(other.reached().get(i).value());
            if (than != 0 || its.aim().what().compareTo(Aim.What.LATE) >= 0) {
                return than <= 0 || its.aim().what().compareTo(Aim.What.LATE) >= 0;
            }
        }
        return true;
    }

    @Test
    void planningAgainFromThePlanChangesNothing() {
        seeds().forEach(seed -> {
            MatchQuestion question = question(seed);
            List<Delivery> plan = matched(question).plan();
            assertThat(matched(question.withBefore(plan)).plan())
                    .as("seed " + seed)
                    .isEqualTo(plan);
        });
    }

    @Test
    void whereAnOfferThatIsNotUsedGoesNothingChanges() {
        seeds().forEach(seed -> {
            MatchQuestion question = question(seed).withBefore(List.of());
            List<Delivery> plan = matched(question).plan();
            List<Offer> used = question.offers().stream()
                    .filter(o -> plan.stream().anyMatch(d -> d.offer().equals(o.id()))
                            || question.offers().stream()
                                    .anyMatch(h -> h.condition().equals("offer " + o.id())))
                    .toList();
            assertThat(matched(question.withOffers(used).withBefore(plan)).plan())
                    .as("seed " + seed)
                    .isEqualTo(plan);
        });
    }

    /** The rest of the plan is kept wherever the aims about needs allow it: no plan as good keeps more. */
    @Test
    void whereOneOfferIsLessOnlyWhatMustChangesAndNoMore() {
        LongStream.range(SEED, SEED + 4L * CASES).forEach(seed -> {
            MatchQuestion question = RandomQuestion.of(seed).withBefore(List.of());
            List<Delivery> plan = matched(question).plan();
            Offer one = question.offers().getFirst();
            MatchQuestion then = changed(
                            question,
                            one,
                            o -> o.quantity().compareTo(BigDecimal.ONE) > 0
                                            && o.minimumLot().signum() == 0
                                    ? o.withQuantity(o.quantity().subtract(BigDecimal.ONE))
                                    : withdrawn(o))
                    .withBefore(plan);
            assertThat(EveryPlan.of(then, matched(then).plan()))
                    .as("seed " + seed)
                    .containsExactly(EveryPlan.best(then));
        });
    }

    private static Offer withdrawn(Offer o) {
        return new Offer(
                o.id(),
                o.giver(),
                o.item(),
                o.quantity(),
                o.availableFrom(),
                o.leadTimeDays(),
                o.trainingDays(),
                o.worksWith(),
                "withdrawn",
                o.minimumLot());
    }
}
