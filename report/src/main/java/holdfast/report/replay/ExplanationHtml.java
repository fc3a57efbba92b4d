package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Explanation;
import holdfast.report.explain.Reason;
import holdfast.report.explain.Sources;
import holdfast.report.page.FileName;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.VerdictWords;
import java.util.List;

/** Explanations as a page: a section for each verdict, and one receipt. */
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
        Explainer explainer =
                Explaining.of(replay, VerdictWords.of(replay, new Norms(replay.agreement())), citations, FileName::of);
        for (Verdict verdict : verdicts) {
            Explanation explanation = explainer.explain(verdict);
            page.open("section").element("h2", explanation.tree().text());
            if (tree) {
                parts(page, explanation.tree());
            } else {
                explanation.sentences().forEach(s -> page.element("p", s));
            }
            page.close("section");
        }
        page.element("h2", "Sources");
        SourceLinks.list(page, Sources.of(verdicts, replay.cited(), citations));
        frame.receipt();
        return page.end();
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
