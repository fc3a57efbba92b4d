package holdfast.report.ledger;

import holdfast.report.page.Markup;
import holdfast.territory.LineSummary;
import holdfast.territory.Movement;
import holdfast.territory.Territory;
import holdfast.territory.Transfer;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** A ledger as one page that needs nothing else: the map and the charts are drawn in it, and nothing is fetched from elsewhere. */
public final class LedgerHtml {
    private static final int ROWS = 400;

    private final LedgerReport report;
    private final Territory territory;
    private final Markup page = new Markup();

    private LedgerHtml(LedgerReport report) {
        this.report = report;
        this.territory = report.territory();
    }

    public static String of(LedgerReport report) {
        return new LedgerHtml(report).render();
    }

    private String render() {
        page.head(finding() + ", " + territory.first() + " to " + territory.last(), STYLE);
        page.raw("<header>\n");
        page.element("h1", finding());
        page.element("p", "Source: " + report.source() + ". " + LedgerText.days(territory), "class", "sub");
        page.raw("</header>\n");
        totals();
        sectors();
        legend();
        figure(
                LedgerPicture.whole(territory),
                "Where each side stands on " + territory.last() + ". Maps: " + report.source() + ".");
        String changes = LedgerPicture.changes(territory);
        if (!changes.isEmpty()) {
            figure(changes, "The same, where ground changed hands. Maps: " + report.source() + ".");
        }
        LedgerChart.of(report.rows()).forEach(chart -> figure(chart, "Point at a bar to read it."));
        territory.line().ifPresent(this::line);
        transfers();
        months();
        days();
        notes();
        return page.raw("</body>\n</html>\n").toString();
    }

    /** What the page says, in a line: it is the title. */
    private String finding() {
        if (territory.line().isPresent()) {
            LineSummary line = territory.line().get();
            String side = line.line().holding().side();
            String held = line.days().isEmpty()
                    ? ""
                    : ", " + km2(line.days().getLast().km2()) + " km² beyond it on " + territory.last();
            return line.breach()
                            .map(b -> side + " breached the line on " + b.date())
                            .or(() -> line.ifItStays()
                                    .map(b -> side + " has not breached the line yet, and has as of " + b.date()
                                            + " if that stays"))
                            .orElse(side + " has not breached the line")
                    + held;
        }
        return territory.totals().stream()
                .max(Comparator.comparingDouble(t -> Math.abs(t.lastKm2() - t.firstKm2())))
                .map(t -> territory.days() < 2
                        ? t.holding() + ": " + km2(t.lastKm2()) + " km² on " + territory.last()
                        : t.holding() + ": " + (t.lastKm2() < t.firstKm2() ? "−" : "+")
                                + LedgerFigure.km2(Math.abs(t.lastKm2() - t.firstKm2()), t.errorKm2()) + " km² since "
                                + territory.first())
                .orElse(report.source());
    }

    private static String km2(double km2) {
        return LedgerFigure.km2(km2);
    }

    /** What the colours of the maps mean. */
    private void legend() {
        page.raw("<ul class=\"legend\">\n");
        for (LedgerPicture.Key key : LedgerPicture.keys(territory)) {
            page.open("li").open("svg", "viewBox", "0 0 14 14", "class", "key");
            page.empty("rect", "width", 14.0, "height", 14.0, "fill", key.colour());
            page.close("svg").text(key.words()).close("li");
        }
        territory.line().ifPresent(line -> {
            page.open("li").open("svg", "viewBox", "0 0 14 14", "class", "key");
            page.empty(
                    "line", "x1", 0.0, "y1", 7.0, "x2", 14.0, "y2", 7.0, "stroke", "#222", "stroke-dasharray", "4 2");
            page.close("svg").text("the line: " + line.line().words()).close("li");
            page.element("li", "① and so on: its largest pieces, in the table below");
        });
        page.raw("</ul>\n");
    }

    private void figure(String svg, String caption) {
        page.raw("<figure>\n").raw(svg).element("figcaption", caption).raw("</figure>\n");
    }

