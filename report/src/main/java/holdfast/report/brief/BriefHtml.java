package holdfast.report.brief;

import holdfast.language.model.Agreement;
import holdfast.report.examination.ExaminationText;
import holdfast.report.examination.Examined;
import holdfast.report.page.Markup;
import holdfast.report.page.TextStands;
import holdfast.report.replay.HtmlReport;
import java.util.List;

/** A brief as a page to print: two sheets of paper a side. */
public final class BriefHtml {
    private BriefHtml() {}

    /** @param actors one brief for each, one after another */
    public static String of(Examined examined, List<String> actors) {
        Agreement agreement = examined.agreement();
        Markup page = new Markup(examined.texts().names()::inText);
        page.head(agreement.title() + ", a brief", HtmlReport.STYLE + STYLE);
        for (String actor : actors) {
            page.raw("<article>\n<header>\n");
            page.element("h1", agreement.title());
            String stands = TextStands.words(agreement);
            page.element(
                    "p",
                    "A brief for " + BriefText.title(agreement, actor) + (stands.isEmpty() ? "" : ", from " + stands),
                    "class",
                    "sub");
            examined.examination().partial().forEach(p -> page.element("p", "Not whole: " + p, "class", "partial"));
            page.raw("</header>\n");
            for (BriefText.Section section : BriefText.sections(examined, actor)) {
                page.open("section").element("h2", section.title()).raw("<ul>\n");
                section.points().forEach(p -> page.element("li", p));
                page.raw("</ul>\n").close("section");
            }
            page.raw("</article>\n");
        }
        page.element(
                "p",
                ExaminationText.boundWords(examined.examination().bounds()) + " " + ExaminationText.ASSUMPTIONS,
                "class",
                "intake");
        return page.raw("</body>\n</html>\n").toString();
    }

    private static final String STYLE = """
            article + article { break-before: page; } section { break-inside: avoid; } section ul { margin: 4px 0 0; padding-left: 18px; } section h2 { font-size: 15px; margin: 16px 0 4px; }
            .partial { color: #8c1d18; font-weight: bold; }
            @media print { @page { size: A4 portrait; } }
            """;
}
