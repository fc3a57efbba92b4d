package holdfast.report.readiness;

import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.Pledge;
import holdfast.report.page.Page;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is seen first, on one screen of 24 lines and 80 columns: what stands, what is late, what nobody offers, what falls away, what could not be read. */
final class FirstScreen {
    static final int COLUMNS = 80;
    private static final int ROWS = 5;
    private static final int LATE = 3;
    private static final int NAMED = 3;
    private static final int LINES = 2;

    private final ReadinessReport report;
    private final Ledger ledger;
    private final ReadinessWords words;
    private final List<String> lines = new ArrayList<>();

    private FirstScreen(ReadinessReport report) {
        this.report = report;
        this.ledger = report.ledger();
        this.words = new ReadinessWords(report);
    }

    /** The first line is its heading. */
    static List<String> of(ReadinessReport report) {
        return new FirstScreen(report).lines();
    }

    private List<String> lines() {
        said("", words.title(), LINES);
        said("  ", words.when(), LINES);
        if (ledger.entries().isEmpty()) {
            nothing();
        } else {
            lines.add("");
            stands();
            late();
            notOffered();
            ledger.heaviest()
                    .filter(h -> !ledger.without().equals(Optional.of(h)))
                    .ifPresent(h -> said("", words.fallsAway(h), LINES));
            ledger.without().ifPresent(w -> said("", words.fallsAway(w), LINES));
        }
        notCounted();
        return lines;
    }

    private void nothing() {
        lines.add("");
        said("", words.nothing(), LINES);
        if (report.files().isEmpty()) {
            said("", "No records were given: `--records FILE` names a file of them.", LINES);
        }
    }

    private void stands() {
        List<String> heads = new ArrayList<>(List.of("wanted", words.there(), "under way", "promised", "missing"));
        if (ledger.looksAhead()) {
            heads.add("expected");
        }
        int name = COLUMNS - 2 - heads.stream().mapToInt(FirstScreen::width).sum();
        lines.add("  " + pad("", name) + row(heads, heads));
        ledger.items().stream().sorted(MOST_MISSING).limit(ROWS).forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(
                    row.target().map(ReadinessWords::number).orElse("-"),
                    ReadinessWords.number(row.there()),
                    ReadinessWords.number(row.underWay()),
                    ReadinessWords.number(row.promised()),
                    row.missing().map(ReadinessWords::number).orElse("-")));
            row.expected().map(ReadinessWords::number).ifPresent(cells::add);
            lines.add("  " + pad(cut(label(row), name), name) + row(heads, cells));
        });
        more(ledger.items().size() - ROWS, "item", "items");
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

    static String label(ItemRow row) {
        return row.item().name()
                + (row.item().unit().equals("pieces")
                                || row.item().name().endsWith(", " + row.item().unit())
                        ? ""
                        : ", " + row.item().unit());
    }

    private void late() {
        List<Pledge> late = ledger.late();
        long givers = late.stream().map(p -> p.entry().giver()).distinct().count();
        if (late.isEmpty()) {
            lines.add("Nothing promised is late.");
            return;
        }
        lines.add("Late: " + ReadinessWords.count(late.size(), "promise", "promises") + " of "
                + ReadinessWords.count(givers, "giver", "givers") + ".");
        if (report.sumsOnly()) {
            List<String> sums = words.lateSums();
            sums.stream().limit(LATE).forEach(s -> said("  ", s, 1));
            more(sums.size() - LATE, "item", "items");
        } else {
            late.stream().limit(LATE).forEach(p -> said("  ", words.late(p), 1));
            more(late.size() - LATE, "promise", "promises");
        }
    }

    private void notOffered() {
        List<ItemRow> rows = ledger.notOffered();
        if (rows.isEmpty()) {
            said("", words.nothingOpen(), LINES);
            return;
        }
        String more = rows.size() > NAMED ? "; and " + (rows.size() - NAMED) + " more" : "";
        said(
                "",
                "Nobody offers: "
                        + rows.stream().limit(NAMED).map(words::notOffered).collect(Collectors.joining("; ")) + more
                        + ".",
                LINES);
    }

    private void notCounted() {
        long aside = report.setAside();
        if (aside > 0) {
            said(
                    "",
                    "Not counted: " + ReadinessWords.count(aside, "record", "records")
                            + (report.sumsOnly()
                                    ? ""
                                    : "; the first, because "
                                            + ledger.setAside().getFirst().why()) + ".",
                    LINES);
        }
        if (report.notUsed() > 0) {
            said("", words.notRead(), LINES + 1);
        }
    }

    private void more(int n, String one, String many) {
        if (n > 0) {
            lines.add("  and " + ReadinessWords.count(n, "more " + one, "more " + many));
        }
    }

    /** At most so many lines; what does not fit stands in full below. */
    private void said(String lead, String said, int most) {
        List<String> wrapped = Page.wrap(words.inText(said), COLUMNS - lead.length() - 2);
        for (int i = 0; i < Math.min(most, wrapped.size()); i++) {
            boolean cut = i == most - 1 && wrapped.size() > most;
            lines.add((i == 0 ? lead : lead + "  ") + wrapped.get(i) + (cut ? " …" : ""));
        }
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
