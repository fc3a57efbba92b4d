package holdfast.cli.agreement;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mended;
import holdfast.examine.mend.Mender;
import holdfast.examine.mend.Tried;
import holdfast.language.AgreementReader;
import holdfast.language.given.Findings;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for texts that end findings in a document, as it lies there with its annexes and maps. */
public final class Mending {
    /** How much may be played for mends that nobody asked for, in units of the bound of work: some seconds. */
    public static final long USUAL = 60_000;

    public static final long UNLIMITED = Long.MAX_VALUE;

    private final Path document;
    private final Mender mender;

    /**
     * @param examiner with the bounds of the examination
     * @param allowed how much may be played, in units of the bound of work
     */
    public Mending(Path document, Examiner examiner, long allowed) {
        this.document = document;
        this.mender = new Mender(examiner, this::read, allowed, allowed == UNLIMITED ? 2 : 1);
    }

    private Manuscript written() {
        return Manuscript.of(document.toString(), AgreementFile.text(document));
    }

    private Optional<Agreement> read(Manuscript draft) {
        return AgreementReader.readAs(
                        document, draft.text().getBytes(StandardCharsets.UTF_8), new Findings(Catalogue.numbers()))
                .agreement();
    }

    /** For each finding that is not accepted, what can be written instead. */
    public Map<Finding, Tried> tried(Examination examination) {
        return mender.tried(written(), examination);
    }

    /** @param codes only findings of these kinds; empty: all that fire */
    public Mended mended(Examination examination, Set<String> codes) {
        return mender.mended(written(), examination, codes);
    }
}
