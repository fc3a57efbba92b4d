package holdfast.report.readiness;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.items.Item;
import holdfast.readiness.ledger.GiverRow;
import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.Pledge;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.TimeScale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pictures of a ledger: who gives what of what is wanted, how far it has come, and how it grew. Nothing is said by colour alone: each part bears its words. */
final class ReadinessPicture {
    /** @param caption what is to be seen, in a sentence */
    record Drawn(String title, String svg, String caption) {}

    private static final double WIDTH = 1000;
    private static final double LEFT = 190;
    private static final double RIGHT = 985;
    private static final double ROW = 34;
    private static final int MOST = 8;
    private static final List<String> COLOURS =
            List.of("#1f4e8c", "#1b6e3c", "#8c5a18", "#6b3d8c", "#2b7f86", "#8c1d55", "#5b6b1d", "#444444");

    private final ReadinessReport report;
    private final Ledger ledger;
    private final ReadinessWords words;

    private ReadinessPicture(ReadinessReport report) {
        this.report = report;
        this.ledger = report.ledger();
        this.words = new ReadinessWords(report);
    }

    /** None of what there is nothing to draw. */
    static List<Drawn> of(ReadinessReport report) {
        ReadinessPicture picture = new ReadinessPicture(report);
        List<Drawn> drawn = new ArrayList<>();
        picture.coverage().ifPresent(drawn::add);
        picture.givers().ifPresent(drawn::add);
        picture.steps().ifPresent(drawn::add);
        picture.overTime().ifPresent(drawn::add);
        return drawn;
    }

    // What of what is wanted is there, under way, promised, missing.

    private Optional<Drawn> coverage() {
        List<ItemRow> rows = wanted();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Markup svg =
                open(rows.size() * ROW + 30, "How much of what is wanted is there, under way, promised or missing");
        double y = 8;
        for (ItemRow row : rows) {
            BigDecimal whole = sum(row).max(row.target().orElse(BigDecimal.ONE));
            label(svg, FirstScreen.label(row.item()), y);
            double x = LEFT;
            x = part(svg, x, y, row.there(), whole, "#1b6e3c", words.there());
            x = part(svg, x, y, row.underWay(), whole, "#1f4e8c", "under way");
            x = part(svg, x, y, row.promised(), whole, "#8fb1de", "promised");
            part(svg, x, y, row.missing().orElse(BigDecimal.ZERO), whole, "none", "missing");
            mark(svg, y, row.target().orElse(whole), whole);
            y += ROW;
        }
        return Optional.of(
                new Drawn(
                        "What of what is wanted is there",
                        svg.close("svg").toString(),
                        "Each bar is one item; the thick line is what is wanted of it, an empty part what would still be missing."));
    }

    private List<ItemRow> wanted() {
        return ledger.items().stream()
                .filter(r -> r.target().filter(t -> t.signum() > 0).isPresent())
                .sorted(Comparator.comparing(ReadinessPicture::covered))
                .limit(MOST)
                .toList();
    }

    private static BigDecimal covered(ItemRow row) {
        return row.there().divide(row.target().orElse(BigDecimal.ONE), MathContext.DECIMAL64);
    }

    private static BigDecimal sum(ItemRow row) {
        return row.there()
                .add(row.underWay())
                .add(row.promised())
                .add(row.missing().orElse(BigDecimal.ZERO));
    }

    // Givers against goals.

    private Optional<Drawn> givers() {
        List<ItemRow> rows = ledger.items().stream()
                .filter(r -> ledger.givers().stream().anyMatch(g -> g.item().equals(r.item()) && gives(g)))
                .limit(MOST)
                .toList();
        if (rows.isEmpty() || report.sumsOnly()) {
            return Optional.empty();
        }
        Map<String, String> colours = new TreeMap<>();
        ledger.givers().forEach(g -> colours.putIfAbsent(g.giver(), COLOURS.get(colours.size() % COLOURS.size())));
        Markup svg = open(rows.size() * ROW + 30, "Who gives what of what is wanted");
        double y = 8;
        for (ItemRow row : rows) {
            giversOf(svg, row, y, colours);
            y += ROW;
        }
        return Optional.of(
                new Drawn(
                        "Who gives what of what is wanted",
                        svg.close("svg").toString(),
                        "Full: what has arrived from a giver; pale: what is still to come from it. The thick line is what is wanted."));
    }

