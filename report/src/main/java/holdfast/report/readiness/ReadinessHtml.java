package holdfast.report.readiness;

import holdfast.readiness.ledger.Ledger;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.readiness.Sheet.Cell;
import java.util.List;
import java.util.Locale;

/** A ledger of what is given as one page that needs nothing else. */
public final class ReadinessHtml {
    private static final String STYLE = "td.n, th.n { text-align: right; white-space: nowrap; }";

    /** A longer table helps nobody; JSON and CSV have all of it. */
    private static final int ROWS = 500;

    private final ReadinessReport report;
    private final Ledger ledger;
    private final ReadinessWords words;
    private final Markup page;

    private ReadinessHtml(ReadinessReport report) {
        this.report = report;
        this.ledger = report.ledger();
        this.words = new ReadinessWords(report);
        this.page = new Markup(words::inText);
    }

    public static String of(ReadinessReport report) {
        return new ReadinessHtml(report).render();
    }

    private String render() {
        page.head(words.title() + ", " + words.day(ledger.on()), HouseStyle.Sheet.LANDSCAPE, STYLE);
        page.raw("<header>\n");
        page.element("h1", words.title());
        page.element("p", capital(words.when()) + ".", "class", "sub");
        if (!report.files().isEmpty()) {
            page.element("p", "Records: " + String.join(", ", names(report.files())) + ".", "class", "sub");
        }
        page.raw("</header>\n");
        answer();
        ReadinessPicture.of(report).forEach(this::figure);
        ReadinessSheets.of(report).stream().filter(s -> !s.rows().isEmpty()).forEach(this::table);
        return page.end();
    }

    /** Without folders: a page that is handed on says nothing of whose machine it was made on. */
    private static List<String> names(List<String> files) {
        return files.stream()
                .map(f -> f.substring(Math.max(f.lastIndexOf('/'), f.lastIndexOf('\\')) + 1))
                .toList();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a reader asks first. The figures themselves stand in the table of items, right below. */
    private void answer() {
        page.open("section", "class", "answer", "aria-label", "The answer");
        page.element("h2", "What stands");
        words.answers().forEach(a -> page.element("p", a));
        page.close("section");
    }

    private void figure(ReadinessPicture.Drawn drawn) {
        page.element("h2", drawn.title());
        page.raw("<figure class=\"whole\">\n")
                .raw(drawn.svg())
                .element("figcaption", drawn.caption())
                .raw("</figure>\n");
    }

    private void table(Sheet sheet) {
        page.element("h2", sheet.title());
        page.raw("<div class=\"wide\">\n");
        Table table = Table.open(page, sheet.title(), sheet.columns().toArray(String[]::new));
        for (List<Cell> row :
                sheet.rows().subList(0, Math.min(ROWS, sheet.rows().size()))) {
            table.row();
            for (int i = 0; i < row.size(); i++) {
                cell(table, row.get(i), i == 0);
            }
        }
        table.close();
        page.raw("</div>\n");
        if (sheet.rows().size() > ROWS) {
            page.element("p", "And " + (sheet.rows().size() - ROWS) + " more: `--csv " + sheet.name() + "` has all.");
        }
    }

    private void cell(Table table, Cell cell, boolean first) {
        switch (cell) {
            case Cell.Words(String text) when first -> table.head(text, "");
            case Cell.Words(String text) -> table.cell(text);
            case Cell.Amount(var number) -> table.cell(ReadinessWords.number(number), "n");
            case Cell.Day(var date) -> table.cell(words.day(date), "when");
            case Cell.Nothing() -> table.cell("");
        }
    }
}
