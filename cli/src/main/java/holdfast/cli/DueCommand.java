package holdfast.cli;

import holdfast.cli.agreement.ActorName;
import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.option.PageOptions;
import holdfast.cli.option.ReplayOptions;
import holdfast.cli.output.OutputFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.replay.ReplayRun;
import holdfast.language.model.Agreement;
import holdfast.report.page.Colours;
import holdfast.report.replay.Due;
import holdfast.report.replay.DueCalendar;
import holdfast.report.replay.DueHtml;
import holdfast.report.replay.DueJson;
import holdfast.report.replay.DueText;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "due",
        mixinStandardHelpOptions = true,
        description = "What somebody owes, to whom and by when; what begins by itself, and what others owe.")
final class DueCommand implements Callable<Integer> {
    /** How far ahead is looked where nobody says it. */
    private static final int DAYS_AHEAD = 30;

    @Mixin
    ReplayOptions options = new ReplayOptions();

    @Option(
            names = "--for",
            paramLabel = "ACTOR",
            description =
                    "who asks: a party, a guarantor or a body of the agreement; if not given: everybody, in one list")
    @Nullable
    String actor;

    @Option(
            names = "--if-nothing-more-comes",
            paramLabel = "DATE",
            description = "how far ahead is looked; if not given: thirty days")
    @Nullable
    String ahead;

    @Option(names = "--json", description = "as JSON (docs/due.schema.json)")
    boolean json;

    @Option(
            names = "--ics",
            paramLabel = "OUT",
            description = "write a calendar file (iCalendar) with the deadlines, and with what begins by itself")
    @Nullable
    Path ics;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    /** Where a calendar says what made it. */
    private static final int HEAD = 1_000;

    private final Main main;

    DueCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        if (ics != null) {
            OutputFile.check("--ics", ics, DueCommand::isCalendar);
        }
        AgreementFile file = AgreementFile.find(options.agreement(), main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(file.document(), err);
        Optional<String> name = Optional.ofNullable(actor).map(a -> ActorName.of(agreement, "--for", a));
        Replay replay;
        try (ProgressLine progress = main.progress(err)) {
            replay = new ReplayRun(
                            file, agreement, options.question(null, ahead, List.of(), List.of()), main.clock(), err)
                    .run(0, DAYS_AHEAD, progress);
        }
        replay.asked().taken().forEach(json ? err::println : out::println);
        Due due = name.map(n -> Due.of(replay, n)).orElseGet(() -> Due.ofEverybody(replay));
        if (ics != null) {
            OutputFile.write("--ics", ics, DueCalendar.of(replay, due).getBytes(StandardCharsets.UTF_8));
        }
        if (pages.areGiven()) {
            pages.write(DueHtml.of(replay, due), json ? err : out);
        }
        if (json) {
            DueJson.write(replay, due, out);
        } else if (ics != null) {
            out.println("written: " + ics);
        } else if (!pages.areGiven()) {
            out.print(DueText.of(replay, due, main.looks().colours() ? Colours.ON : Colours.OFF));
        }
        return 0;
    }

    /** An empty file, or a calendar that Holdfast wrote. */
    private static boolean isCalendar(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            return head.length == 0 || new String(head, StandardCharsets.UTF_8).contains(DueCalendar.PRODUCT);
        }
    }
}
