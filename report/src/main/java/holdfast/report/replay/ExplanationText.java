package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Explanation;
import holdfast.report.explain.Receipt;
import holdfast.report.explain.Sources;
import holdfast.report.explain.ToldTogether;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Explanations as they are shown on a terminal: a paragraph each, one for rival readings, or a tree each, and one receipt. */
public final class ExplanationText {
    private static final int SHOWN = 4;

    private ExplanationText() {}

    /**
     * @param citations how many records one explanation quotes
     * @param tree the derivation step by step, in place of the paragraph
     * @param all every verdict, not the first few
     */
    public static String of(
            Replay replay, List<Verdict> verdicts, int citations, boolean tree, boolean all, Colours colours) {
        Explainer explainer = Explaining.of(replay, citations, UnaryOperator.identity());
        Page page = new Page(replay.texts().names()::inText);
        List<List<Verdict>> apart =
                tree ? verdicts.stream().map(List::of).toList() : ToldTogether.rivals(verdicts, explainer);
        List<Verdict> shown = new ArrayList<>();
        apart.stream().limit(all ? apart.size() : SHOWN).forEach(rivals -> {
            shown.addAll(rivals);
            page.gap();
            List<Explanation> told = rivals.stream().map(explainer::explain).toList();
            if (tree) {
                page.text(told.getFirst().tree(Page.width()));
            } else {
                paragraphs(ToldTogether.of(told, replay.texts().names()), page, colours);
            }
        });
        int more = verdicts.size() - shown.size();
        if (more > 0) {
            page.gap()
                    .line(more + (more == 1 ? " more verdict" : " more verdicts")
                            + ": --all shows them; --bearer, --reading and --record choose among them");
        }
        if (!tree) {
            sources(Sources.of(shown, replay.cited(), citations), page);
            receipt(replay, page);
        }
        return page.toString();
    }

    private static void paragraphs(ToldTogether told, Page page, Colours colours) {
        page.line(colours.heading(told.head()));
        page.wrapped("  ", String.join(" ", told.shared()));
        told.apart().forEach(a -> page.wrapped("  ", 4, a.paragraph()));
    }

    private static void sources(List<Sources.Source> sources, Page page) {
        if (sources.isEmpty()) {
            return;
        }
        page.gap().line("Sources");
        sources.forEach(s -> page.wrapped("  ", s.source() + " (" + String.join(", ", s.records()) + ")"));
    }

    private static void receipt(Replay replay, Page page) {
        DateWords dates = new DateWords(replay.agreement().zone());
        Receipt receipt = replay.receipt();
        page.gap().line("Receipt");
        page.line("  text     sha256 " + receipt.text());
        receipt.records().forEach(r -> page.wrapped("  records  ", "sha256 " + r.sha256() + " " + r.file()));
        receipt.kept().forEach(k -> page.wrapped("  log      ", k.words()));
        page.line("  known    as of " + dates.moment(receipt.asOf()) + ", asked for " + dates.moment(receipt.now())
                + " (" + dates.zone() + ")");
        page.line("  by       holdfast " + receipt.version());
    }
}
