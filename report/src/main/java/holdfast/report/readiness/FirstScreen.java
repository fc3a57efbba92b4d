package holdfast.report.readiness;

import holdfast.readiness.items.Item;
import holdfast.readiness.ledger.GiverRow;
import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.Pledge;
import holdfast.report.page.Page;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is seen first, on one screen of 24 lines and 80 columns: what stands, what is late, what waits, what is lacking, what falls away, what could not be read. */
final class FirstScreen {
    static final int COLUMNS = 80;
    private static final int SCREEN = 24;
    /** The heading of the table, and an empty line below all. */
    private static final int AROUND = 2;

    private static final int FEWEST_ROWS = 3;
    private static final int LATE = 3;
    private static final int NAMED = 3;
    private static final int LINES = 2;

    private final ReadinessReport report;
    private final Ledger ledger;
    private final ReadinessWords words;

    private FirstScreen(ReadinessReport report) {
        this.report = report;
        this.ledger = report.ledger();
        this.words = new ReadinessWords(report);
    }

    /** The first line is its heading. */
    static List<String> of(ReadinessReport report) {
        return new FirstScreen(report).lines();
    }

    /** The table of items takes what the sentences leave; these are what was asked. */
    private List<String> lines() {
        List<String> head = new ArrayList<>(said("", words.title(), 1));
        head.addAll(said("  ", words.when(), LINES));
        head.add("");
        if (ledger.entries().isEmpty()) {
            head.addAll(nothing());
            head.addAll(notCounted(LINES + 1));
            return head;
        }
        List<String> answers = answers(LATE, LINES + 1);
        int room = SCREEN - AROUND - head.size();
        if (room - answers.size() <= FEWEST_ROWS) {
            answers = answers(1, LINES);
        }
        List<String> table = table(room - answers.size());
        int free = SCREEN - AROUND + 1 - head.size() - table.size() - answers.size();
        head.addAll(table);
        head.addAll(free > 0 ? answers(LATE + free, LINES + 1) : answers);
        return head;
    }

    private List<String> answers(int promises, int rowsNotRead) {
        List<String> lines = new ArrayList<>(late(promises));
        words.waiting().ifPresent(w -> lines.addAll(said("", w, LINES)));
        words.lacking().ifPresent(l -> lines.addAll(said("", l, LINES)));
        lines.addAll(notOffered());
        boolean room = promises > 1 || ledger.without().isEmpty();
        ledger.heaviest()
                .filter(h -> room && !ledger.without().equals(Optional.of(h)))
                .ifPresent(h -> lines.addAll(said("", words.fallsAway(h), LINES)));
        ledger.without().ifPresent(w -> lines.addAll(said("", words.fallsAway(w), LINES)));
        if (!ledger.impossible().isEmpty() && !report.sumsOnly()) {
            lines.addAll(said("", words.impossible(), LINES));
        }
        words.sumsOfOne().ifPresent(o -> lines.addAll(said("", o, LINES)));
        lines.addAll(notCounted(rowsNotRead));
        return lines;
    }

    private List<String> nothing() {
        List<String> lines = new ArrayList<>(said("", words.nothing(), LINES));
        if (report.files().isEmpty()) {
            lines.addAll(said("", "No records were given: `--records FILE` names a file of them.", LINES));
        }
        return lines;
    }

    /** Whoever only gives sees its own first; whoever is given to, or asks for all, what stands. */
    private List<String> table(int room) {
        Optional<String> giver = report.concerning()
                .filter(actor ->
                        ledger.givers().stream().anyMatch(g -> g.giver().equals(actor)));
        return giver.isPresent() ? ownGifts(giver.get(), room) : stands(room);
    }

    private List<String> ownGifts(String giver, int room) {
        List<String> heads = List.of("offered", "promised", "arrived", "late", "to come");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        ledger.givers().stream()
                .filter(g -> g.giver().equals(giver))
                .sorted(Comparator.comparing(GiverRow::late)
                        .thenComparing(GiverRow::toCome)
                        .reversed())
                .forEach(g -> rows.put(
                        label(g.item()),
                        Stream.of(g.offered(), g.pledged(), g.arrived(), g.late(), g.toCome())
                                .map(ReadinessWords::number)
                                .toList()));
        return table(heads, rows, room);
    }

