package holdfast.report.brief;

import holdfast.examine.table.Guarantee;
import holdfast.language.model.Reading;
import holdfast.report.examination.GuaranteeWords;
import holdfast.report.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Who must answer what by when, as a table: a row for each who must act, a column for each time.
 *
 * @param times the heads of the columns, the soonest first; the last is without a deadline, if there is such
 * @param rows those who must do the same share one
 */
record Matrix(List<String> times, List<Row> rows) {
    private static final int FIRST = 30;

    /** @param cells what somebody must do by each time; empty: nothing */
    record Row(List<String> who, List<String> cells) {}

    static Matrix of(List<Guarantee> guaranteed) {
        List<Guarantee> answered = guaranteed.stream()
                .filter(g -> g.measure().isPresent() && g.defectors().isEmpty())
                .toList();
        Set<Long> spans = new TreeSet<>();
        answered.forEach(g -> spans.add(g.within().orElse(Long.MAX_VALUE)));
        Map<String, List<Set<String>>> byActor = new LinkedHashMap<>();
        List<Long> columns = List.copyOf(spans);
        answered.stream()
                .sorted(Comparator.comparingInt(Guarantee::rank).reversed())
                .forEach(g -> {
                    for (String who : g.doneBy()) {
                        byActor.computeIfAbsent(
                                        who,
                                        w -> columns.stream()
                                                .<Set<String>>map(c -> new LinkedHashSet<>())
                                                .toList())
                                .get(columns.indexOf(g.within().orElse(Long.MAX_VALUE)))
                                .add(cell(g));
                    }
                });
        Map<List<Set<String>>, List<String>> alike = new LinkedHashMap<>();
        byActor.forEach((who, cells) ->
                alike.computeIfAbsent(cells, c -> new ArrayList<>()).add(who));
        List<String> heads = columns.stream()
                .map(c -> answered.stream()
                        .filter(g -> g.within().orElse(Long.MAX_VALUE).equals(c))
                        .findFirst()
                        .map(g -> g.within().isPresent() ? "within " + GuaranteeWords.within(g) : "no deadline")
                        .orElseThrow())
                .toList();
        return new Matrix(
                heads,
                alike.entrySet().stream()
                        .map(e -> new Row(
                                List.copyOf(e.getValue()),
                                e.getKey().stream()
                                        .map(s -> String.join(", ", s))
                                        .toList()))
                        .toList());
    }

    private static String cell(Guarantee g) {
        return GuaranteeWords.measure(g) + " (" + String.join(", ", g.clauses()) + ")"
                + (g.reading().equals(Reading.NONE) ? "" : " as it can be read");
    }

    /** As lines of a table; none where nobody must do anything. */
    List<String> lines(UnaryOperator<String> names, int columns) {
        if (rows.isEmpty()) {
            return List.of();
        }
        int width = Math.max(12, (columns - FIRST) / times.size());
        List<String> lines = new ArrayList<>();
        lines.addAll(line("", times, width));
        lines.add("-".repeat(Math.min(columns, FIRST + width * times.size())));
        for (Row row : rows) {
            lines.addAll(line(
                    names.apply(GuaranteeWords.list(row.who())),
                    row.cells().stream()
                            .map(c -> c.isEmpty() ? "–" : names.apply(c))
                            .toList(),
                    width));
        }
        return lines;
    }

    private static List<String> line(String first, List<String> cells, int width) {
        List<List<String>> columns = new ArrayList<>();
        columns.add(Page.wrap(first, FIRST - 2));
        cells.forEach(c -> columns.add(Page.wrap(c, width - 2)));
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int at = i;
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns.size(); c++) {
                String text = at < columns.get(c).size() ? columns.get(c).get(at) : "";
                line.append(text).append(" ".repeat(Math.max(0, (c == 0 ? FIRST : width) - text.length())));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
