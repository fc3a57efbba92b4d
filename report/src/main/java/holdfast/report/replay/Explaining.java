package holdfast.report.replay;

import holdfast.report.explain.Explainer;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.VerdictWords;
import java.util.function.UnaryOperator;

/** The explainer of a replay, which does not claim more than its records could have shown. */
public final class Explaining {
    private Explaining() {}

    /** As below, in the words that the replay itself has for its verdicts. */
    public static Explainer of(Replay replay, int citations, UnaryOperator<String> files) {
        return of(replay, VerdictWords.of(replay, new Norms(replay.agreement())), citations, files);
    }

    /**
     * @param citations how many records one explanation quotes
     * @param files how the tree calls the file of an article
     */
    public static Explainer of(Replay replay, VerdictWords words, int citations, UnaryOperator<String> files) {
        return new Explainer(
                replay.agreement(), replay.texts(), replay.cited(), replay.receipt(), citations, files, words::doubt);
    }
}
