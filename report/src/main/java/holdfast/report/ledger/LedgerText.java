package holdfast.report.ledger;

import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.territory.Beyond;
import holdfast.territory.LineSummary;
import holdfast.territory.Movement;
import holdfast.territory.Patch;
import holdfast.territory.Territory;
import holdfast.territory.Transfer;
import holdfast.territory.series.SeriesRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A ledger for a terminal. */
public final class LedgerText {
    private static final int REMARKS = 10;
    private static final int DAYS = 31;

    /** Less is not shown, in km2. */
    private static final double VISIBLE = 0.0005;

    private final LedgerReport report;
    private final Colours colours;
    private final Page page = new Page();

    private LedgerText(LedgerReport report, Colours colours) {
        this.report = report;
        this.colours = colours;
    }

    public static String of(LedgerReport report, Colours colours) {
        return new LedgerText(report, colours).render();
    }

    private String render() {
        Territory t = report.territory();
        page.line(colours.heading(report.source()));
        page.wrapped("", days(t));
        page.gap();
        t.totals().forEach(this::total);
        if (t.days() > 1) {
            transfers();
            rows();
        }
        t.line().ifPresent(this::line);
        page.gap().wrapped("Rule    ", report.rules().words());
        page.wrapped("Method  ", LedgerReport.METHOD + "; errors are the resolution times the length of the border.");
        remarks();
        return page.toString();
    }

    static String days(Territory t) {
        String maps = t.days() == 1
                ? "One map, of " + t.first() + "."
                : t.days() + " maps, from " + t.first() + " to " + t.last() + ".";
        if (t.missing().isEmpty()) {
            return maps + (t.days() > 1 ? " No day is missing." : "");
        }
        return maps + " No map for " + ranges(t.missing())
                + ": what changed then is counted on the day of the next map.";
    }

