package holdfast.cli;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.diagnostic.Diagnostic;
import holdfast.language.diagnostic.DiagnosticText;
import holdfast.language.model.Agreement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Reads agreements' documents and says what is wrong with them. */
final class AgreementDocuments {
    private AgreementDocuments() {}

    /**
     * A document that was read.
     *
     * @param agreement empty if there are errors
     * @param diagnostics as they are shown, with an empty line at the end; may be empty
     */
    record Read(Optional<Agreement> agreement, String diagnostics, long errors, long warnings) {}

    static Read read(Path document) {
        Outcome outcome = AgreementReader.read(document);
        long errors = outcome.diagnostics().stream().filter(Diagnostic::isError).count();
        return new Read(
                outcome.agreement(),
                outcome.diagnostics().isEmpty() ? "" : DiagnosticText.of(outcome.diagnostics()) + "\n",
                errors,
                outcome.diagnostics().size() - errors);
    }

    /** @throws Refusal after the errors were shown, if there are any */
    static Agreement readOrRefuse(Path document, PrintWriter err) {
        Read read = read(document);
        if (read.agreement().isEmpty()) {
            err.print(read.diagnostics());
            throw Refusal.findings("`" + document + "` cannot be used as it stands", "");
        }
        return read.agreement().get();
    }
}
