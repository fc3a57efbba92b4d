package holdfast.report.explain;

import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.sentence.Readable;
import holdfast.language.sentence.Sentences;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;

/** The clauses of a text: as sentences, and as its document writes them. */
public final class ClauseTexts {
    /** So long a clause in a line is at most. */
    private static final int BRIEF = 72;

    /** So long whoever is bound may be named in it. */
    private static final int NAMED = 24;

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

    /**
     * In a line, for whoever only needs to know which clause it is: without what stands in brackets, and where it is long without its conditions, or cut. No full stop.
     */
    public String brief(Norm norm) {
        String whole = plain(sentences.clause(norm));
        if (whole.length() <= BRIEF) {
            return whole;
        }
        String main = plain(sentences.main(norm));
        if (main.length() > BRIEF && sentences.bearer(norm).length() > NAMED) {
            String demand = plain(sentences.demand(norm));
            return cut(demand.substring(0, 1).toUpperCase(Locale.ROOT) + demand.substring(1));
        }
        return cut(main);
    }

    private static String plain(String sentence) {
        return sentence.replaceAll(" \\([^()]*\\)", "")
                .replaceFirst("; no deadline is set", "")
                .replaceFirst("\\.$", "");
    }

    /** Before a condition, if there is one; not within one. */
    private static String cut(String clause) {
        if (clause.length() <= BRIEF) {
            return clause;
        }
        int comma = clause.lastIndexOf(", ", BRIEF - 2);
        int space = clause.lastIndexOf(' ', BRIEF - 2);
        int end = comma > NAMED ? comma : space > 0 ? space : BRIEF - 2;
        return clause.substring(0, end) + " …";
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