    /** {@code 2024-08-18 to 2024-08-19, 2025-01-01}. */
    static String ranges(List<LocalDate> days) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int start = i;
            while (i + 1 < days.size() && days.get(i + 1).equals(days.get(i).plusDays(1))) {
                i++;
            }
            ranges.add(days.get(start) + (i > start ? " to " + days.get(i) : ""));
        }
        int shown = 12;
        return String.join(", ", ranges.subList(0, Math.min(shown, ranges.size())))
                + (ranges.size() > shown ? " and " + (ranges.size() - shown) + " more stretches" : "");
    }

    private void total(Territory.Total total) {
        page.line(String.format(
                Locale.ROOT,
                "%-20s %,14.3f km2 on %s",
                total.holding().toString(),
                total.lastKm2(),
                report.territory().last()));
        if (report.territory().days() > 1) {
            page.line(String.format(
                    Locale.ROOT,
                    "%-20s %,14.3f km2 on %s",
                    "",
                    total.firstKm2(),
                    report.territory().first()));
            page.line(String.format(
                    Locale.ROOT,
                    "%-20s gained %,.3f and lost %,.3f, net %+,.3f km2, error at most %,.1f",
                    "",
                    total.gainedKm2(),
                    total.lostKm2(),
                    total.lastKm2() - total.firstKm2(),
                    total.errorKm2()));
            page.line(String.format(
                    Locale.ROOT,
                    "%-20s day by day: gained %,.3f and lost %,.3f; lasting %+,.3f",
                    "",
                    total.gainedByDay(),
                    total.lostByDay(),
                    total.lastingKm2()));
        }
    }

    private void transfers() {
        List<Transfer> transfers = LedgerTransfers.total(report.rows());
        if (!transfers.isEmpty()) {
            page.gap().line(colours.heading("Who took from whom, day by day, km2"));
            transfers.forEach(
                    t -> page.line(String.format(Locale.ROOT, "%,14.3f  %s from %s", t.km2(), t.to(), t.from())));
        }
    }

    private void rows() {
        boolean few = report.territory().days() <= DAYS;
        page.gap().line(colours.heading(few ? "By day, km2" : "By month, km2"));
        page.line(String.format(
                Locale.ROOT,
                "%-12s %-22s %12s %12s %12s %12s  %s",
                few ? "day" : "month",
                "",
                "gained",
                "lost",
                "net",
                "lasting",
                few ? "" : "maps"));
        if (few) {
            report.rows().stream().filter(r -> r.daysSinceMap() > 0).forEach(r -> {
                amount(
                        r.date().toString(),
                        r.account(),
                        r.gainedKm2(),
                        r.lostKm2(),
                        r.settled() ? lasting(r.lastingGainKm2() - r.lastingLossKm2()) : "not yet",
                        r.answer());
                if (!r.reason().isEmpty()) {
                    page.wrapped("             ", r.reason());
                }
            });
        } else {
            LedgerMonths.of(report.rows())
                    .forEach(m -> amount(
                            m.month().toString(),
                            m.account(),
                            m.gainedKm2(),
                            m.lostKm2(),
                            lasting(m.lastingGainKm2() - m.lastingLossKm2()),
                            String.valueOf(m.maps())));
        }
        page.wrapped(
                "",
                "Lasting: by how much the ground grew that counts and stays so for the rule's days. The days add up to the"
                        + " difference of the lasting grounds; what goes and comes back within these days is in none of"
                        + " them." + report.lastingUnknown());
    }

    private static String lasting(double km2) {
        return String.format(Locale.ROOT, "%+,.3f", km2);
    }

    private void amount(String when, String account, double gained, double lost, String lasting, String last) {
        page.line(String.format(
                Locale.ROOT,
                "%-12s %-22s %,12.3f %,12.3f %+,12.3f %12s  %s",
                when,
                account,
                gained,
                lost,
                gained - lost,
                lasting,
                last));
    }

    private void line(LineSummary line) {
        page.gap().line(colours.heading("Beyond the line"));
        page.wrapped(
                "",
                "The line is " + line.line().words() + " (sha256 " + line.line().sha256() + ").");
        page.wrapped("", breach(line, report.rules()));
        page.gap()
                .line(String.format(
                        Locale.ROOT, "%-24s %12s %12s %12s", "week, km2", "taken", "given back", "held beyond"));
        for (LineWeeks.Week week : LineWeeks.of(line)) {
            page.line(String.format(
                    Locale.ROOT,
                    "%s to %s %,12.3f %,12.3f %,12.3f",
                    week.from(),
                    week.to(),
                    week.takenKm2(),
                    week.givenKm2(),
                    week.beyondKm2()));
        }
        page.gap().line("The largest pieces taken on one day");
        line.largest().forEach(this::piece);
        page.wrapped("", counts(line));
        if (!line.reversed().isEmpty()) {
            page.gap().line("The largest that were reversed");
            line.reversed().forEach(this::piece);
        }
    }

    static String breach(LineSummary line, SeriesRules rules) {
        String threshold = number(line.thresholdKm2());
        String found;
        if (line.breach().isPresent()) {
            Beyond day = line.breach().get();
            found = String.format(
                    Locale.ROOT,
                    "First breached on %s: %s km2 beyond it (error at most %s), in %s, was held on every map until it"
                            + " had lasted; known with the map of %s. %s",
                    day.date(),
                    LedgerFigure.km2(day.lastingKm2().orElse(0), day.lastingErrorKm2(rules)),
                    LedgerFigure.km2(day.lastingErrorKm2(rules), day.lastingErrorKm2(rules)),
                    pieces(day.lastingPieces().size()),
                    day.known().map(LocalDate::toString).orElse(""),
                    largest(day.lastingPieces(), rules));
        } else if (line.ifItStays().isPresent()) {
            Beyond day = line.ifItStays().get();
            found = String.format(
                    Locale.ROOT,
                    "Not breached yet: %s km2 beyond it, in %s, is held since %s, and the maps end on %s, before it could"
                            + " last (%d %s). If it stays, the line is breached on %s, to be known with a map of %s or later."
                            + " %s",
                    LedgerFigure.km2(day.soFarKm2(), error(day.soFar(), rules)),
                    pieces(day.soFar().size()),
                    day.date(),
                    line.days().getLast().date(),
                    rules.persistenceDays(),
                    rules.persistenceDays() == 1 ? "day" : "days",
                    day.date(),
                    day.date().plusDays(rules.persistenceDays()),
                    largest(day.soFar(), rules));
        } else {
            found = "It was not breached: on no day did "
                    + line.line().holding().side() + " hold ground beyond it, of " + threshold
                    + " km2 or more, that lasted.";
        }
        return found + newest(line);
    }

    /** What the newest map shows beyond the line and the answer does not count. */
    private static String newest(LineSummary line) {
        if (line.days().isEmpty()) {
            return "";
        }
        Beyond last = line.days().getLast();
        String more = "";
        double waiting = line.notYetLastingKm2();
        if (line.ifItStays().isEmpty() && waiting >= VISIBLE) {
            more = String.format(
                    Locale.ROOT,
                    " On the newest map %s km2 more that count are beyond it, since %s; they have not lasted yet.",
                    LedgerFigure.km2(waiting),
                    line.notYetLastingSince().map(LocalDate::toString).orElse(""));
        }
        double counted = last.known().isPresent() ? last.lastingKm2().orElse(0) : last.soFarKm2();
        double small = last.km2() - counted;
        if (small >= VISIBLE) {
            more += String.format(
                    Locale.ROOT,
                    " Of the %s km2 beyond it on the newest map, of %s, %s are below resolution and do not count.",
                    LedgerFigure.km2(last.km2()),
                    last.date(),
                    LedgerFigure.km2(small));
        }
        return more;
    }

    private static double error(List<Patch> pieces, SeriesRules rules) {
        return pieces.stream().mapToDouble(p -> p.errorKm2(rules)).sum();
    }

    private static String pieces(int number) {
        return number == 1 ? "1 piece" : number + " pieces";
    }

    private static String largest(List<Patch> pieces, SeriesRules rules) {
        return (pieces.size() == 1 ? "It lies at " : "The largest: ")
                + pieces.stream()
                        .limit(3)
                        .map(p -> pieces.size() == 1
                                ? p.placeWords()
                                : LedgerFigure.km2(p.km2(), p.errorKm2(rules)) + " km2 at " + p.placeWords())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    static String counts(LineSummary line) {
        LineSummary.Counts counts = line.counts();
        return switch (counts.pieces()) {
            case 0 -> "In all, nothing was taken beyond it.";
            case 1 ->
                "In all, one piece (" + LedgerFigure.km2(counts.km2()) + " km2) was taken beyond it"
                        + (counts.belowResolution() > 0 ? "; it is below resolution" : "")
                        + (counts.reversed() > 0 ? "; it was reversed within the rule's days" : "") + ".";
            default ->
                String.format(Locale.ROOT, "In all, %,d pieces", counts.pieces()) + " ("
                        + LedgerFigure.km2(counts.km2()) + " km2) were taken beyond it; "
                        + ofThem(counts.belowResolution(), counts.belowResolutionKm2(), "is", "are")
                        + " below resolution, and "
                        + ofThem(counts.reversed(), counts.reversedKm2(), "was", "were")
                        + " reversed within the rule's days.";
        };
    }

    private static String ofThem(int n, double km2, String one, String many) {
        return n == 0
                ? "none of them " + one
                : String.format(Locale.ROOT, "%,d of them (%s km2) %s", n, LedgerFigure.km2(km2), n == 1 ? one : many);
    }

    private void piece(Movement m) {
        Patch patch = m.patch();
        page.wrapped(
                String.format(Locale.ROOT, "%s %,10.3f km2 at %s  ", m.date(), patch.km2(), patch.placeWords()),
                state(m));
    }

    static String state(Movement m) {
        return switch (m.standing()) {
            case LASTING ->
                String.format(
                        Locale.ROOT,
                        "lasting%s (%s held at the end)",
                        m.givenBack()
                                .map(d -> " until " + d + ", when half or more had been given back")
                                .orElse(""),
                        LedgerFigure.km2(m.leftKm2()));
            case REVERSED ->
                String.format(
                        Locale.ROOT, "reversed: %s (%s held at the end)", m.reason(), LedgerFigure.km2(m.leftKm2()));
            case BELOW_RESOLUTION, OPEN -> m.standing().words() + ": " + m.reason();
        };
    }

    private void remarks() {
        if (report.remarks().isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("About the maps"));
        report.remarks().stream().limit(REMARKS).forEach(r -> page.wrapped("  ", r));
        if (report.remarks().size() > REMARKS) {
            page.line("  and " + (report.remarks().size() - REMARKS) + " more; JSON has them all");
        }
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
