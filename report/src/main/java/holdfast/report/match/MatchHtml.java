package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Outcome;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A matching as one page that needs nothing else: the answer, what to ask for, and the whole plan. */
public final class MatchHtml {
    private static final String STYLE = "td.n, th.n { text-align: right; white-space: nowrap; }";

    private final MatchReport report;
    private final Markup page = new Markup(text -> text);

    private MatchHtml(MatchReport report) {
        this.report = report;
    }

    public static String of(MatchReport report) {
        return new MatchHtml(report).render();
    }

    private String render() {
        page.head("Needs and offers", HouseStyle.Sheet.LANDSCAPE, STYLE);
        page.raw("<header>\n").element("h1", "Needs and offers").raw("</header>\n");
        page.open("section", "class", "answer", "aria-label", "The answer");
        page.element("h2", MatchWords.answer(report));
        page.element("p", MatchWords.proven(report));
        if (!report.sumsOnly()) {
            advice();
        }
        page.close("section");
        sums();
        if (!report.sumsOnly()) {
            unmet();
            plan();
            standIns();
            aims();
        }
        return page.end();
    }

    private void advice() {
        Advice advice = report.advice();
        advice.oneMore()
                .ifPresent(one -> page.element(
                        "p",
                        "What would help most, one more offer: " + MatchWords.oneMore(one) + " "
                                + MatchWords.would(one.met())));
        if (!advice.ask().isEmpty()) {
            page.element("p", "Of the offers that there are, ask next for:");
            page.open("ul");
            advice.ask().forEach(ask -> page.element("li", MatchWords.ask(ask)));
            page.close("ul");
        }
    }

    private void sums() {
        Table table =
                table("Item by item", "item", "priority", "wanted", "in time", "late", "not at all", "how many givers");
        for (MatchSum sum : report.sums()) {
            table.row();
            table.head(sum.item(), "");
            table.cell(Integer.toString(sum.priority()), "n");
            List.of(sum.wanted(), sum.inTime(), sum.late(), sum.never()).forEach(n -> number(table, n));
            table.cell(sum.givers() == 1 ? "1: no sum" : Integer.toString(sum.givers()), "n");
        }
        close(table);
    }

    private void unmet() {
        if (report.unmet().isEmpty()) {
            return;
        }
        Table table = table("Unmet, the worst first", "need", "has", "why not more");
        for (Outcome outcome : report.unmet()) {
            table.row();
            table.head(MatchWords.need(outcome.need()), "");
            table.cell(MatchWords.has(outcome));
            table.cell(outcome.reasons().stream()
                    .map(r -> ReasonWords.of(r, outcome.need()))
                    .collect(Collectors.joining("; ")));
        }
        close(table);
    }

    private void plan() {
        Table table = table("The whole plan", "need", "item", "quantity", "giver", "offer", "in use", "days late");
        for (Outcome outcome : report.outcomes()) {
            for (Outcome.Sent sent : outcome.sent()) {
                table.row();
                table.head(outcome.need().id(), "");
                table.cell(sent.offer().item());
                number(table, sent.quantity());
                table.cell(sent.offer().giver());
                table.cell(sent.offer().id());
                table.cell(sent.inUse().toString(), "when");
                table.cell(Long.toString(sent.daysLate()), "n");
            }
        }
        close(table);
    }

    /** What of the plan is another item than was asked for. */
    private void standIns() {
        List<Outcome> other = report.outcomes().stream()
                .filter(o -> o.sent().stream().anyMatch(s -> isStandIn(o, s)))
                .toList();
        if (other.isEmpty()) {
            return;
        }
        Table table = table("What stands in for what", "need", "asked for", "sent", "quantity", "counts as");
        for (Outcome outcome : other) {
            outcome.sent().stream().filter(s -> isStandIn(outcome, s)).forEach(sent -> {
                table.row();
                table.head(outcome.need().id(), "");
                table.cell(outcome.need().item());
                table.cell(sent.offer().item());
                number(table, sent.quantity());
                number(table, sent.counted());
            });
        }
        close(table);
    }

    private static boolean isStandIn(Outcome outcome, Outcome.Sent sent) {
        return !sent.offer().item().equals(outcome.need().item());
    }

    private void aims() {
        page.element("h2", "What the plan has as little of as can be, the first first");
        page.open("ol");
        report.matching().reached().forEach(r -> page.element("li", MatchWords.reached(r)));
        page.close("ol");
    }

    private Table table(String title, String... columns) {
        page.element("h2", title);
        page.raw("<div class=\"wide\">\n");
        return Table.open(page, title, columns);
    }

    private void close(Table table) {
        table.close();
        page.raw("</div>\n");
    }

    private static void number(Table table, BigDecimal number) {
        table.cell(MatchWords.plain(number), "n");
    }
}
