package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Reading;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.List;

/** Says what changed since an earlier moment, a line each. */
final class ChangeWords {
    private final Changes changes;
    private final Norms norms;
    private final Readable names;
    private final VerdictWords now;
    private final VerdictWords then;

    ChangeWords(Replay replay, Replay.Earlier earlier, Norms norms) {
        this.changes = Changes.between(earlier.verdicts(), replay.verdicts());
        this.norms = norms;
        this.names = replay.texts().names();
        this.now = VerdictWords.of(replay, norms);
        this.then = new VerdictWords(new DateWords(replay.agreement().zone()), earlier.now());
    }

    /** @param kind {@code new}, {@code changed} or {@code gone} */
    record Line(String kind, String said) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        changes.added().forEach(v -> lines.add(new Line("new", said(v, now))));
        changes.changed()
                .forEach(c ->
                        lines.add(new Line("changed", said(c.after(), now) + "; was " + brief(c.before(), then))));
        changes.gone().forEach(v -> lines.add(new Line("gone", said(v, then))));
        return lines;
    }

    private String said(Verdict v, VerdictWords at) {
        String under = v.reading().equals(Reading.NONE) ? "" : ", " + names.reading(v.reading());
        return v.clause() + " " + v.bearer() + ": " + brief(v, at) + under;
    }

    private String brief(Verdict v, VerdictWords at) {
        String detail = norms.of(v).map(n -> at.single(v, n)).orElse("");
        return at.kind(v) + (detail.isEmpty() ? "" : ", " + detail);
    }
}
