package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Explanation;
import holdfast.report.explain.Reason;
import holdfast.report.explain.Sources;
import holdfast.report.explain.ToldTogether;
import holdfast.report.page.FileName;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.standing.Replay;
import java.util.List;

/** Explanations as a page: a section for each verdict, one for rival readings, and one receipt. */
public final class ExplanationHtml {
    private ExplanationHtml() {}

    /**
     * All of these verdicts, however many.
     *
     * @param citations how many records one explanation quotes
     * @param tree the derivation step by step, in place of the paragraph
     */
    public static String of(Replay asked, List<Verdict> verdicts, int citations, boolean tree) {
        Replay replay = asked.withoutFolders();
        Markup page = new Markup(replay.texts().names()::inText);
        DateWords dates = new DateWords(replay.agreement().zone());
        page.head(
                replay.agreement().title() + ", why, as of " + dates.moment(replay.asOf()),
                HouseStyle.Sheet.PORTRAIT,
                "");
        ReplayFrame frame = new ReplayFrame(replay, page);
        frame.header();
        Explainer explainer = Explaining.of(replay, citations, FileName::of);
        if (tree) {
            verdicts.stream().map(explainer::explain).forEach(e -> tree(page, e));
        } else {
            ToldTogether.rivals(verdicts, explainer).stream()
                    .map(rivals -> ToldTogether.of(
                            rivals.stream().map(explainer::explain).toList(),
                            replay.texts().names()))
                    .forEach(told -> paragraphs(page, told));
        }
        List<Sources.Source> sources = Sources.of(verdicts, replay.cited(), citations);
        if (!sources.isEmpty()) {
            page.element("h2", "Sources");
            SourceLinks.list(page, sources);
        }
        frame.receipt();
        return page.end();
    }

    private static void tree(Markup page, Explanation explanation) {
        page.open("section").element("h2", explanation.tree().text());
        parts(page, explanation.tree());
        page.close("section");
    }

    private static void paragraphs(Markup page, ToldTogether told) {
        page.open("section").element("h2", told.head());
        told.shared().forEach(s -> page.element("p", s));
        told.apart().forEach(a -> page.element("p", a.paragraph()));
        page.close("section");
    }

    private static void parts(Markup page, Reason reason) {
        if (reason.parts().isEmpty()) {
            return;
        }
        page.raw("<ul>\n");
        for (Reason part : reason.parts()) {
            page.open("li").text(part.text());
            parts(page, part);
            page.close("li");
        }
        page.raw("</ul>\n");
    }
}
