package holdfast.report.examination;

import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.ClauseGraph.Bond;
import holdfast.examine.text.ClauseGraph.Edge;
import holdfast.examine.text.ClauseGraph.Kind;
import holdfast.examine.text.ClauseGraph.Node;
import holdfast.language.model.Agreement;
import holdfast.report.explain.ClauseTexts;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What answers what: prohibitions at the left, and to the right of each clause those that follow it or wait for it. Circles are red. Clauses that nothing follows and that wait for nothing
 * are named below.
 */
final class ClauseGraphPicture {
    private static final double BOX = 196;
    private static final double HIGH = 46;
    private static final double ACROSS = 150;
    private static final double DOWN = 16;
    private static final double MARGIN = 14;
    private static final int LINE = 31;

    /** So many of those that nothing follows stand side by side at least. */
    private static final int LOOSE = 4;

    /** So long a line of words at an arrow is. */
    private static final int LABEL = 27;

    /** So long a name at the head of a box is. */
    private static final int HEAD = 28;

    private static final double MM = 25.4 / 96;

    /** So much of a sheet lying down a picture has at most, across and down, in millimetres; and its heading and what is said below it. */
    private static final double SHEET = 273;

    private static final double MOST = 112;
    private static final double AROUND = 24;

    private final Agreement agreement;
    private final ClauseGraph graph;
    private final ClauseTexts texts;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, double[]> places = new LinkedHashMap<>();
    private final Markup svg;

    /** Where what nothing follows begins; 0 where there is nothing above it, or nothing of it. */
    private double below;

    private ClauseGraphPicture(Agreement agreement, ClauseTexts texts) {
        this.agreement = agreement;
        this.svg = new Markup(texts.names()::inText);
        this.graph = ClauseGraph.of(agreement);
        this.texts = texts;
    }

    /** @param millimetres how high it is on a sheet that lies down, with its heading and what is said below it */
    record Drawn(String svg, int millimetres) {}

    static Drawn of(Agreement agreement, ClauseTexts texts) {
        return new ClauseGraphPicture(agreement, texts).draw();
    }

