package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.option.PageOptions;
import holdfast.cli.option.RecordOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.replay.DailyRun;
import holdfast.language.model.Agreement;
import holdfast.report.daily.DailyHtml;
import holdfast.report.daily.DailyJson;
import holdfast.report.daily.DailyReport;
import holdfast.report.daily.DailyText;
import holdfast.report.page.Colours;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "The report of one day, in the shape that monitors know: counts by area beside those of the day before, access, ground, what is owed, the ladder, corrections.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    RecordOptions options = new RecordOptions();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            required = true,
            description = "the day, such as 2015-02-20, `yesterday` or `\"20 February 2015\"`")
    String on = "";

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description =
                    "the moment of knowledge: what became known later does not count. If not given: the end of DAY."
                            + " Where reports come out a day later, the end of the next day")
    @Nullable
    String asOf;

    @Option(
            names = "--area",
            paramLabel = "ATTRIBUTE",
            description =
                    "the attribute of events that tells the area; if not given: the first that is called area, region, town or the like, or is a place")
    @Nullable
    String area;

    @Option(names = "--all", description = "every row of every part")
    boolean all;

    @Option(names = "--json", description = "as JSON (docs/daily.schema.json)")
    boolean json;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ReportCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        AgreementFile file = AgreementFile.find(options.agreement(), main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(file.document(), err);
        DailyRun run = new DailyRun(
                file,
                agreement,
                new DailyRun.Question(
                        options.files(),
                        options.maps(),
                        options.howRead().rules(),
                        options.howRead().mappings(),
                        on,
                        Optional.ofNullable(asOf),
                        Optional.ofNullable(area)),
                main.clock(),
                err);
        DailyReport report;
        try (ProgressLine progress = main.progress(err)) {
            report = run.run(progress);
        }
        run.taken().forEach(json ? err::println : out::println);
        if (pages.areGiven()) {
            pages.write(DailyHtml.of(report), json ? err : out);
        }
        if (json) {
            DailyJson.write(report, out);
        } else if (!pages.areGiven()) {
            out.print(DailyText.of(report, main.looks().colours() ? Colours.ON : Colours.OFF, all));
        }
        return 0;
    }
}