    private static boolean gives(GiverRow row) {
        return row.arrived().add(row.toCome()).signum() > 0;
    }

    private void giversOf(Markup svg, ItemRow row, double y, Map<String, String> colours) {
        List<GiverRow> own = ledger.givers().stream()
                .filter(g -> g.item().equals(row.item()) && gives(g))
                .toList();
        BigDecimal given = own.stream().map(g -> g.arrived().add(g.toCome())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = given.max(row.target().orElse(BigDecimal.ZERO));
        label(svg, FirstScreen.label(row.item()), y);
        double x = LEFT;
        for (GiverRow giver : own) {
            String colour = colours.getOrDefault(giver.giver(), "#444444");
            x = part(svg, x, y, giver.arrived(), whole, colour, words.name(giver.giver()));
            x = pale(svg, x, y, giver.toCome(), whole, colour, words.name(giver.giver()));
        }
        row.target().filter(t -> t.signum() > 0).ifPresent(t -> mark(svg, y, t, whole));
    }

    // From a promise into service.

    private Optional<Drawn> steps() {
        List<Stage> stages = Stream.of(Stage.values())
                .filter(s -> s.compareTo(Stage.PLEDGED) >= 0 && ledger.has(s))
                .toList();
        List<ItemRow> rows = ledger.items().stream()
                .filter(r -> stages.stream().anyMatch(s -> r.total(s).signum() > 0))
                .limit(MOST)
                .toList();
        if (rows.isEmpty() || stages.size() < 2) {
            return Optional.empty();
        }
        double panel = 24 + 20.0 * stages.size();
        Markup svg = open(rows.size() * panel + 12, "How much has come how far, from a promise into service");
        double y = 4;
        for (ItemRow row : rows) {
            stepsOf(svg, row, stages, y);
            y += panel;
        }
        return Optional.of(
                new Drawn(
                        "From a promise into service",
                        svg.close("svg").toString(),
                        "Each step of each item, as the records tell it; where a step is shorter than the one before, that much has not come so far."));
    }

    private void stepsOf(Markup svg, ItemRow row, List<Stage> stages, double top) {
        BigDecimal most =
                stages.stream().map(row::total).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        text(svg, FirstScreen.label(row.item()), 4, top + 14, 13, "start", "#111")
                .close("text");
        double y = top + 20;
        BigDecimal before = BigDecimal.ZERO;
        for (Stage stage : stages) {
            BigDecimal total = row.total(stage);
            boolean gone = stage == Stage.LOST || stage == Stage.RETURNED;
            text(svg, stage.words(), LEFT - 8, y + 12, 12, "end", "#444").close("text");
            double width = width(total, most);
            if (!gone && before.compareTo(total) > 0) {
                svg.empty(
                        "rect",
                        "x",
                        LEFT + width,
                        "y",
                        y + 2,
                        "width",
                        width(before.subtract(total), most),
                        "height",
                        13.0,
                        "fill",
                        "none",
                        "stroke",
                        "#888",
                        "stroke-dasharray",
                        "3 2");
            }
            svg.empty(
                    "rect",
                    "x",
                    LEFT,
                    "y",
                    y + 2,
                    "width",
                    width,
                    "height",
                    13.0,
                    "fill",
                    gone ? "#8c1d18" : "#1f4e8c");
            boolean outside = width < 46;
            text(
                            svg,
                            ReadinessWords.number(total),
                            outside ? LEFT + width + 5 : LEFT + width - 5,
                            y + 12.5,
                            11,
                            outside ? "start" : "end",
                            outside ? "#111" : "#fff")
                    .close("text");
            before = gone ? before : total;
            y += 20;
        }
    }

    // How it grew, and how it would.

    private Optional<Drawn> overTime() {
        Stage arrival = ledger.has(Stage.IN_SERVICE)
                ? Stage.IN_SERVICE
                : ledger.has(Stage.RECEIVED) ? Stage.RECEIVED : Stage.SHIPPED;
        List<ItemRow> rows = wanted();
        List<LocalDate> days = days(arrival);
        if (rows.isEmpty() || days.size() < 2) {
            return Optional.empty();
        }
        LocalDate last = days.getLast().isAfter(ledger.on()) ? days.getLast() : ledger.on();
        TimeScale time =
                new TimeScale(instant(days.getFirst()), instant(last.plusDays(1)), LEFT, RIGHT - 90, ZoneOffset.UTC);
        Markup svg = open(330, "What of what is wanted is " + words.there() + ", over time");
        axes(svg, time);
        for (int i = 0; i < rows.size(); i++) {
            line(svg, time, rows.get(i), arrival, COLOURS.get(i % COLOURS.size()), 24 + 15.0 * i);
        }
        return Optional.of(
                new Drawn(
                        "Coverage over time",
                        svg.close("svg").toString(),
                        "Parts of a hundred of what is wanted that are " + words.there()
                                + "; broken: as it would go on if each promise that is not late were kept on its giver's own day."));
    }

    private List<LocalDate> days(Stage arrival) {
        return Stream.concat(
                        ledger.entries().stream()
                                .filter(e -> e.stage() == arrival || e.stage() == Stage.NEEDED)
                                .map(Entry::day),
                        ledger.pledges().stream()
                                .filter(p -> p.standing() == Pledge.Standing.NOT_DUE_YET)
                                .flatMap(p -> p.entry().due().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private static long instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static void axes(Markup svg, TimeScale time) {
        for (TimeScale.Tick tick : time.ticks()) {
            double x = time.x(tick.at());
            svg.empty(
                    "line",
                    "x1",
                    x,
                    "y1",
                    16.0,
                    "x2",
                    x,
                    "y2",
                    300.0,
                    "stroke",
                    "#000",
                    "stroke-opacity",
                    tick.major() ? "0.25" : "0.1");
            text(svg, tick.label(), x, 318, 11, "middle", "#555").close("text");
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = height(percent);
            svg.empty(
                    "line", "x1", LEFT, "y1", y, "x2", RIGHT - 90, "y2", y, "stroke", "#000", "stroke-opacity", "0.15");
            text(svg, percent + " %", LEFT - 6, y + 4, 11, "end", "#555").close("text");
        }
    }

    private static double height(double percent) {
        return 300 - 2.8 * Math.clamp(percent, 0, 100);
    }

    private void line(Markup svg, TimeScale time, ItemRow row, Stage arrival, String colour, double key) {
        Item item = row.item();
        TreeMap<LocalDate, BigDecimal> come = new TreeMap<>();
        ledger.entries().stream().filter(e -> e.item().equals(item)).forEach(e -> {
            if (e.stage() == arrival) {
                come.merge(e.day(), e.quantity(), BigDecimal::add);
            } else if (e.stage() == Stage.LOST || e.stage() == Stage.RETURNED) {
                come.merge(e.day(), e.quantity().negate(), BigDecimal::add);
            }
        });
        BigDecimal target = row.target().orElse(BigDecimal.ONE);
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", LEFT, height(0)));
        BigDecimal sum = steps(path, time, come, BigDecimal.ZERO, target);
        double today = time.x(instant(ledger.today()));
        path.append(String.format(Locale.ROOT, "H%.1f", today));
        svg.empty("path", "d", path, "fill", "none", "stroke", colour, "stroke-width", 2.0);
        TreeMap<LocalDate, BigDecimal> ahead = new TreeMap<>();
        ledger.pledges().stream()
                .filter(p -> p.entry().item().equals(item) && p.standing() == Pledge.Standing.NOT_DUE_YET)
                .forEach(p -> p.entry().due().ifPresent(d -> ahead.merge(d, p.open(), BigDecimal::add)));
        StringBuilder dashed =
                new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", today, height(percent(sum, target))));
        BigDecimal end = steps(dashed, time, ahead, sum, target);
        svg.empty(
                "path", "d", dashed, "fill", "none", "stroke", colour, "stroke-width", 2.0, "stroke-dasharray", "5 4");
        svg.empty("rect", "x", 4.0, "y", key - 9, "width", 10.0, "height", 10.0, "fill", colour);
        text(
                        svg,
                        shortened(FirstScreen.label(row.item()), 17) + " " + Math.round(percent(sum, target)) + "%",
                        18,
                        key,
                        11,
                        "start",
                        "#111")
                .close("text");
        text(
                        svg,
                        Math.round(percent(end, target)) + "%",
                        RIGHT - 84,
                        height(percent(end, target)) + 4,
                        11,
                        "start",
                        colour)
                .close("text");
    }

    private static BigDecimal steps(
            StringBuilder path,
            TimeScale time,
            TreeMap<LocalDate, BigDecimal> changes,
            BigDecimal from,
            BigDecimal target) {
        BigDecimal sum = from;
        for (Map.Entry<LocalDate, BigDecimal> change : changes.entrySet()) {
            sum = sum.add(change.getValue());
            path.append(String.format(
                    Locale.ROOT, "H%.1fV%.1f", time.x(instant(change.getKey())), height(percent(sum, target))));
        }
        return sum;
    }

    private static double percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? 0 : part.doubleValue() * 100 / whole.doubleValue();
    }

    // Parts of pictures.

    private static Markup open(double height, String title) {
        Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Math.round(WIDTH) + " " + Math.round(height),
                "role",
                "img",
                "class",
                "chart",
                "font-family",
                HouseStyle.LETTERS);
        svg.element("title", title);
        return svg;
    }

    private static Markup text(Markup svg, String said, double x, double y, double size, String anchor, String colour) {
        svg.open("text", "x", x, "y", y, "font-size", size, "text-anchor", anchor, "fill", colour)
                .text(said);
        return svg;
    }

    private static void label(Markup svg, String item, double y) {
        text(svg, shortened(item, 26), LEFT - 8, y + 16, 13, "end", "#111").close("text");
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static double width(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? 0 : (RIGHT - LEFT) * part.doubleValue() / whole.doubleValue();
    }

    private static double part(
            Markup svg, double x, double y, BigDecimal quantity, BigDecimal whole, String colour, String what) {
        return part(svg, x, y, quantity, whole, colour, what, "1");
    }

    private static double pale(
            Markup svg, double x, double y, BigDecimal quantity, BigDecimal whole, String colour, String what) {
        return part(svg, x, y, quantity, whole, colour, what + ", to come", "0.35");
    }

    private static double part(
            Markup svg,
            double x,
            double y,
            BigDecimal quantity,
            BigDecimal whole,
            String colour,
            String what,
            String opacity) {
        if (quantity.signum() <= 0) {
            return x;
        }
        double width = width(quantity, whole);
        String said = ReadinessWords.number(quantity) + " " + what;
        boolean empty = colour.equals("none");
        svg.open(
                        "rect",
                        "x",
                        x,
                        "y",
                        y,
                        "width",
                        width,
                        "height",
                        22.0,
                        "fill",
                        colour,
                        "fill-opacity",
                        opacity,
                        "stroke",
                        empty ? "#8c1d18" : "#fff",
                        "stroke-dasharray",
                        empty ? "4 3" : "none")
                .element("title", said)
                .close("rect");
        if (said.length() * 6.2 < width - 6) {
            boolean dark = opacity.equals("1") && !empty && !colour.equals("#8fb1de");
            text(svg, said, x + 5, y + 15, 11.5, "start", dark ? "#fff" : "#111")
                    .close("text");
        }
        return x + width;
    }

    private static void mark(Markup svg, double y, BigDecimal target, BigDecimal whole) {
        double x = LEFT + width(target, whole);
        svg.empty("line", "x1", x, "y1", y - 3, "x2", x, "y2", y + 25, "stroke", "#111", "stroke-width", 3.0);
    }
}