    private Drawn draw() {
        Set<String> joined = new LinkedHashSet<>();
        graph.edges().forEach(e -> {
            joined.add(e.from());
            joined.add(e.to());
        });
        Set<String> bound = new LinkedHashSet<>(joined);
        graph.nodes().stream().filter(n -> n.kind() == Kind.PROHIBITION).forEach(n -> bound.add(n.id()));
        List<Node> shown =
                graph.nodes().stream().filter(n -> bound.contains(n.id())).toList();
        shown.forEach(n -> columns.put(n.id(), 0));
        spread(shown);
        place(shown.stream().filter(n -> joined.contains(n.id())).toList());
        placeBelow(shown.stream().filter(n -> !joined.contains(n.id())).toList());
        List<String> alone = graph.nodes().stream()
                .map(Node::id)
                .filter(id -> !bound.contains(id))
                .toList();
        List<String> words = alone.isEmpty()
                ? List.of()
                : Page.wrap("No clause names these, and they wait for none: " + String.join(", ", alone) + ".", 130);
        double width = 2 * MARGIN;
        double bottom = MARGIN;
        for (double[] at : places.values()) {
            width = Math.max(width, at[0] + BOX + MARGIN);
            bottom = Math.max(bottom, at[1] + HIGH + DOWN);
        }
        width = Math.max(width, 760);
        double height = bottom + 40 + words.size() * 15 + MARGIN;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + (int) Math.ceil(width) + " " + (int) Math.ceil(height),
                "role",
                "img",
                "aria-label",
                "What answers what in " + agreement.title(),
                "style",
                "max-width:" + (int) Math.ceil(width) + "px",
                "font-family",
                HouseStyle.LETTERS,
                "font-size",
                "11");
        Set<Edge> circles = graph.circles();
        Map<String, Integer> into = new HashMap<>();
        graph.edges().forEach(e -> edge(e, circles.contains(e), into.merge(e.to(), 1, Integer::sum)));
        over.forEach(Runnable::run);
        shown.forEach(this::node);
        if (below > 0) {
            svg.element(
                    "text", "No clause names these as what it answers:", "x", MARGIN, "y", below + 10, "fill", "#555");
        }
        legend(bottom + 8);
        for (int i = 0; i < words.size(); i++) {
            svg.element("text", words.get(i), "x", MARGIN, "y", bottom + 52 + i * 15.0, "fill", "#555");
        }
        double high = height * Math.min(MM, SHEET / width);
        return new Drawn(svg.close("svg").toString(), (int) Math.ceil(Math.min(MOST, high) + AROUND));
    }

    /** Each to the right of what it follows, as far as no circle forbids; as often as there are nodes is enough. */
    private void spread(List<Node> shown) {
        Set<Edge> circles = graph.circles();
        for (int round = 0; round < Math.min(shown.size(), 12); round++) {
            boolean moved = false;
            for (Edge e : graph.edges()) {
                if (circles.contains(e) || e.bond() == Bond.RULES) {
                    continue;
                }
                int from = columns.getOrDefault(e.from(), 0);
                if (columns.getOrDefault(e.to(), 0) <= from && from < 11 && isForward(e)) {
                    columns.put(e.to(), from + 1);
                    moved = true;
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    /** A body that only confirms stands beside the prohibitions, not before them. */
    private boolean isForward(Edge e) {
        boolean confirms = e.bond() == Bond.DECIDES && e.words().startsWith("confirms");
        return !confirms;
    }

    private void place(List<Node> shown) {
        Map<Integer, List<Node>> byColumn = new TreeMap<>();
        for (Node node : shown) {
            boolean finder = node.kind() == Kind.BODY
                    && graph.edges().stream().noneMatch(e -> e.from().equals(node.id()) && isForward(e));
            byColumn.computeIfAbsent(finder ? 0 : columns.getOrDefault(node.id(), 0), c -> new ArrayList<>())
                    .add(node);
        }
        int column = 0;
        for (List<Node> nodes : byColumn.values()) {
            List<Node> ordered = new ArrayList<>(nodes);
            Map<String, Double> height = new HashMap<>();
            ordered.forEach(n -> height.put(n.id(), wanted(n)));
            ordered.sort((a, b) -> Double.compare(height.getOrDefault(a.id(), 0.0), height.getOrDefault(b.id(), 0.0)));
            double y = MARGIN;
            for (Node node : ordered) {
                places.put(node.id(), new double[] {MARGIN + column * (BOX + ACROSS), y});
                y += HIGH + DOWN;
            }
            column++;
        }
    }

    /** Those that nothing follows stand side by side below all the others, so that the picture does not grow tall for their sake. */
    private void placeBelow(List<Node> loose) {
        double bottom = MARGIN;
        double right = 0;
        for (double[] at : places.values()) {
            bottom = Math.max(bottom, at[1] + HIGH + DOWN);
            right = Math.max(right, at[0]);
        }
        double beside = BOX + DOWN;
        int abreast = Math.max(LOOSE, (int) ((right + BOX - MARGIN + DOWN) / beside));
        below = loose.isEmpty() || places.isEmpty() ? 0 : bottom;
        for (int i = 0; i < loose.size(); i++) {
            places.put(loose.get(i).id(), new double[] {
                MARGIN + i % abreast * beside, bottom + (below > 0 ? 18 : 0) + i / abreast * (HIGH + DOWN)
            });
        }
    }

    /** At the height of what it follows, on average; in the order of the text where it follows nothing. */
    private double wanted(Node node) {
        double sum = 0;
        int count = 0;
        for (Edge e : graph.edges()) {
            double[] from = places.get(e.from());
            if (e.to().equals(node.id()) && from != null) {
                sum += from[1];
                count++;
            }
        }
        return count == 0
                ? graph.nodes().indexOf(node) * 0.001
                : sum / count + graph.nodes().indexOf(node) * 0.001;
    }

    private void node(Node node) {
        double[] at = places.get(node.id());
        if (at == null) {
            return;
        }
        String[] look = look(node.kind());
        svg.empty(
                "rect",
                "x",
                at[0],
                "y",
                at[1],
                "width",
                BOX,
                "height",
                HIGH,
                "rx",
                node.kind() == Kind.BODY ? 20 : 4,
                "fill",
                look[0],
                "stroke",
                look[1],
                "stroke-width",
                1.4);
        List<String> heads = Page.wrap(
                texts.names()
                        .inText(node.id()
                                + node.measure()
                                        .map(m -> "  " + m.replace('_', ' '))
                                        .orElse("")),
                HEAD);
        for (int i = 0; i < Math.min(3, heads.size()); i++) {
            svg.element(
                    "text",
                    heads.get(i),
                    "x",
                    at[0] + 8,
                    "y",
                    at[1] + 15 + i * 12.0,
                    "font-weight",
                    "bold",
                    "fill",
                    "#111");
        }
        List<String> lines = Page.wrap(about(node), LINE);
        int room = 3 - heads.size();
        for (int i = 0; i < Math.min(room, lines.size()); i++) {
            String line = lines.get(i);
            boolean cut = i == room - 1 && lines.size() > room;
            svg.element(
                    "text",
                    cut ? line.substring(0, Math.min(line.length(), LINE - 2)) + " …" : line,
                    "x",
                    at[0] + 8,
                    "y",
                    at[1] + 16 + (heads.size() + i) * 12.0,
                    "fill",
                    "#333");
        }
    }

    /** Without its conditions, which the arrows tell. */
    private String about(Node node) {
        if (node.kind() == Kind.BODY) {
            return agreement.bodies().stream()
                    .filter(b -> b.name().equals(node.id()))
                    .findFirst()
                    .map(b -> b.title().equals(b.name()) ? String.join(", ", b.members()) : b.title())
                    .orElse("");
        }
        return agreement.norms().stream()
                .filter(n -> n.id().equals(node.id()))
                .findFirst()
                .map(texts.sentences()::main)
                .orElse("");
    }

    private static String[] look(Kind kind) {
        return switch (kind) {
            case PROHIBITION -> new String[] {"#fbeceb", "#8c1d18"};
            case ANSWER -> new String[] {"#e8f1ea", "#1b6e3c"};
            case DUTY -> new String[] {"#eef2f8", "#1f4e8c"};
            case PERMISSION -> new String[] {"#ffffff", "#777777"};
            case BODY -> new String[] {"#fff7e0", "#8a6d1a"};
        };
    }

    private void edge(Edge e, boolean circle, int nth) {
        double[] from = places.get(e.from());
        double[] to = places.get(e.to());
        if (from == null || to == null) {
            return;
        }
        String colour = circle
                ? "#c1121f"
                : switch (e.bond()) {
                    case ANSWERS -> "#1b6e3c";
                    case WAITS -> "#1f4e8c";
                    case DECIDES -> "#8a6d1a";
                    case RULES -> "#777777";
                };
        boolean forward = to[0] > from[0];
        double x1 = from[0] + BOX;
        double y1 = from[1] + HIGH / 2;
        double x2 = forward ? to[0] : to[0] + BOX;
        double y2 = to[1] + HIGH / 2 + (nth % 3 - 1) * 7;
        double bend = forward ? (x2 - x1) / 2 : 34 + 9.0 * (nth % 4);
        double bx = forward ? x2 - bend : x2 + bend;
        svg.empty(
                "path",
                "d",
                String.format(
                        Locale.ROOT,
                        "M%.1f,%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f",
                        x1,
                        y1,
                        x1 + bend,
                        y1,
                        bx,
                        y2,
                        x2,
                        y2),
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                circle ? 2.2 : 1.3,
                "stroke-dasharray",
                e.bond() == Bond.DECIDES || e.bond() == Bond.RULES ? "4 3" : "none");
        double tip = forward ? -1 : 1;
        svg.empty(
                "path",
                "d",
                String.format(Locale.ROOT, "M%.1f,%.1f l%.1f,-3.5 l0,7 z", x2, y2, tip * 7),
                "fill",
                colour);
        if (forward && said.add(e.words() + " " + e.to())) {
            label(e.words(), x2 - 10, y2 - 4, colour);
        }
    }

    /** Where labels stand: x of the end, y, and how wide. */
    private final List<double[]> labels = new ArrayList<>();

    /** Words that are drawn once all lines are there. */
    private final List<Runnable> over = new ArrayList<>();

    /** Ends before the arrow, between the columns; a little higher or lower where other words stand already. */
    private void label(String words, double x, double y, String colour) {
        List<String> lines = Page.wrap(texts.names().inText(words), LABEL);
        double wide = lines.stream().mapToInt(String::length).max().orElse(0) * 4.9;
        double free = y;
        for (double shift : new double[] {0, -11, 11, -22, 22, -33}) {
            double at = y + shift;
            if (labels.stream()
                    .noneMatch(l ->
                            Math.abs(l[0] - x) < Math.max(l[2], wide) && Math.abs(l[1] - at) < 11 * lines.size())) {
                free = at;
                break;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            double at = free - (lines.size() - 1 - i) * 10.0;
            String line = lines.get(i);
            double width = line.length() * 4.9;
            labels.add(new double[] {x, at, width});
            over.add(() -> {
                svg.empty(
                        "rect",
                        "x",
                        x - width,
                        "y",
                        at - 8,
                        "width",
                        width,
                        "height",
                        10,
                        "fill",
                        "#fff",
                        "fill-opacity",
                        0.85);
                svg.element("text", line, "x", x, "y", at, "text-anchor", "end", "fill", colour, "font-size", "9.5");
            });
        }
    }

    /** A label that stands where the same one stands already is not written again. */
    private final Set<String> said = new HashSet<>();

    private void legend(double y) {
        double x = MARGIN;
        for (Kind kind : Kind.values()) {
            String[] look = look(kind);
            svg.empty("rect", "x", x, "y", y, "width", 12, "height", 12, "fill", look[0], "stroke", look[1]);
            String name = kind.name().toLowerCase(Locale.ROOT);
            svg.element("text", name, "x", x + 17, "y", y + 10, "fill", "#333");
            x += 34 + name.length() * 6.4;
        }
        svg.element(
                "text",
                "green: follows a breach · blue: waits for · red: wait for each other · dashed: finds, decides, may end",
                "x",
                MARGIN,
                "y",
                y + 27,
                "fill",
                "#555");
    }
}
