package holdfast.report.ledger;

import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.territory.LineSummary;
import holdfast.territory.Movement;
import holdfast.territory.Territory;
import holdfast.territory.Transfer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A ledger as one page that needs nothing else: the map and the charts are drawn in it, and nothing is fetched from elsewhere. */
public final class LedgerHtml {
    private static final int ROWS = 400;

    private final LedgerReport report;
    private final Territory territory;
    private final Markup page = new Markup();
    private @Nullable Table table;

    private LedgerHtml(LedgerReport report) {
        this.report = report;
        this.territory = report.territory();
    }

    public static String of(LedgerReport report) {
        return new LedgerHtml(report).render();
    }

    private String render() {
        page.head(finding() + ", " + territory.first() + " to " + territory.last(), HouseStyle.Sheet.PORTRAIT, STYLE);
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
        return page.end();
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
        page.raw("<figure class=\"whole\">\n")
                .raw(svg)
                .element("figcaption", caption)
                .raw("</figure>\n");
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
            table().row();
            cell(t.holding().toString());
            number(t.firstKm2(), t.errorKm2());
            number(t.lastKm2(), t.errorKm2());
            number(t.gainedKm2(), t.errorKm2());
            number(t.lostKm2(), t.errorKm2());
            number(t.lastKm2() - t.firstKm2(), t.errorKm2());
            number(t.errorKm2(), t.errorKm2());
            number(t.gainedByDay(), t.errorKm2());
            number(t.lostByDay(), t.errorKm2());
        }
        table().close();
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
            table().row();
            cell(sum.sector());
            cell(sum.side());
            numberIfKnown(sum.firstKm2(), sum.errorKm2());
            numberIfKnown(sum.lastKm2(), sum.errorKm2());
            number(sum.gainedKm2(), sum.errorKm2());
            number(sum.lostKm2(), sum.errorKm2());
            number(sum.gainedKm2() - sum.lostKm2(), sum.errorKm2());
            number(sum.lastingKm2(), sum.errorKm2());
            number(sum.errorKm2(), sum.errorKm2());
        }
        table().close();
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
            table().row();
            cell(String.valueOf(++number));
            cell(m.date().toString());
            double error = m.patch().errorKm2(report.rules());
            number(m.patch().km2(), error);
            number(error, error);
            cell(m.patch().placeWords());
            cell(LedgerText.state(m));
        }
        table().close();
    }

    private void weeks(LineSummary line) {
        page.element("h3", "By week");
        head("week", "taken, km²", "given back", "held beyond");
        for (LineWeeks.Week week : LineWeeks.of(line)) {
            table().row();
            cell(week.from() + " to " + week.to());
            number(week.takenKm2());
            number(week.givenKm2());
            number(week.beyondKm2());
        }
        table().close();
    }

    private void transfers() {
        List<Transfer> transfers = LedgerTransfers.total(report.rows());
        if (transfers.isEmpty()) {
            return;
        }
        page.element("h2", "Who took from whom");
        head("who", "from whom", "day by day, km²");
        for (Transfer t : transfers) {
            table().row();
            cell(t.to().toString());
            cell(t.from().toString());
            number(t.km2());
        }
        table().close();
    }

    private void months() {
        if (territory.days() < 2) {
            return;
        }
        page.element("h2", "By month");
        head("month", "side", "gained, km²", "lost", "net", "lasting", "error at most", "maps");
        for (LedgerMonths.Month m : LedgerMonths.of(report.rows())) {
            table().row();
            cell(m.month().toString());
            cell(m.account());
            number(m.gainedKm2(), m.errorKm2());
            number(m.lostKm2(), m.errorKm2());
            number(m.gainedKm2() - m.lostKm2(), m.errorKm2());
            number(m.lastingGainKm2() - m.lastingLossKm2(), m.errorKm2());
            number(m.errorKm2(), m.errorKm2());
            cell(String.valueOf(m.maps()));
        }
        table().close();
    }

    private void days() {
        if (territory.days() < 2) {
            return;
        }
        page.raw("<details><summary>Day by day, the newest first</summary>\n");
        head("day", "side", "km²", "gained", "lost", "net", "answer", "why");
        report.rows().reversed().stream().limit(ROWS).forEach(r -> {
            table().row();
            cell(r.date().toString());
            cell(r.account());
            double error = r.gainedErrorKm2() + r.lostErrorKm2();
            numberIfKnown(r.km2(), error);
            number(r.gainedKm2(), error);
            number(r.lostKm2(), error);
            number(r.netKm2(), error);
            cell(r.answer());
            cell(r.reason());
        });
        table().close();
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
        table = Table.open(page, names[0].isEmpty() ? names[1] : names[0], names);
    }

    private void cell(String text) {
        table().cell(text);
    }

    private void numberIfKnown(OptionalDouble km2, double error) {
        if (km2.isPresent()) {
            number(km2.getAsDouble(), error);
        } else {
            cell("not known");
        }
    }

    private void number(double km2, double error) {
        table().cell(LedgerFigure.km2(km2, error), "n");
    }

    private void number(double km2) {
        table().cell(km2(km2), "n");
    }

    private Table table() {
        return Objects.requireNonNull(table);
    }

    private static final String STYLE = """
            .breach { font-weight: bold; } figure svg { border: 1px solid #ddd; } td.n { text-align: right; white-space: nowrap; } .legend { list-style: none; padding: 0; margin: 16px 0 0; font-size: 13px; }
            .legend li { display: inline-block; margin: 0 16px 4px 0; } .key { width: 14px; height: 14px; margin-right: 6px; vertical-align: -2px; border: 1px solid #999; }
            @media screen { figure svg.map { max-height: 92vh; } }
            @media screen and (max-width: 600px) { svg.map text { font-size: 22px; } svg.map text.mark { font-size: 26px; } svg.map circle.mark { r: 20px; } svg.map circle.place { r: 5px; } svg.map line, svg.map circle { stroke-width: 2px; } .chart text { font-size: 18px; } }
            """;
}