    private void totals() {
        head(
                "side",
                "first, km²",
                "last, km²",
                "gained",
                "lost",
                "net",
                "error at most",
                "gained by day",
                "lost by day");
        for (Territory.Total t : territory.totals()) {
            page.raw("<tr>");
            cell(t.holding().toString());
            number(t.firstKm2(), t.errorKm2());
            number(t.lastKm2(), t.errorKm2());
            number(t.gainedKm2(), t.errorKm2());
            number(t.lostKm2(), t.errorKm2());
            number(t.lastKm2() - t.firstKm2(), t.errorKm2());
            number(t.errorKm2(), t.errorKm2());
            number(t.gainedByDay(), t.errorKm2());
            number(t.lostByDay(), t.errorKm2());
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void sectors() {
        List<LedgerSectors.Sum> sums = LedgerSectors.of(report.rows());
        if (sums.isEmpty()) {
            return;
        }
        page.element("h2", "By sector");
        head(
                "sector",
                "side",
                "first, km²",
                "last, km²",
                "gained by day",
                "lost by day",
                "net",
                "lasting",
                "error at most");
        for (LedgerSectors.Sum sum : sums) {
            page.raw("<tr>");
            cell(sum.sector());
            cell(sum.side());
            numberIfKnown(sum.firstKm2(), sum.errorKm2());
            numberIfKnown(sum.lastKm2(), sum.errorKm2());
            number(sum.gainedKm2(), sum.errorKm2());
            number(sum.lostKm2(), sum.errorKm2());
            number(sum.gainedKm2() - sum.lostKm2(), sum.errorKm2());
            number(sum.lastingKm2(), sum.errorKm2());
            number(sum.errorKm2(), sum.errorKm2());
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void line(LineSummary line) {
        page.element("h2", "Beyond the line");
        page.element(
                "p",
                "The line is " + line.line().words() + " (sha256 " + line.line().sha256() + ").");
        page.element("p", LedgerText.breach(line, report.rules()), "class", "breach");
        pieces("The largest pieces taken on one day", line.largest());
        page.element("p", LedgerText.counts(line));
        if (!line.reversed().isEmpty()) {
            pieces("The largest that were reversed within the rule's days", line.reversed());
        }
        weeks(line);
    }

    private void pieces(String title, List<Movement> movements) {
        page.element("h3", title);
        head("", "day", "km²", "error at most", "where", "what became of it");
        int number = 0;
        for (Movement m : movements) {
            page.raw("<tr>");
            cell(String.valueOf(++number));
            cell(m.date().toString());
            double error = m.patch().errorKm2(report.rules());
            number(m.patch().km2(), error);
            number(error, error);
            cell(m.patch().placeWords());
            cell(LedgerText.state(m));
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void weeks(LineSummary line) {
        page.element("h3", "By week");
        head("week", "taken, km²", "given back", "held beyond");
        for (LineWeeks.Week week : LineWeeks.of(line)) {
            page.raw("<tr>");
            cell(week.from() + " to " + week.to());
            number(week.takenKm2());
            number(week.givenKm2());
            number(week.beyondKm2());
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void transfers() {
        List<Transfer> transfers = LedgerTransfers.total(report.rows());
        if (transfers.isEmpty()) {
            return;
        }
        page.element("h2", "Who took from whom");
        head("who", "from whom", "day by day, km²");
        for (Transfer t : transfers) {
            page.raw("<tr>");
            cell(t.to().toString());
            cell(t.from().toString());
            number(t.km2());
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void months() {
        if (territory.days() < 2) {
            return;
        }
        page.element("h2", "By month");
        head("month", "side", "gained, km²", "lost", "net", "lasting", "error at most", "maps");
        for (LedgerMonths.Month m : LedgerMonths.of(report.rows())) {
            page.raw("<tr>");
            cell(m.month().toString());
            cell(m.account());
            number(m.gainedKm2(), m.errorKm2());
            number(m.lostKm2(), m.errorKm2());
            number(m.gainedKm2() - m.lostKm2(), m.errorKm2());
            number(m.lastingGainKm2() - m.lastingLossKm2(), m.errorKm2());
            number(m.errorKm2(), m.errorKm2());
            cell(String.valueOf(m.maps()));
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void days() {
        if (territory.days() < 2) {
            return;
        }
        page.raw("<details><summary>Day by day, the newest first</summary>\n");
        head("day", "side", "km²", "gained", "lost", "net", "answer", "why");
        report.rows().reversed().stream().limit(ROWS).forEach(r -> {
            page.raw("<tr>");
            cell(r.date().toString());
            cell(r.account());
            double error = r.gainedErrorKm2() + r.lostErrorKm2();
            numberIfKnown(r.km2(), error);
            number(r.gainedKm2(), error);
            number(r.lostKm2(), error);
            number(r.netKm2(), error);
            cell(r.answer());
            cell(r.reason());
            page.raw("</tr>\n");
        });
        page.raw("</tbody>\n</table>\n");
        if (report.rows().size() > ROWS) {
            page.element("p", (report.rows().size() - ROWS) + " earlier rows are not shown; CSV and JSON have them.");
        }
        page.raw("</details>\n");
    }

    private void notes() {
        page.element("h2", "How this was come by");
        page.element("p", report.rules().words());
        page.element(
                "p",
                "Method: " + LedgerReport.METHOD
                        + "; errors are the resolution times the length of the border, as if all of it lay off to the same"
                        + " side. Lasting: by how much the ground grew that counts and stays so for the rule's days."
                        + report.lastingUnknown());
        if (!report.rules().method().isEmpty()) {
            page.element("p", "The maps: " + report.rules().method());
        }
        report.remarks().stream().limit(ROWS).forEach(r -> page.element("p", r));
        page.element("p", "holdfast " + report.version(), "class", "sub");
    }

    private void head(String... names) {
        page.raw("<table>\n<thead><tr>");
        for (String name : names) {
            page.element("th", name);
        }
        page.raw("</tr></thead>\n<tbody>\n");
    }

    private void cell(String text) {
        page.element("td", text);
    }

    private void numberIfKnown(OptionalDouble km2, double error) {
        if (km2.isPresent()) {
            number(km2.getAsDouble(), error);
        } else {
            cell("not known");
        }
    }

    private void number(double km2, double error) {
        page.element("td", LedgerFigure.km2(km2, error), "class", "n");
    }

    private void number(double km2) {
        page.element("td", km2(km2), "class", "n");
    }

    private static final String STYLE = """

            body { font: 15px/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1a1a1a; max-width: 1080px; margin: 24px auto; padding: 0 20px; }
            h1 { font-size: 24px; margin: 0; } h2 { font-size: 18px; margin: 28px 0 8px; } h3 { font-size: 15px; margin: 18px 0 6px; }
            .sub { color: #555; margin: 4px 0; } .breach { font-weight: bold; }
            figure { margin: 20px 0; } figure svg { width: 100%; height: auto; border: 1px solid #ddd; } figcaption { color: #555; font-size: 13px; }
            table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; font-size: 13.5px; } th { text-align: left; color: #555; font-weight: normal; border-bottom: 1px solid #999; padding: 3px 8px 3px 0; }
            td { border-bottom: 1px solid #e5e5e5; padding: 3px 8px 3px 0; vertical-align: top; } td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            p { overflow-wrap: anywhere; } figure svg.map { max-height: 92vh; } .legend { list-style: none; padding: 0; margin: 20px 0 0; font-size: 13px; } .legend li { display: inline-block; margin: 0 16px 4px 0; } .key { width: 14px; height: 14px; margin-right: 6px; vertical-align: -2px; border: 1px solid #999; }
            summary { cursor: pointer; color: #1f4e8c; margin: 20px 0 8px; }
            @media (max-width: 600px) { body { margin: 12px auto; padding: 0 10px; } h1 { font-size: 20px; } svg.map text { font-size: 22px; } svg.map text.mark { font-size: 26px; } svg.map circle.mark { r: 20px; } svg.map circle.place { r: 5px; } svg.map line, svg.map circle { stroke-width: 2px; } .chart text { font-size: 18px; } }
            @media print { body { max-width: none; margin: 0; font-size: 11px; } figure, tr { break-inside: avoid; } }
            """;
}
