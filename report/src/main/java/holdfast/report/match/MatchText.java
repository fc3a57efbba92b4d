package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Outcome;
import holdfast.readiness.match.Reached;
import holdfast.readiness.match.question.Need;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import java.math.BigDecimal;
import java.util.List;

/** A matching for a terminal: first what one has to know, then the whole plan. */
public final class MatchText {
    private static final int MET = 4;
    private static final int UNMET = 4;

    private final MatchReport report;
    private final Colours colours;
    private final Page page = new Page();

    private MatchText(MatchReport report, Colours colours) {
        this.report = report;
        this.colours = colours;
    }

    public static String of(MatchReport report, Colours colours) {
        MatchText text = new MatchText(report, colours);
        text.answer();
        text.met(MET);
        text.unmet(UNMET);
        text.help();
        text.wholePlan();
        text.aims();
        return text.page.toString();
    }

    private void answer() {
        int needs = report.outcomes().size();
        page.line(colours.heading(
                report.met().size() + " of " + needs + (needs == 1 ? " need is" : " needs are") + " met by their day"));
        report.outcomes().stream()
                .map(o -> o.need().priority())
                .distinct()
                .sorted()
                .forEach(this::priority);
        page.wrapped(
                "  ",
                report.matching().isProven()
                        ? "This is the best plan there is: that is proven."
                        : "A better plan may exist: the search was cut off. How far from the best this one can be at"
                                + " most is said at the end.");
    }

    private void priority(int priority) {
        List<Outcome> of = report.outcomes().stream()
                .filter(o -> o.need().priority() == priority)
                .toList();
        long met = of.stream().filter(Outcome::isMet).count();
        page.line("  priority " + priority + ": " + met + " of " + of.size());
    }

    private void met(int most) {
        List<Outcome> met = report.met();
        if (met.isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("Met"));
        met.stream().limit(most).forEach(o -> page.wrapped("  ", need(o.need()) + ": " + from(o)));
        if (met.size() > most) {
            page.line("  and " + (met.size() - most) + " more, in the plan below");
        }
    }

    private static String from(Outcome outcome) {
        return ReasonWords.named(outcome.sent().stream()
                .map(s -> plain(s.quantity()) + " "
                        + (s.offer().item().equals(outcome.need().item())
                                ? ""
                                : s.offer().item() + " ") + "from "
                        + s.offer().giver() + ", in use " + s.inUse())
                .toList());
    }

    private void unmet(int most) {
        List<Outcome> unmet = report.unmet();
        if (unmet.isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("Unmet, the worst first"));
        unmet.stream().limit(most).forEach(this::unmet);
        if (unmet.size() > most) {
            page.line("  and " + (unmet.size() - most) + " more, below");
        }
    }

    private void unmet(Outcome outcome) {
        page.wrapped("  ", need(outcome.need()) + ": " + has(outcome));
        outcome.reasons().forEach(r -> page.wrapped("    - ", ReasonWords.of(r, outcome.need())));
    }

    private static String has(Outcome outcome) {
        String late = outcome.late().signum() == 0
                ? ""
                : ", " + plain(outcome.late()) + " late (the last "
                        + ReasonWords.days(outcome.sent().getLast().daysLate()) + ")";
        String never = outcome.never().signum() == 0 ? "" : ", " + plain(outcome.never()) + " not at all";
        return plain(outcome.inTime()) + " in time" + late + never;
    }

    private void help() {
        Advice advice = report.advice();
        advice.oneMore().ifPresent(one -> {
            page.gap().line(colours.heading("What would help most"));
            page.wrapped(
                    "  One more offer: ",
                    plain(one.quantity()) + " " + one.item() + ", there by " + one.by() + ". " + would(one.met()));
        });
        if (!advice.ask().isEmpty()) {
            page.wrapped("  ", "Of the offers that there are, ask next for:");
        }
        for (Advice.Ask ask : advice.ask()) {
            String what = ask.firm()
                    ? plain(ask.more()) + " more of it"
                    : "it to stand firm (now: " + ask.offer().condition() + "); " + plain(ask.more()) + " are needed";
            page.wrapped(
                    "    - ",
                    ask.offer().id() + " of " + ask.offer().giver() + " ("
                            + ask.offer().item() + "): " + what + ". " + would(ask.met()));
        }
        if (!advice.whole()) {
            page.wrapped("  ", "The search for these was cut off; others may help more.");
        }
    }

    private static String would(List<String> met) {
        return met.isEmpty()
                ? "No need would be wholly met by it; less would be missing."
                : ReasonWords.named(met) + " would be met.";
    }

    private void wholePlan() {
        page.gap().line(colours.heading("The whole plan"));
        for (Outcome outcome : report.outcomes()) {
            page.wrapped("  ", need(outcome.need()) + (outcome.isMet() ? ": met" : ": " + has(outcome)));
            for (Outcome.Sent sent : outcome.sent()) {
                page.wrapped("      ", line(outcome, sent));
            }
            outcome.reasons().forEach(r -> page.wrapped("    - ", ReasonWords.of(r, outcome.need())));
        }
    }

    private static String line(Outcome outcome, Outcome.Sent sent) {
        boolean same = sent.offer().item().equals(outcome.need().item());
        return plain(sent.quantity()) + " " + sent.offer().item()
                + (same ? "" : " (count as " + plain(sent.counted()) + ")") + " from "
                + sent.offer().giver() + ", offer "
                + sent.offer().id() + ", in use " + sent.inUse()
                + (sent.daysLate() == 0 ? "" : ", " + ReasonWords.days(sent.daysLate()) + " late");
    }

    /** What the plan was to have little of, in this order. */
    private void aims() {
        page.gap().line(colours.heading("What the plan has as little of as can be, the first first"));
        for (Reached reached : report.matching().reached()) {
            page.wrapped(
                    "  ",
                    reached.aim().words() + ": " + plain(reached.value())
                            + (reached.proven()
                                    ? ""
                                    : " (cut off; it could be " + plain(reached.least()) + " at best)"));
        }
    }

    private static String need(Need need) {
        return need.id() + ", " + plain(need.quantity()) + " " + need.item() + " by " + need.byDay() + ", priority "
                + need.priority();
    }

    private static String plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
