package holdfast.report.replay;

import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.TimeScale;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.VerdictGroups;
import holdfast.report.standing.VerdictWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The picture of a replay: articles and clauses down, time across. Breaches are bars, deadlines are marks, what the records leave open is
 * hatched. It is drawn so that it can be read in black and white: what differs in colour differs in form too.
 */
final class Timeline {
    private static final double WIDTH = 1190;
    private static final double LEFT = 352;
    private static final double RIGHT = 990;
    private static final double LANE = 21;
    private static final double HEAD = 30;
    private static final double TOP = 34;
    private static final double LEGEND = 66;

    /** So many lanes and their heading lie on a sheet of paper with room to spare. */
    private static final int IN_A_BAND = 24;

    /** More lanes than this, and those of one clause and reading become one. */
    private static final int MANY = 70;

    private static final long DAY = 86_400_000L;
    private static final double BAR = 11;
    private static final double FADE = 24;
    private static final String LIGHT = "#d98880";
    private static final String DARK = "#8c1d18";
    private static final String EDGE = "#5c120e";
    /** Marks nearer than this are drawn as one. */
    private static final double NEAR = 3;

    private final Replay replay;
    private final Norms norms;
    private final DateWords dates;
    private final VerdictWords words;
    private final TimeScale scale;
    private Markup svg = new Markup();
    private int band;

    /**
     * A line of the picture.
     *
     * @param bearers those to whom the same happened
     * @param reading how the text was read, in a few words
     */
    private record Lane(Norm norm, Reading of, String reading, List<String> bearers, List<Verdict> verdicts) {}

    private Timeline(Replay replay) {
        this.replay = replay;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.scale = scale(replay);
    }

    /**
     * The picture in bands that lie on one another without a gap, each with the same times across. Paper can be cut between them, and nowhere else.
     *
     * @param axis the times
     * @param bands the clauses of one article each, or some of them where there are many
     * @param legend what the signs mean
     */
    record Bands(String axis, List<String> bands, String legend) {}

    static Bands of(Replay replay) {
        return new Timeline(replay).draw();
    }

    private static TimeScale scale(Replay replay) {
        long now = replay.now();
        LongSummaryStatistics past = new LongSummaryStatistics();
        LongSummaryStatistics future = new LongSummaryStatistics();
        past.accept(now);
        future.accept(now);
        for (Verdict v : replay.verdicts()) {
            v.since().ifPresent(t -> past.accept(t.lo()));
            v.due().ifPresent(t -> (t.lo() < now ? past : future).accept(t.lo()));
            v.due().ifPresent(t -> future.accept(t.hi()));
            clockStart(replay, v).ifPresent(past::accept);
        }
        long from = past.getMin() == now ? now - 30 * DAY : past.getMin();
        long span = Math.max(now - from, DAY / 2);
        // A deadline far ahead must not squeeze what has happened: it is shown as an arrow at the edge.
        long to = Math.min(future.getMax(), now + span / 3);
        return new TimeScale(
                from - span / 40,
                Math.max(to, now) + span / 25,
                LEFT,
                RIGHT,
                replay.agreement().zone());
    }

    /** When the clock of a duty started, as far as a record at hand tells. */
    private static Optional<Long> clockStart(Replay replay, Verdict v) {
        if (v.due().isEmpty() || v.records().isEmpty()) {
            return Optional.empty();
        }
        return replay.cited()
                .current(v.records().getFirst())
                .map(Record.Observation::occurred)
                .map(Time::lo)
                .filter(at -> at < v.due().get().lo());
    }

    private Bands draw() {
        String axis = axis();
        List<String> bands = new ArrayList<>();
        lanes().forEach((article, lanes) -> {
            for (int from = 0; from < lanes.size(); from += IN_A_BAND) {
                bands.add(band(article, from, lanes.subList(from, Math.min(from + IN_A_BAND, lanes.size()))));
            }
        });
        return new Bands(axis, bands, legend());
    }

    private String band(int article, int from, List<Lane> lanes) {
        String heading = replay.agreement().articles().get(article).heading();
        double head = from == 0 ? HEAD : 0;
        double height = head + lanes.size() * LANE;
        open(height, "Timeline: " + heading);
        definitions();
        for (TimeScale.Tick tick : scale.ticks()) {
            double x = scale.x(tick.at());
            svg.empty("line", "x1", x, "y1", 0, "x2", x, "y2", height, "stroke", tick.major() ? "#999" : "#ddd");
        }
        double y = from == 0 ? article(heading) : 0;
        String last = "";
        for (Lane lane : lanes) {
            lane(lane, !lane.norm().id().equals(last), y);
            last = lane.norm().id();
            y += LANE;
        }
        nowLine(0, height);
        return svg.close("svg").toString();
    }

