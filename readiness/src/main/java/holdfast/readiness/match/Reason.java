package holdfast.readiness.match;

import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Why a need does not have all by its day. */
public sealed interface Reason {
    /** Nobody offers the item, or anything that stands in for it. */
    record NothingOffered() implements Reason {}

    /**
     * What is offered does not work with what the need requires.
     *
     * @param lacking what at least one of them does not work with
     */
    record DoesNotFit(List<String> offers, Set<String> lacking) implements Reason {}

    /** These hang on something, and are not counted upon. */
    record OnlyOnCondition(List<Offer> offers) implements Reason {}

    /** All that can be in use by the day, for whomever; less than is asked for. */
    record TooLittle(BigDecimal inTime) implements Reason {}

    /** It went to others. */
    record GoneToOthers(List<Taken> taken) implements Reason {}

    /**
     * What another need got of what would have served this one.
     *
     * @param quantity in units of the need that does without
     */
    record Taken(Need by, BigDecimal quantity) {}

    /** It comes, but after the day; this one first. */
    record TooLate(Offer first, LocalDate inUse, long days, int offers) implements Reason {}

    /** It would be there in time, if the crew had trained. */
    record TrainingNotDone(Offer first, int trainingDays, long days, int offers) implements Reason {}

    /** There is something left, but only in lots that would have to be taken from others. */
    record LotsTooLarge(List<String> offers) implements Reason {}
}
