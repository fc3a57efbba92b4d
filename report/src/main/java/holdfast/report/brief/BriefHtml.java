package holdfast.report.brief;

import holdfast.language.model.Agreement;
import holdfast.report.examination.ExaminationText;
import holdfast.report.examination.Examined;
import holdfast.report.examination.GuaranteeWords;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.page.TextStands;
import holdfast.report.readiness.ReadinessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A brief as a page to print: two sheets of paper a side. */
public final class BriefHtml {
    private BriefHtml() {}

    /**
     * @param actors one brief for each, one after another
     * @param readiness what stands of the first layer, where records of it were given
     */
    public static String of(Examined examined, List<String> actors, Optional<ReadinessReport> readiness) {
        Agreement agreement = examined.agreement();
        Markup page = new Markup(examined.texts().names()::inText);
        page.head(agreement.title() + ", a brief", HouseStyle.Sheet.PORTRAIT, STYLE);
        String style = "";
        for (String actor : actors) {
            page.raw("<article" + style + ">\n<header>\n");
            style = " class=\"side\"";
            page.element("h1", agreement.title());
            String stands = TextStands.words(agreement);
            page.element(
                    "p",
                    "A brief for " + BriefText.title(agreement, actor)
                            + (stands.isEmpty()
                                    ? ""
                                    : (stands.startsWith("as ") ? ", of the text " : ", from ") + stands),
                    "class",
                    "sub");
            examined.examination().partial().forEach(p -> page.element("p", "Not whole: " + p, "class", "partial"));
            page.raw("</header>\n");
            for (BriefText.Section section : BriefText.sections(examined, actor, readiness)) {
                page.open("section").element("h2", section.title());
                section.matrix().ifPresent(m -> table(page, section.title(), m));
                if (!section.points().isEmpty()) {
                    page.raw("<ul>\n");
                    section.points().forEach(p -> item(page, p));
                    page.raw("</ul>\n");
                }
                page.close("section");
            }
            page.raw("</article>\n");
        }
        page.element(
                "p",
                ExaminationText.boundWords(examined.examination().bounds()) + " " + ExaminationText.ASSUMPTIONS,
                "class",
                "intake");
        return page.end();
    }

    /** What has a number of its own, and what belongs to the point before it, needs no bullet. */
    private static void item(Markup page, String point) {
        if (point.matches("(?s)(\\d+\\. | ).*")) {
            page.element("li", point.strip(), "style", point.startsWith(" ") ? UNDER : NUMBERED);
        } else {
            page.element("li", point);
        }
    }

    private static final String NUMBERED = "list-style-type: none";

    private static final String UNDER = NUMBERED + "; margin-left: 18px";

    private static void table(Markup page, String title, Matrix matrix) {
        List<String> columns = new ArrayList<>(List.of("who"));
        columns.addAll(matrix.times());
        Table table = Table.open(page, title, columns.toArray(String[]::new));
        for (Matrix.Row row : matrix.rows()) {
            table.row().head(GuaranteeWords.list(row.who()), "");
            row.cells().forEach(c -> table.cell(c.isEmpty() ? "–" : c));
        }
        table.close();
    }

    private static final String STYLE = """
            .side { page-break-before: always; } section ul { margin: 4px 0 0; padding-left: 18px; } section h2 { font-size: 15px; margin: 14px 0 4px; } section { page-break-inside: avoid; }
            """;
}
