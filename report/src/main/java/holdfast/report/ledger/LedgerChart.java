package holdfast.report.ledger;

import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.TimeScale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Square kilometres over time: the area of one account as a line, above what it gained and lost each week as bars. */
final class LedgerChart {
    private static final double WIDTH = 1000;
    private static final double LEFT = 78;
    private static final double RIGHT = 990;
    private static final double TOP = 16;
    private static final double MIDDLE = 230;
    private static final double BARS = 262;
    private static final double BOTTOM = 400;
    private static final double HEIGHT = 424;

    private final List<LedgerRow> rows;
    private final TimeScale time;
    private final Markup svg = new Markup();

    private LedgerChart(List<LedgerRow> rows) {
        this.rows = rows;
        this.time = new TimeScale(
                instant(rows.getFirst().date()), instant(rows.getLast().date()), LEFT, RIGHT, ZoneOffset.UTC);
    }

    /** A chart for each side and class, everywhere; none where there are fewer than two maps. */
    static List<String> of(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> accounts = new LinkedHashMap<>();
        rows.stream()
                .filter(r -> r.sector().isEmpty() && r.km2().isPresent())
                .forEach(r -> accounts.computeIfAbsent(r.account(), a -> new ArrayList<>())
                        .add(r));
        return accounts.values().stream()
                .filter(a -> a.size() > 1)
                .map(a -> new LedgerChart(a).render())
                .toList();
    }

    private String render() {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Math.round(WIDTH) + " " + Math.round(HEIGHT),
                "role",
                "img",
                "class",
                "chart",
                "font-family",
                HouseStyle.LETTERS);
        svg.element("title", "Square kilometres of " + rows.getFirst().account() + " over time");
        for (TimeScale.Tick tick : time.ticks()) {
            double x = time.x(tick.at());
            svg.empty(
                    "line",
                    "x1",
                    x,
                    "y1",
                    TOP,
                    "x2",
                    x,
                    "y2",
                    BOTTOM,
                    "stroke",
                    "#000",
                    "stroke-opacity",
                    tick.major() ? "0.25" : "0.1");
            svg.element(
                    "text",
                    tick.label(),
                    "x",
                    x,
                    "y",
                    BOTTOM + 16,
                    "font-size",
                    11.0,
                    "text-anchor",
                    "middle",
                    "fill",
                    "#555");
        }
        area();
        bars();
        return svg.close("svg").toString();
    }

    private void area() {
        double least = rows.stream().mapToDouble(r -> r.km2().orElse(0)).min().orElse(0);
        double most = rows.stream().mapToDouble(r -> r.km2().orElse(0)).max().orElse(1);
        double spare = Math.max((most - least) * 0.06, Math.max(most * 1e-5, 0.01));
        Scale scale = new Scale(least - spare, most + spare, MIDDLE, TOP);
        scale.ticks(5).forEach(v -> tick(scale.y(v), v));
        StringBuilder d = new StringBuilder();
        for (LedgerRow row : rows) {
            d.append(d.isEmpty() ? "M" : "L")
                    .append(String.format(
                            Locale.ROOT,
                            "%.1f %.1f",
                            time.x(instant(row.date())),
                            scale.y(row.km2().orElse(0))));
        }
        svg.empty("path", "d", d, "fill", "none", "stroke", "#333", "stroke-width", 1.8);
        svg.element(
                "text",
                rows.getFirst().account() + ", km² held",
                "x",
                LEFT + 6,
                "y",
                TOP + 10,
                "font-size",
                12.0,
                "font-weight",
                "bold");
    }

    private record Week(double gained, double lost) {}

    private void bars() {
        Map<LocalDate, Week> weeks = new TreeMap<>();
        for (LedgerRow row : rows) {
            LocalDate monday = row.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(
                    monday,
                    new Week(row.gainedKm2(), row.lostKm2()),
                    (a, b) -> new Week(a.gained() + b.gained(), a.lost() + b.lost()));
        }
        double most = Math.max(
                0.01, weeks.values().stream().mapToDouble(Week::gained).max().orElse(0));
        double least = weeks.values().stream().mapToDouble(Week::lost).max().orElse(0);
        Scale scale = new Scale(-Math.max(least, most * 0.05) * 1.05, most * 1.1, BOTTOM, BARS);
        scale.ticks(4).forEach(v -> tick(scale.y(v), v));
        weeks.forEach((monday, week) -> {
            double x = time.x(instant(monday));
            double width = Math.max(1, time.x(instant(monday.plusDays(7))) - x - 1);
            bar(x, width, scale.y(week.gained()), scale.y(0), LedgerPicture.GAINED, "gained", monday, week.gained());
            bar(x, width, scale.y(0), scale.y(-week.lost()), LedgerPicture.LOST, "lost", monday, week.lost());
        });
        svg.element(
                "text",
                "km² gained (up) and lost (down) by week",
                "x",
                LEFT + 6,
                "y",
                BARS + 2,
                "font-size",
                12.0,
                "font-weight",
                "bold");
    }

    private void bar(
            double x, double width, double top, double bottom, String fill, String what, LocalDate monday, double km2) {
        if (bottom - top < 0.05) {
            return;
        }
        svg.open("rect", "x", x, "y", top, "width", width, "height", bottom - top, "fill", fill);
        svg.element("title", String.format(Locale.ROOT, "week of %s: %s %.2f km²", monday, what, km2))
                .close("rect");
    }

    private void tick(double y, double value) {
        svg.empty("line", "x1", LEFT, "y1", y, "x2", RIGHT, "y2", y, "stroke", "#000", "stroke-opacity", "0.1");
        svg.element(
                "text",
                String.format(Locale.ROOT, Math.abs(value - Math.rint(value)) < 1e-9 ? "%,.0f" : "%,.2f", value),
                "x",
                LEFT - 6,
                "y",
                y + 4,
                "font-size",
                11.0,
                "text-anchor",
                "end",
                "fill",
                "#555");
    }

    private static long instant(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private record Scale(double low, double high, double yLow, double yHigh) {
        double y(double value) {
            return yLow + (yHigh - yLow) * (value - low) / (high - low);
        }

        List<Double> ticks(int most) {
            double rough = (high - low) / most;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough / power <= 1
                    ? power
                    : rough / power <= 2 ? 2 * power : rough / power <= 5 ? 5 * power : 10 * power;
            List<Double> ticks = new ArrayList<>();
            for (double v = Math.ceil(low / step) * step; v <= high; v += step) {
                ticks.add(v == 0 ? 0.0 : v);
            }
            return ticks;
        }
    }
}
