package holdfast.cli.agreement;

import holdfast.cli.output.Refusal;
import holdfast.engine.geography.Geography;
import holdfast.examine.check.Catalogue;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.check.Findings;
import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostic;
import holdfast.language.diagnostic.DiagnosticText;
import holdfast.language.model.Agreement;
import holdfast.language.model.Origin;
import holdfast.language.model.Zone;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads agreements' documents and says what is wrong with them. */
public final class AgreementDocuments {
    private AgreementDocuments() {}

    /**
     * A document that was read.
     *
     * @param agreement empty if there are errors
     * @param diagnostics as they are shown, with an empty line at the end; may be empty
     */
    public record Read(Optional<Agreement> agreement, String diagnostics, long errors, long warnings) {}

    public static Read read(Path document) {
        Outcome outcome = AgreementReader.read(document, new Findings(Catalogue.numbers()));
        List<Diagnostic> diagnostics = new ArrayList<>(outcome.diagnostics());
        List<Diagnostic> zones = outcome.agreement()
                .map(a -> Geography.problems(a).entrySet().stream()
                        .map(p -> atZone(a, p.getKey(), p.getValue()))
                        .toList())
                .orElse(List.of());
        diagnostics.addAll(zones);
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return new Read(
                zones.isEmpty() ? outcome.agreement() : Optional.empty(),
                diagnostics.isEmpty() ? "" : DiagnosticText.of(diagnostics) + "\n",
                errors,
                diagnostics.size() - errors);
    }

    /** A zone's file is read with the agreement, so that a fault in it is found before any record is. */
    private static Diagnostic atZone(Agreement agreement, Zone zone, String problem) {
        Origin at = zone.origin();
        int help = problem.lastIndexOf("; ");
        String file = agreement.article(at).file();
        List<String> lines = AgreementFile.text(Path.of(file)).lines().toList();
        return new Diagnostic(
                Code.ZONE_AT_FAULT,
                file,
                at.line(),
                at.column(),
                at.length(),
                agreement.article(at).heading(),
                help < 0 ? problem : problem.substring(0, help),
                help < 0 ? "" : problem.substring(help + 2),
                at.line() <= lines.size() ? lines.get(at.line() - 1) : "");
    }

    /** @throws Refusal after the errors were shown, if there are any */
    public static Agreement readOrRefuse(Path document, PrintWriter err) {
        Read read = read(document);
        if (read.agreement().isEmpty()) {
            err.print(read.diagnostics());
            throw Refusal.findings("`" + document + "` cannot be used as it stands", "");
        }
        return read.agreement().get();
    }
}
