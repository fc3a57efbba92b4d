package holdfast.report.explain;

import holdfast.engine.words.Wording;
import holdfast.language.model.Norm;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.Map;

/** The clauses as their document writes them; where the document is not at hand, in the language's own words. */
public final class ClauseTexts {
    private static final String MUST = " must ";

    private final Wording wording;
    private final Map<Norm, String> written;

    /** @param written the text of clauses without their number and any {@code read Q as A,} before it, on one line */
    public ClauseTexts(ZoneId zone, Map<Norm, String> written) {
        this.wording = new Wording(zone);
        this.written = new IdentityHashMap<>(written);
    }

    public String clause(Norm norm) {
        return written.getOrDefault(norm, wording.clause(norm));
    }

    /** From {@code must} on: {@code must have delivery(by G, item I) by D}. */
    public String duty(Norm norm) {
        String text = written.getOrDefault(norm, "");
        int must = text.lastIndexOf(MUST);
        return must < 0 ? wording.duty(norm.duty()) : text.substring(must + 1);
    }
}
