package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.report.page.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes verdicts as JSON Lines, each as in the JSON of a replay, without why. */
public final class VerdictLines {
    private final Appendable out;
    private final VerdictJson verdicts;

    public VerdictLines(Agreement agreement, Appendable out) {
        this.out = out;
        this.verdicts = new VerdictJson(new DateWords(agreement.zone()));
    }

    public void write(Verdict verdict) {
        JsonText json = JsonText.onOneLine(out);
        json.open('{');
        verdicts.members(verdict, json);
        json.close('}');
        try {
            out.append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