    private void open(double height, String label) {
        band++;
        svg = new Markup(replay.texts().names()::inText);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + (int) WIDTH + " " + (int) Math.ceil(height),
                "role",
                "img",
                "aria-label",
                replay.texts().names().inText(label),
                "font-family",
                HouseStyle.LETTERS,
                "font-size",
                "12");
    }

    private Map<Integer, List<Lane>> lanes() {
        Map<Integer, List<Lane>> apart = lanes(true);
        long count = apart.values().stream().mapToLong(List::size).sum();
        return count <= MANY ? apart : lanes(false);
    }

    private Map<Integer, List<Lane>> lanes(boolean byBearer) {
        Map<String, List<RivalReadings.Said>> byClause = new LinkedHashMap<>();
        for (RivalReadings.Said said : RivalReadings.of(replay)) {
            byClause.computeIfAbsent(said.verdict().clause(), c -> new ArrayList<>())
                    .add(said);
        }
        Map<Integer, List<Lane>> lanes = new TreeMap<>();
        byClause.forEach((clause, said) -> norms.of(said.getFirst().verdict())
                .ifPresent(n -> lanes.computeIfAbsent(n.origin().article(), a -> new ArrayList<>())
                        .addAll(ofClause(said, byBearer))));
        return lanes;
    }

    /** One line for each reading and bearer; bearers to whom the same happened share one. */
    private List<Lane> ofClause(List<RivalReadings.Said> ofClause, boolean byBearer) {
        Map<List<Object>, List<Verdict>> apart = new LinkedHashMap<>();
        for (RivalReadings.Said said : ofClause) {
            String bearer = byBearer ? said.verdict().bearer() : "";
            apart.computeIfAbsent(List.of(said.answers(), bearer), k -> new ArrayList<>())
                    .add(said.verdict());
        }
        Map<List<Object>, List<List<Verdict>>> alike = new LinkedHashMap<>();
        apart.forEach((key, one) -> {
            List<Object> marks =
                    one.stream().map(Timeline::mark).map(Object.class::cast).toList();
            alike.computeIfAbsent(List.of(key.getFirst(), marks), k -> new ArrayList<>())
                    .add(one);
        });
        List<Lane> lanes = new ArrayList<>();
        alike.forEach((key, same) -> {
            RivalReadings.Answers answers = (RivalReadings.Answers) key.getFirst();
            List<String> bearers = same.stream()
                    .flatMap(List::stream)
                    .map(Verdict::bearer)
                    .map(VerdictGroups::who)
                    .distinct()
                    .toList();
            List<Verdict> marks = same.getFirst();
            Norm norm = norms.of(marks.getFirst()).orElseThrow();
            boolean however =
                    answers.reading().answers().isEmpty() && !answers.however().isEmpty();
            String read = however ? "however it is read" : answers(answers.reading());
            lanes.add(new Lane(norm, answers.reading(), read, bearers, marks));
        });
        return lanes;
    }

    private static List<Object> mark(Verdict v) {
        return List.of(v.status(), v.standing(), v.since(), v.due(), v.until());
    }

    private String answers(Reading reading) {
        return reading.answers().entrySet().stream()
                .map(e -> replay.texts().names().answer(e.getKey(), e.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private void definitions() {
        svg.raw("""
                <defs>
                <pattern id="hatch-BAND" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
                <rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#333" stroke-width="2.4"/></pattern>
                <linearGradient id="fade-BAND"><stop offset="0" stop-color="#d98880"/><stop offset="1" stop-color="#fff"/></linearGradient>
                <linearGradient id="fade-confirmed-BAND"><stop offset="0" stop-color="#8c1d18"/><stop offset="1" stop-color="#fff"/>\
                </linearGradient>
                </defs>
                """.replace("BAND", String.valueOf(band)));
    }

    private String axis() {
        open(TOP, "The times across, in the dates of " + dates.zone());
        for (TimeScale.Tick tick : scale.ticks()) {
            double x = scale.x(tick.at());
            svg.empty("line", "x1", x, "y1", TOP - 8, "x2", x, "y2", TOP, "stroke", tick.major() ? "#999" : "#ddd");
            svg.element("text", tick.label(), "x", x + 3, "y", TOP - 14, "fill", "#333", "font-size", "11");
        }
        svg.empty("line", "x1", LEFT, "y1", TOP - 8, "x2", RIGHT, "y2", TOP - 8, "stroke", "#333");
        nowLine(TOP - 8, TOP);
        return svg.close("svg").toString();
    }

    private double article(String heading) {
        svg.empty("rect", "x", 0, "y", 4, "width", WIDTH, "height", HEAD - 8, "fill", "#f0f0ee");
        svg.element("text", cut(heading, 90), "x", 8, "y", 20, "font-weight", "bold");
        return HEAD;
    }

    private void lane(Lane lane, boolean first, double y) {
        double middle = y + LANE / 2;
        svg.empty("line", "x1", LEFT, "y1", y + LANE, "x2", RIGHT, "y2", y + LANE, "stroke", "#eee");
        label(lane, first, middle + 4);
        List<Verdict> ordered = new ArrayList<>(lane.verdicts());
        ordered.sort(Comparator.comparingLong(VerdictGroups::when));
        for (List<Verdict> near : near(ordered, lane.norm())) {
            mark(lane, near, middle);
        }
        summary(ordered, middle + 4);
    }

    private void label(Lane lane, boolean first, double y) {
        svg.open("g");
        svg.element("title", lane.norm().id() + ": " + replay.texts().clause(lane.norm()));
        if (first) {
            svg.element("text", lane.norm().id(), "x", 10, "y", y, "font-weight", "bold");
        }
        double indent = 10 + Math.max(34, lane.norm().id().length() * 7 + 8);
        boolean read = !lane.reading().isEmpty();
        svg.element(
                "text",
                names(lane.bearers(), read ? Math.max(20, 42 - lane.reading().length()) : 44),
                "x",
                indent,
                "y",
                y);
        if (read) {
            svg.element(
                    "text",
                    middleCut(lane.reading()),
                    "x",
                    LEFT - 8,
                    "y",
                    y,
                    "text-anchor",
                    "end",
                    "font-style",
                    "italic",
                    "fill",
                    "#444",
                    "font-size",
                    "10.5");
        }
        svg.close("g");
    }

    private static String names(List<String> bearers, int length) {
        String all = String.join(", ", bearers);
        return all.length() <= length || bearers.size() < 2
                ? cut(all, length)
                : cut(bearers.getFirst(), length - 11) + " and " + (bearers.size() - 1) + " more";
    }

    /** Verdicts of one status so near to each other that the picture cannot tell them apart. */
    private List<List<Verdict>> near(List<Verdict> ordered, Norm norm) {
        List<List<Verdict>> groups = new ArrayList<>();
        Map<Object, List<Verdict>> open = new LinkedHashMap<>();
        Map<Object, Double> ends = new LinkedHashMap<>();
        for (Verdict v : ordered) {
            Object kind = List.of(v.status(), v.standing());
            List<Verdict> group = open.get(kind);
            if (group == null || start(v) > ends.getOrDefault(kind, 0.0) + NEAR) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(kind, group);
            }
            group.add(v);
            ends.merge(kind, end(v, norm), Math::max);
        }
        return groups;
    }

    private double start(Verdict v) {
        long when = VerdictGroups.when(v);
        return when == Long.MAX_VALUE ? LEFT : scale.x(when);
    }

    private double end(Verdict v, Norm norm) {
        if (throughout(norm) && v.isBreach()) {
            return scale.x(v.until().map(Time::hi).orElse(replay.now()));
        }
        return start(v);
    }

    private static boolean throughout(Norm norm) {
        return Duties.isProhibition(norm);
    }

    private void mark(Lane lane, List<Verdict> near, double y) {
        svg.open("g");
        svg.element("title", title(lane, near));
        Verdict first = near.getFirst();
        switch (first.status()) {
            case BREACHED -> {
                if (throughout(lane.norm())) {
                    episodes(near, y);
                } else {
                    near.forEach(v -> missed(v, y));
                }
            }
            case CURED -> near.forEach(v -> cured(v, y));
            case FULFILLED -> {
                if (first.since().isEmpty()) {
                    kept(LEFT, scale.x(replay.now()), y, words.doubt(first).isEmpty());
                } else {
                    near.forEach(v -> done(v, y));
                }
            }
            case PENDING -> near.forEach(v -> pending(v, y));
            case UNDETERMINED, DISPUTED -> near.forEach(v -> open(v, y));
            case BLOCKED -> near.forEach(v -> blocked(v, y));
            case NOT_YET_DUE, LAPSED, EXCUSED, REFUTED ->
                first.due().or(first::since).ifPresent(t -> cross(scale.x(t.hi()), y, "#777"));
        }
        svg.close("g");
    }

    private String title(Lane lane, List<Verdict> near) {
        Verdict first = near.getFirst();
        String what = lane.norm().id() + " " + Wording.list(lane.bearers()) + ": " + words.kind(first);
        String reading = lane.of().answers().isEmpty() || lane.reading().equals(answers(lane.of()))
                ? replay.texts().names().reading(lane.of())
                : lane.reading();
        VerdictGroups.Row row =
                new VerdictGroups.Row(lane.of(), lane.bearers(), first.status(), first.standing(), near);
        String detail = words.detail(row, lane.norm());
        return what + (detail.isEmpty() ? "" : ", " + detail) + (reading.isEmpty() ? "" : ", " + reading);
    }

    private void episodes(List<Verdict> near, double y) {
        Verdict first = near.getFirst();
        double from = start(first);
        double now = scale.x(replay.now());
        double to = from;
        boolean ongoing = false;
        for (Verdict v : near) {
            boolean ended = v.until().isPresent() && v.until().get().hi() <= replay.now();
            ongoing |= !ended;
            to = Math.max(to, ended ? scale.x(v.until().orElseThrow().hi()) : now);
        }
        boolean confirmed = first.standing() == Standing.CONFIRMED;
        if (ongoing) {
            fade(now, y, BAR, confirmed);
        }
        double width = Math.max(to - from, 3);
        svg.empty(
                "rect",
                "x",
                from,
                "y",
                y - BAR / 2,
                "width",
                width,
                "height",
                BAR,
                "fill",
                confirmed ? DARK : LIGHT,
                "stroke",
                EDGE,
                "stroke-width",
                "0.8");
        if (near.size() > 1 && width > 16) {
            svg.element(
                    "text",
                    "×" + near.size(),
                    "x",
                    from + 4,
                    "y",
                    y + 4,
                    "font-size",
                    "10",
                    "fill",
                    confirmed ? "#fff" : "#000");
        }
    }

    /** What goes on beyond the moment asked about. */
    private void fade(double now, double y, double height, boolean confirmed) {
        svg.empty(
                "rect",
                "x",
                now,
                "y",
                y - height / 2,
                "width",
                FADE,
                "height",
                height,
                "fill",
                fill(confirmed ? "fade-confirmed" : "fade"));
    }

    /** A deadline that passed: the mark at the deadline, and what has been owed since. */
    private void missed(Verdict v, double y) {
        v.due().ifPresent(due -> {
            double at = scale.x(due.hi());
            clock(v, at, y);
            overdue(at, scale.x(replay.now()), y, true);
            deadline(at, y, v.standing() == Standing.CONFIRMED ? DARK : LIGHT, EDGE);
        });
    }

    private void cured(Verdict v, double y) {
        double end = v.since().map(s -> scale.x(s.hi())).orElse(scale.x(replay.now()));
        v.due().ifPresent(due -> {
            double at = scale.x(due.hi());
            clock(v, at, y);
            overdue(at, end, y, false);
            deadline(at, y, LIGHT, EDGE);
        });
        circle(end, y, "#fff", EDGE);
    }

    private void done(Verdict v, double y) {
        v.due().ifPresent(due -> {
            double at = scale.x(due.hi());
            clock(v, at, y);
            deadline(at, y, "#fff", "#777");
        });
        v.since().ifPresent(s -> circle(scale.x(s.hi()), y, "#1b6e3c", "#0e4425"));
    }

    private void pending(Verdict v, double y) {
        double now = scale.x(replay.now());
        if (v.due().isEmpty()) {
            svg.empty(
                    "line",
                    "x1",
                    now,
                    "y1",
                    y,
                    "x2",
                    RIGHT,
                    "y2",
                    y,
                    "stroke",
                    "#1f4e8c",
                    "stroke-dasharray",
                    "1 4",
                    "stroke-width",
                    "2");
            return;
        }
        double at = scale.x(v.due().get().hi());
        svg.empty(
                "line",
                "x1",
                Math.min(now, at),
                "y1",
                y,
                "x2",
                at,
                "y2",
                y,
                "stroke",
                "#1f4e8c",
                "stroke-dasharray",
                "4 3");
        if (beyond(v.due().get(), y, "#1f4e8c").isEmpty()) {
            deadline(at, y, "#fff", "#1f4e8c");
        }
    }

    private void blocked(Verdict v, double y) {
        if (v.due().isEmpty()) {
            return;
        }
        double at = scale.x(v.due().get().hi());
        if (beyond(v.due().get(), y, "#555").isEmpty()) {
            deadline(at, y, "#fff", "#777");
            cross(at, y, "#333");
        }
    }

    /** What may have been a breach, or a fulfilment: hatched over the time in which it lies. */
    private void open(Verdict v, double y) {
        Optional<Time> time = v.since().or(v::due);
        time.ifPresent(t -> {
            double from = scale.x(t.lo());
            double width = Math.max(scale.x(t.hi()) - from, 7);
            svg.empty(
                    "rect",
                    "x",
                    from,
                    "y",
                    y - BAR / 2,
                    "width",
                    width,
                    "height",
                    BAR,
                    "fill",
                    fill("hatch"),
                    "stroke",
                    "#333");
        });
    }

    /** @param shown whether the records could have shown a breach: where they could not, nobody may take the line for peace */
    private void kept(double from, double to, double y, boolean shown) {
        svg.empty(
                "line",
                "x1",
                from,
                "y1",
                y,
                "x2",
                to,
                "y2",
                y,
                "stroke",
                shown ? "#1b6e3c" : "#777",
                "stroke-width",
                shown ? "1.6" : "1.2",
                "stroke-dasharray",
                shown ? "none" : "1 4");
    }

    private void clock(Verdict v, double due, double y) {
        clockStart(replay, v)
                .ifPresent(start -> svg.empty(
                        "line",
                        "x1",
                        scale.x(start),
                        "y1",
                        y,
                        "x2",
                        due,
                        "y2",
                        y,
                        "stroke",
                        "#555",
                        "stroke-width",
                        "1"));
    }

    private void overdue(double from, double to, double y, boolean ongoing) {
        if (to > from) {
            svg.empty("rect", "x", from, "y", y - 2.5, "width", to - from, "height", 5.0, "fill", LIGHT);
        }
        if (ongoing) {
            fade(to, y, 5, false);
        }
    }

    /** A deadline: a triangle that points down to the line. */
    private void deadline(double x, double y, String fill, String stroke) {
        svg.empty(
                "path",
                "d",
                path("M%s %sL%s %sL%s %sZ", x - 5, y - 6, x + 5, y - 6, x, y + 5),
                "fill",
                fill,
                "stroke",
                stroke,
                "stroke-width",
                "1.2");
    }

    private void circle(double x, double y, String fill, String stroke) {
        svg.empty("circle", "cx", x, "cy", y, "r", 5.0, "fill", fill, "stroke", stroke, "stroke-width", "1.6");
    }

    private void cross(double x, double y, String stroke) {
        svg.empty(
                "path",
                "d",
                path("M%s %sL%s %sM%s %sL%s %s", x - 4, y - 4, x + 4, y + 4, x - 4, y + 4, x + 4, y - 4),
                "fill",
                "none",
                "stroke",
                stroke,
                "stroke-width",
                "1.6");
    }

    /** An arrow at the edge with the date, for a deadline beyond the axis. */
    private Optional<String> beyond(Time due, double y, String colour) {
        if (due.lo() <= scale.to()) {
            return Optional.empty();
        }
        String label = dates.due(due) + " →";
        double width = label.length() * 5.6 + 4;
        svg.empty("rect", "x", RIGHT - width, "y", y - 7, "width", width, "height", 14.0, "fill", "#fff");
        svg.element(
                "text", label, "x", RIGHT - 3, "y", y + 4, "text-anchor", "end", "font-size", "10.5", "fill", colour);
        return Optional.of(label);
    }

    /** In words at the end of the line: most first. */
    private void summary(List<Verdict> verdicts, double y) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Integer> perhapsOne = new HashMap<>();
        verdicts.forEach(v -> {
            counts.merge(words.kind(v), v.own() ? 1 : 0, Integer::sum);
            perhapsOne.merge(words.kind(v), v.own() ? 0 : 1, Integer::sum);
        });
        String said = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getKey()
                        + (perhapsOne.getOrDefault(e.getKey(), 0) > 0
                                ? ", at least " + Math.max(1, e.getValue())
                                : e.getValue() > 1 ? " ×" + e.getValue() : ""))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        boolean breached = verdicts.stream().anyMatch(v -> v.status() == Status.BREACHED);
        svg.open(
                "text",
                "x",
                RIGHT + 10,
                "y",
                y,
                "font-size",
                "11",
                "fill",
                breached ? DARK : "#333",
                "font-weight",
                breached ? "bold" : "normal");
        svg.text(cut(said, 32)).close("text");
    }

    private void nowLine(double from, double to) {
        double x = scale.x(replay.now());
        svg.empty(
                "line",
                "x1",
                x,
                "y1",
                from,
                "x2",
                x,
                "y2",
                to,
                "stroke",
                "#000",
                "stroke-width",
                "1.2",
                "stroke-dasharray",
                "5 3");
    }

    private String legend() {
        open(LEGEND, "What the signs mean");
        definitions();
        svg.element(
                "text",
                dates.moment(replay.now()),
                "x",
                scale.x(replay.now()),
                "y",
                12,
                "text-anchor",
                "middle",
                "font-size",
                "11");
        double x = 12;
        double row = 32;
        x = legend(x, row, "breach, alleged", (cx, cy) -> bar(cx, cy, LIGHT));
        x = legend(x, row, "breach, confirmed", (cx, cy) -> bar(cx, cy, DARK));
        x = legend(
                x,
                row,
                "still going on",
                (cx, cy) -> svg.empty(
                        "rect", "x", cx - 11, "y", cy - BAR / 2, "width", 24, "height", BAR, "fill", fill("fade")));
        x = legend(
                x,
                row,
                "not decided by the records",
                (cx, cy) -> svg.empty(
                        "rect",
                        "x",
                        cx - 10,
                        "y",
                        cy - BAR / 2,
                        "width",
                        20,
                        "height",
                        BAR,
                        "fill",
                        fill("hatch"),
                        "stroke",
                        "#333"));
        legend(x, row, "kept so far", (cx, cy) -> kept(cx - 11, cx + 11, cy, true));
        x = 12;
        row += 20;
        x = legend(x, row, "deadline missed", (cx, cy) -> deadline(cx, cy, LIGHT, EDGE));
        x = legend(x, row, "deadline ahead", (cx, cy) -> deadline(cx, cy, "#fff", "#1f4e8c"));
        x = legend(x, row, "fulfilled", (cx, cy) -> circle(cx, cy, "#1b6e3c", "#0e4425"));
        x = legend(x, row, "done late", (cx, cy) -> circle(cx, cy, "#fff", EDGE));
        x = legend(x, row, "blocked, lapsed or excused", (cx, cy) -> cross(cx, cy, "#333"));
        legend(x, row, "the records could not tell", (cx, cy) -> kept(cx - 11, cx + 11, cy, false));
        return svg.close("svg").toString();
    }

    /** What is defined in a band is called by it: names are those of the whole page. */
    private String fill(String name) {
        return "url(#" + name + "-" + band + ")";
    }

    private interface Sign {
        void at(double x, double y);
    }

    private double legend(double x, double y, String label, Sign sign) {
        sign.at(x + 12, y);
        svg.element("text", label, "x", x + 30, "y", y + 4, "font-size", "11.5");
        return x + 30 + label.length() * 6.2 + 22;
    }

    private void bar(double x, double y, String fill) {
        svg.empty(
                "rect",
                "x",
                x - 10,
                "y",
                y - BAR / 2,
                "width",
                20,
                "height",
                BAR,
                "fill",
                fill,
                "stroke",
                EDGE,
                "stroke-width",
                "0.8");
    }

    private static String path(String form, Object... numbers) {
        Object[] rounded = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = String.format(Locale.ROOT, "%.1f", (Double) numbers[i]);
        }
        return String.format(Locale.ROOT, form, rounded);
    }

    /** Several readings of one clause often differ only at the end of what is said of them. */
    private static String middleCut(String text) {
        return text.length() <= 37
                ? text
                : text.substring(0, 14).strip() + "…"
                        + text.substring(text.length() - 22).strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1).strip() + "…";
    }
}
