package holdfast.report.daily;

import holdfast.report.daily.count.Part;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.replay.ReplayFrame;

/** The report of a day as a page, of which PDF, Word and Markdown are made. */
public final class DailyHtml {
    private final DailyReport report;
    private final Markup page;

    private DailyHtml(DailyReport report) {
        this.report = report;
        this.page = new Markup(report.replay().texts().names()::inText);
    }

    public static String of(DailyReport report) {
        return new DailyHtml(report.withoutFolders()).render();
    }

    private String render() {
        DailyWords words = new DailyWords(report);
        page.head(report.replay().agreement().title() + ": " + words.title(), HouseStyle.Sheet.PORTRAIT, "");
        ReplayFrame frame = new ReplayFrame(report.replay(), page);
        frame.header();
        page.element("h2", words.title());
        words.asked().forEach(a -> page.element("p", a, "class", "sub"));
        words.parts().forEach(this::part);
        frame.receipt();
        return page.end();
    }

    private void part(Part part) {
        page.element("h2", part.title());
        if (!part.rows().isEmpty()) {
            table(part);
        }
        String style = switch (part.topic()) {
            case COUNTS, ACCESS, GROUND, RULE, READ -> "intake";
            case WORSE, BETTER, ACTS, OVERDUE, DUE, COMING, BLOCKED, LADDER, CORRECTIONS, CHANGED, SET_ASIDE, UNKNOWN ->
                "none";
        };
        part.notes().forEach(n -> page.element("p", n, "class", style));
    }

    private void table(Part part) {
        Table table = Table.open(page, part.title(), part.columns().toArray(new String[0]));
        String group = "";
        for (Part.Row row : part.rows()) {
            if (!row.group().isEmpty() && !row.group().equals(group)) {
                table.group(row.group());
            }
            group = row.group();
            table.row();
            int last = row.cells().size() - 1;
            for (int i = 0; i <= last; i++) {
                table.cell(row.cells().get(i), i == last ? "" : "when");
            }
        }
        table.close();
    }
}
