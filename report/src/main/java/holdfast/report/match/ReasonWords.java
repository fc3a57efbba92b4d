package holdfast.report.match;

import holdfast.readiness.match.Reason;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.util.List;
import java.util.stream.Collectors;

/** Why a need is unmet, in a sentence. */
final class ReasonWords {
    private static final int NAMED = 3;

    private ReasonWords() {}

    static String of(Reason reason, Need need) {
        return switch (reason) {
            case Reason.NothingOffered none -> "nobody offers " + need.item() + " or anything that stands in for it";
            case Reason.DoesNotFit fit ->
                named(fit.offers()) + (fit.offers().size() == 1 ? " does" : " do") + " not work with "
                        + String.join(", ", fit.lacking());
            case Reason.OnlyOnCondition on ->
                "offered on a condition only: "
                        + named(on.offers().stream()
                                .map(o -> o.id() + " (" + o.condition() + ")")
                                .toList());
            case Reason.TooLittle little ->
                little.inTime().signum() == 0
                        ? "nothing firm can be in use by " + need.byDay()
                        : "all that can be in use by " + need.byDay() + ", for whomever, is "
                                + little.inTime().toPlainString();
            case Reason.GoneToOthers gone ->
                "of what would have served it, others have "
                        + named(gone.taken().stream()
                                .map(t -> t.by().id() + " (priority " + t.by().priority() + ", "
                                        + t.quantity().toPlainString() + ")")
                                .toList());
            case Reason.TooLate late ->
                offer(late.first()) + " comes " + days(late.days()) + " late, in use on " + late.inUse()
                        + more(late.offers());
            case Reason.TrainingNotDone training ->
                offer(training.first()) + " would be there in time, but " + days(training.trainingDays())
                        + " of training are not done: " + days(training.days()) + " late" + more(training.offers());
            case Reason.LotsTooLarge lots -> "what is left of " + named(lots.offers()) + " is sent in larger lots only";
        };
    }

    private static String offer(Offer offer) {
        return offer.id() + " of " + offer.giver();
    }

    private static String more(int offers) {
        return offers > 1 ? ", and " + (offers - 1) + " more later than it should" : "";
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static String named(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
