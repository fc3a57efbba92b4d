package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.MadeUpNames;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.scenario.ScenarioRun;
import holdfast.cli.scenario.ScenarioWords;
import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Scenario;
import holdfast.language.reading.Paragraphs;
import holdfast.report.page.Page;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what is wrong with an agreement's text, and whether its scenarios hold.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(names = "--strict", description = "warnings count as problems")
    boolean strict;

    @Option(
            names = "--names",
            description = "also list the names for which reports make up words, as lines to be mended and copied")
    boolean names;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    CheckCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        AgreementDocuments.Read read = AgreementDocuments.read(found.document());
        out.print(read.diagnostics());
        if (read.agreement().isEmpty()) {
            out.println(counts(read));
            return Refusal.FINDINGS;
        }
        Agreement agreement = read.agreement().get();
        List<ScenarioRun.Failure> failures = new ArrayList<>();
        int failed = 0;
        try (ProgressLine progress = main.progress(spec.commandLine().getErr())) {
            for (Scenario scenario : agreement.scenarios()) {
                progress.step("scenario " + scenario.name());
                List<ScenarioRun.Failure> ofThis = ScenarioRun.failures(agreement, scenario);
                failures.addAll(ofThis);
                failed += ofThis.isEmpty() ? 0 : 1;
            }
        }
        failures.forEach(f -> out.print(failure(agreement, f)));
        out.println(summary(found, agreement, read, failed));
        paragraphs(Paragraphs.of(agreement)).forEach(out::println);
        MadeUpNames.advice(agreement, names).forEach(out::println);
        boolean bad = read.errors() > 0 || !failures.isEmpty() || (strict && read.warnings() > 0);
        return bad ? Refusal.FINDINGS : 0;
    }

    private static String summary(AgreementFile file, Agreement agreement, AgreementDocuments.Read read, int failed) {
        int scenarios = agreement.scenarios().size();
        String clauses = counted(agreement.norms().size(), "clause");
        String held = scenarios == 0
                ? "no scenarios"
                : failed == 0
                        ? counted(scenarios, "scenario") + ", " + (scenarios == 1 ? "it holds" : "all hold")
                        : failed + " of " + counted(scenarios, "scenario") + (failed == 1 ? " fails" : " fail");
        return file.name() + ": " + counts(read) + "; " + clauses + "; " + held;
    }

    /** What the numbers of the words that people sign and those of the clauses miss of each other. */
    private static List<String> paragraphs(Paragraphs paragraphs) {
        List<String> said = new ArrayList<>();
        if (!paragraphs.withoutClause().isEmpty()) {
            said.add("  paragraphs with no clause of their number: " + Wording.list(paragraphs.withoutClause())
                    + " (a rule or a declaration, which has none, may say the same)");
        }
        if (!paragraphs.withoutWords().isEmpty()) {
            said.add("  clauses with no words of their number: " + Wording.list(paragraphs.withoutWords())
                    + " (`export` gives the words alone, and so not these)");
        }
        return said;
    }

    private static String counts(AgreementDocuments.Read read) {
        if (read.errors() + read.warnings() == 0) {
            return "no problems";
        }
        List<String> said = new ArrayList<>();
        if (read.errors() > 0) {
            said.add(counted(read.errors(), "error"));
        }
        if (read.warnings() > 0) {
            said.add(counted(read.warnings(), "warning"));
        }
        return String.join(", ", said);
    }

    private static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String failure(Agreement agreement, ScenarioRun.Failure failure) {
        DateWords dates = new DateWords(agreement.zone());
        Page page = new Page();
        Scenario.Expectation expected = failure.expected();
        String place = agreement.article(failure.scenario().origin()).file() + ":"
                + expected.origin().line();
        page.wrapped(
                "",
                "scenario \"" + failure.scenario().name() + "\" fails (" + place + "), at "
                        + dates.at(failure.moment().now().toEpochMilli()));
        page.wrapped("  expected  ", expectation(expected, dates));
        if (failure.actual().isEmpty()) {
            page.line("  found     no verdict");
        }
        failure.actual().stream().limit(10).forEach(v -> page.wrapped("  found     ", ScenarioWords.verdict(v, dates)));
        if (failure.actual().size() > 10) {
            page.line("            and " + (failure.actual().size() - 10) + " more");
        }
        return page.gap().toString();
    }

    private static String expectation(Scenario.Expectation e, DateWords dates) {
        if (e.status().equals("none")) {
            return "no verdict for " + e.clause() + e.bearer().map(b -> " " + b).orElse("");
        }
        return e.clause()
                + ScenarioWords.under(e.reading())
                + e.bearer().map(b -> " " + b).orElse("")
                + " is " + e.status()
                + e.standing().map(s -> ", " + s).orElse("")
                + e.since().map(w -> ", since " + when(w, dates)).orElse("")
                + e.due().map(w -> ", due " + when(w, dates)).orElse("");
    }

    private static String when(Scenario.When when, DateWords dates) {
        return dates.time(new Time(when.from().toEpochMilli(), when.to().toEpochMilli()));
    }
}