    private List<String> stands(int room) {
        List<String> heads = new ArrayList<>(List.of("wanted", words.there(), "under way", "promised", "missing"));
        if (ledger.looksAhead()) {
            heads.add("expected");
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Set<Item> late = ledger.late().stream().map(p -> p.entry().item()).collect(Collectors.toSet());
        ledger.items().stream()
                .sorted(MOST_MISSING
                        .thenComparing(row -> !late.contains(row.item()))
                        .thenComparing(row -> row.promised()
                                        .add(row.underWay())
                                        .add(row.waiting())
                                        .signum()
                                == 0))
                .forEach(row -> {
                    List<String> cells = new ArrayList<>(List.of(
                            row.target().map(ReadinessWords::number).orElse("-"),
                            ReadinessWords.number(row.there()),
                            ReadinessWords.number(row.underWay()),
                            ReadinessWords.number(row.promised()),
                            row.missing().map(ReadinessWords::number).orElse("-")));
                    row.expected().map(ReadinessWords::number).ifPresent(cells::add);
                    rows.put(label(row.item()), cells);
                });
        return table(heads, rows, room);
    }

    private static List<String> table(List<String> heads, Map<String, List<String>> rows, int room) {
        int shown = rows.size() <= room ? rows.size() : Math.max(FEWEST_ROWS, room - 1);
        int name = COLUMNS - 2 - heads.stream().mapToInt(FirstScreen::width).sum();
        List<String> lines = new ArrayList<>();
        lines.add("  " + pad("", name) + row(heads, heads));
        rows.entrySet().stream()
                .limit(shown)
                .forEach(row -> lines.add("  " + pad(cut(row.getKey(), name), name) + row(heads, row.getValue())));
        lines.addAll(more(rows.size() - shown, "item", "items"));
        return lines;
    }

    /** What is missing most in parts of what is wanted, then in the order of the ledger. */
    static final Comparator<ItemRow> MOST_MISSING =
            Comparator.comparing(FirstScreen::partMissing).reversed();

    private static BigDecimal partMissing(ItemRow row) {
        return row.target()
                .filter(t -> t.signum() > 0)
                .map(t -> row.missing().orElse(BigDecimal.ZERO).divide(t, MathContext.DECIMAL64))
                .orElse(BigDecimal.ZERO);
    }

    static String label(Item item) {
        boolean said = item.unit().equals(Item.PIECES) || item.name().endsWith(", " + item.unit());
        return item.name() + (said ? "" : ", " + item.unit());
    }

    private List<String> late(int most) {
        List<Pledge> late = ledger.late();
        long givers = late.stream().map(p -> p.entry().giver()).distinct().count();
        if (late.isEmpty()) {
            return said("", "Nothing promised is late." + words.standings(), LINES);
        }
        List<String> lines = new ArrayList<>(said(
                "",
                "Late: " + ReadinessWords.count(late.size(), "promise", "promises") + " of "
                        + ReadinessWords.count(givers, "giver", "givers") + "." + words.standings(),
                LINES));
        List<String> each = report.sumsOnly()
                ? words.lateSums()
                : late.stream().map(words::late).toList();
        each.stream().limit(most).forEach(s -> lines.addAll(said("  ", s, 1)));
        lines.addAll(
                report.sumsOnly()
                        ? more(each.size() - most, "item", "items")
                        : more(each.size() - most, "promise", "promises"));
        return lines;
    }

    private List<String> notOffered() {
        List<ItemRow> rows = ledger.notOffered();
        if (rows.isEmpty()) {
            return said("", words.nothingOpen(), LINES);
        }
        String more = rows.size() > NAMED ? "; and " + (rows.size() - NAMED) + " more" : "";
        return said(
                "",
                "Nobody offers: "
                        + rows.stream().limit(NAMED).map(words::notOffered).collect(Collectors.joining("; ")) + more
                        + ".",
                LINES);
    }

    private List<String> notCounted(int rowsNotRead) {
        List<String> lines = new ArrayList<>();
        long aside = report.setAside();
        if (aside > 0) {
            lines.addAll(said(
                    "",
                    "Not counted: " + ReadinessWords.count(aside, "record", "records")
                            + (report.sumsOnly()
                                    ? ""
                                    : "; the first, because "
                                            + ledger.setAside().getFirst().why()) + ".",
                    LINES));
        }
        if (report.notUsed() > 0) {
            lines.addAll(said("", words.notRead(), rowsNotRead));
        }
        return lines;
    }

    private static List<String> more(int n, String one, String many) {
        return n > 0 ? List.of("  and " + ReadinessWords.count(n, "more " + one, "more " + many)) : List.of();
    }

    /** At most so many lines; what does not fit stands in full below. */
    private List<String> said(String lead, String said, int most) {
        List<String> lines = new ArrayList<>();
        List<String> wrapped = Page.wrap(words.inText(said), COLUMNS - lead.length() - 2);
        for (int i = 0; i < Math.min(most, wrapped.size()); i++) {
            boolean cut = i == most - 1 && wrapped.size() > most;
            lines.add((i == 0 ? lead : lead + "  ") + wrapped.get(i) + (cut ? " …" : ""));
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String row(List<String> heads, List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            row.append(" ".repeat(Math.max(1, width(heads.get(i)) - cell.length())))
                    .append(cell);
        }
        return row.toString();
    }

    private static int width(String head) {
        return Math.max(10, head.length() + 1);
    }

    /** Names that are alike differ in the end more often than in the middle. */
    private static String cut(String text, int width) {
        int end = width / 3;
        return text.length() <= width
                ? text
                : text.substring(0, width - end - 1) + "…" + text.substring(text.length() - end);
    }
}
