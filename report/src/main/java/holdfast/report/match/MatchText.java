package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Outcome;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
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
        if (report.sumsOnly()) {
            text.sums();
            return text.page.toString();
        }
        text.met(MET);
        text.unmet(UNMET);
        text.help();
        text.wholePlan();
        text.aims();
        return text.page.toString();
    }

    private void answer() {
        page.line(colours.heading(MatchWords.answer(report)));
        report.outcomes().stream()
                .map(o -> o.need().priority())
                .distinct()
                .sorted()
                .forEach(this::priority);
        page.wrapped("  ", MatchWords.proven(report));
    }

    private void priority(int priority) {
        List<Outcome> of = report.outcomes().stream()
                .filter(o -> o.need().priority() == priority)
                .toList();
        long met = of.stream().filter(Outcome::isMet).count();
        page.line("  priority " + priority + ": " + met + " of " + of.size());
    }

    /** No need, no giver and no day by which somebody has nothing. */
    private void sums() {
        page.gap().line(colours.heading("Item by item"));
        report.sums().forEach(sum -> page.wrapped("  ", MatchWords.sum(sum)));
    }

    private void met(int most) {
        List<Outcome> met = report.met();
        if (met.isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("Met"));
        met.stream()
                .limit(most)
                .forEach(o -> page.wrapped("  ", MatchWords.need(o.need()) + ": " + MatchWords.from(o)));
        if (met.size() > most) {
            page.line("  and " + (met.size() - most) + " more, in the plan below");
        }
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
        page.wrapped("  ", MatchWords.need(outcome.need()) + ": " + MatchWords.has(outcome));
        outcome.reasons().forEach(r -> page.wrapped("    - ", ReasonWords.of(r, outcome.need())));
    }

    private void help() {
        Advice advice = report.advice();
        advice.oneMore().ifPresent(one -> {
            page.gap().line(colours.heading("What would help most"));
            page.wrapped("  One more offer: ", MatchWords.oneMore(one) + " " + MatchWords.would(one.met()));
        });
        if (!advice.ask().isEmpty()) {
            page.wrapped("  ", "Of the offers that there are, ask next for:");
        }
        advice.ask().forEach(ask -> page.wrapped("    - ", MatchWords.ask(ask)));
        if (!advice.whole()) {
            page.wrapped("  ", "The search for these was cut off; others may help more.");
        }
    }

    private void wholePlan() {
        page.gap().line(colours.heading("The whole plan"));
        for (Outcome outcome : report.outcomes()) {
            page.wrapped(
                    "  ",
                    MatchWords.need(outcome.need()) + (outcome.isMet() ? ": met" : ": " + MatchWords.has(outcome)));
            for (Outcome.Sent sent : outcome.sent()) {
                page.wrapped("      ", MatchWords.line(outcome, sent));
            }
            outcome.reasons().forEach(r -> page.wrapped("    - ", ReasonWords.of(r, outcome.need())));
        }
    }

    /** What the plan was to have little of, in this order. */
    private void aims() {
        page.gap().line(colours.heading("What the plan has as little of as can be, the first first"));
        report.matching().reached().forEach(r -> page.wrapped("  ", MatchWords.reached(r)));
    }
}
