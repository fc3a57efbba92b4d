package holdfast.report.explain;

import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.sentence.Readable;
import holdfast.language.sentence.Sentences;
import java.util.IdentityHashMap;
import java.util.Map;

/** The clauses of a text: as sentences, and as its document writes them. */
public final class ClauseTexts {
    private final Sentences sentences;
    private final Wording wording;
    private final Map<Norm, String> written;

    /** @param written the text of clauses without their number and any {@code read Q as A,} before it, on one line */
    public ClauseTexts(Agreement agreement, Map<Norm, String> written) {
        this.sentences = Sentences.of(agreement, "en");
        this.wording = new Wording(agreement.zone());
        this.written = new IdentityHashMap<>(written);
    }

    /** As a sentence: "If Russia breaches Article 2, Ukraine must warn within 24 hours." */
    public String clause(Norm norm) {
        return sentences.clause(norm);
    }

    /** What it asks of its bearer: "must warn within 24 hours". */
    public String duty(Norm norm) {
        return sentences.demand(norm);
    }

    /** As the document writes it; where the document is not at hand, in the language's own words. */
    public String written(Norm norm) {
        return written.getOrDefault(norm, wording.clause(norm));
    }

    public Sentences sentences() {
        return sentences;
    }

    public Readable names() {
        return sentences.names();
    }
}
