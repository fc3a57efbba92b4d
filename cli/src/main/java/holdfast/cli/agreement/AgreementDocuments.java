package holdfast.cli.agreement;

import holdfast.cli.output.Refusal;
import holdfast.engine.geography.Geography;
import holdfast.examine.check.Catalogue;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.diagnostic.ProblemText;
import holdfast.language.given.Findings;
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
        List<Problem> diagnostics = new ArrayList<>(outcome.diagnostics());
        List<Problem> zones = outcome.agreement()
                .map(a -> Geography.problems(a).entrySet().stream()
                        .map(p -> atZone(a, p.getKey(), p.getValue()))
                        .toList())
                .orElse(List.of());
        diagnostics.addAll(zones);
        long errors = diagnostics.stream().filter(Problem::isError).count();
        return new Read(
                zones.isEmpty() ? outcome.agreement() : Optional.empty(),
                diagnostics.isEmpty() ? "" : ProblemText.of(diagnostics) + "\n",
                errors,
                diagnostics.size() - errors);
    }

    /** A zone's file is read with the agreement, so that a fault in it is found before any record is. */
    private static Problem atZone(Agreement agreement, Zone zone, Problem problem) {
        Origin at = zone.origin();
        // The caret shows the zone already, but not the file that it is from.
        String said =
                problem.place() instanceof Place.OfZone ? ProblemLine.withoutPlace(problem) : ProblemLine.of(problem);
        // Where a help has two parts, only the last is shown as the help: so it has always been.
        int help = said.lastIndexOf("; ");
        String file = agreement.article(at).file();
        List<String> lines = AgreementFile.text(Path.of(file)).lines().toList();
        return new Problem(
                Code.ZONE_AT_FAULT,
                Code.ZONE_AT_FAULT.severity(),
                new Place.InText(
                        file,
                        agreement.article(at).heading(),
                        at.line(),
                        at.column(),
                        at.length(),
                        at.line() <= lines.size() ? lines.get(at.line() - 1) : ""),
                help < 0 ? said : said.substring(0, help),
                "",
                help < 0 ? "" : said.substring(help + 2));
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
