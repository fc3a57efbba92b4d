package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Outcome;
import holdfast.readiness.match.Reached;
import holdfast.readiness.match.question.Need;
import java.math.BigDecimal;
import java.util.List;

/** The sentences of a matching, which text and page share. */
final class MatchWords {
    private MatchWords() {}

    static String from(Outcome outcome) {
        return ReasonWords.named(outcome.sent().stream()
                .map(s -> plain(s.quantity()) + " "
                        + (s.offer().item().equals(outcome.need().item())
                                ? ""
                                : s.offer().item() + " ") + "from "
                        + s.offer().giver() + ", in use " + s.inUse())
                .toList());
    }

    static String has(Outcome outcome) {
        String late = outcome.late().signum() == 0
                ? ""
                : ", " + plain(outcome.late()) + " late (the last "
                        + ReasonWords.days(outcome.sent().getLast().daysLate()) + ")";
        String never = outcome.never().signum() == 0 ? "" : ", " + plain(outcome.never()) + " not at all";
        return plain(outcome.inTime()) + " in time" + late + never;
    }

    /** {@code 2 of 6 needs are met by their day}. */
    static String answer(MatchReport report) {
        int needs = report.outcomes().size();
        return report.met().size() + " of " + needs + (needs == 1 ? " need is" : " needs are") + " met by their day";
    }

    static String proven(MatchReport report) {
        return report.matching().isProven()
                ? "This is the best plan there is: that is proven."
                : "A better plan may exist: the search was cut off. How far from the best this one can be at most is"
                        + " said at the end.";
    }

    static String oneMore(Advice.OneMore one) {
        return plain(one.quantity()) + " " + one.item() + ", there by " + one.by() + ".";
    }

    static String ask(Advice.Ask ask) {
        String what = ask.firm()
                ? plain(ask.more()) + " more of it"
                : "it to stand firm (now: " + ask.offer().condition() + "); " + plain(ask.more()) + " are needed";
        return ask.offer().id() + " of " + ask.offer().giver() + " ("
                + ask.offer().item() + "): " + what + ". " + would(ask.met());
    }

    static String reached(Reached reached) {
        return reached.aim().words() + ": " + plain(reached.value())
                + (reached.proven() ? "" : " (cut off; it could be " + plain(reached.least()) + " at best)");
    }

    /** {@code tank, priority 1: 30 wanted, 12 in time, 18 not at all}. */
    static String sum(MatchSum sum) {
        return sum.item() + ", priority " + sum.priority() + ": " + plain(sum.wanted()) + " wanted, "
                + plain(sum.inTime()) + " in time, " + plain(sum.late()) + " late, " + plain(sum.never())
                + " not at all" + (sum.givers() == 1 ? "; from one giver alone, so that it is no sum" : "");
    }

    static String would(List<String> met) {
        return met.isEmpty()
                ? "No need would be wholly met by it; less would be missing."
                : ReasonWords.named(met) + " would be met.";
    }

    static String line(Outcome outcome, Outcome.Sent sent) {
        boolean same = sent.offer().item().equals(outcome.need().item());
        return plain(sent.quantity()) + " " + sent.offer().item()
                + (same ? "" : " (count as " + plain(sent.counted()) + ")") + " from "
                + sent.offer().giver() + ", offer "
                + sent.offer().id() + ", in use " + sent.inUse()
                + (sent.daysLate() == 0 ? "" : ", " + ReasonWords.days(sent.daysLate()) + " late");
    }

    static String need(Need need) {
        return need.id() + ", " + plain(need.quantity()) + " " + need.item() + " by " + need.byDay() + ", priority "
                + need.priority();
    }

    static String plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
