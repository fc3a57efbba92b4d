package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.AgreementProse;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.option.BoundsOption;
import holdfast.cli.option.PageOptions;
import holdfast.cli.output.NewFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.drafting.markdown.MarkdownText;
import holdfast.drafting.redline.TextRedline;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.Redlined;
import holdfast.drafting.word.WordWriter;
import holdfast.examine.redline.Limits;
import holdfast.examine.redline.Redline;
import holdfast.examine.redline.Redliner;
import holdfast.language.model.Agreement;
import holdfast.report.explain.ClauseSources;
import holdfast.report.page.Colours;
import holdfast.report.redline.RedlineHtml;
import holdfast.report.redline.RedlineJson;
import holdfast.report.redline.RedlineText;
import holdfast.report.redline.TwoDrafts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Says what was changed between two drafts, clause by clause, and shows a history on which a change"
                        + " of meaning makes a difference.")
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "OLD",
            completionCandidates = ShippedNames.class,
            description = "the earlier draft: a document, its folder, or the name of one that comes with Holdfast")
    String old = "";

    @Parameters(
            index = "1",
            paramLabel = "NEW",
            completionCandidates = ShippedNames.class,
            description = "the later draft, likewise")
    String young = "";

    @Option(names = "--json", description = "as JSON (docs/diff.md)")
    boolean json;

    @Mixin
    PageOptions pages = new PageOptions();

    @Option(
            names = "--docx",
            paramLabel = "OUT.docx",
            description = "instead: the later text for Word, with what was changed as tracked changes")
    @Nullable
    Path docx;

    @Option(
            names = "--bounds",
            paramLabel = "BOUND=N",
            split = ",",
            description = "how far histories are searched: acts (3), instants (12), histories (3000) for each clause,"
                    + " work (10000000) in all")
    Map<String, Integer> bounds = Map.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    DiffCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        Limits limits = limits();
        AgreementFile earlier = AgreementFile.find(old, main.shipped());
        AgreementFile later = AgreementFile.find(young, main.shipped());
        if (Files.isSameFile(earlier.document(), later.document())) {
            throw Refusal.usage(
                    "`" + old + "` and `" + young + "` are the same document",
                    "name the earlier draft, then the later");
        }
        if (docx != null) {
            return words(earlier, later, docx, out);
        }
        Agreement before = AgreementDocuments.readOrRefuse(earlier.document(), err);
        Agreement after = AgreementDocuments.readOrRefuse(later.document(), err);
        Redline redline;
        try (ProgressLine progress = main.progress(err)) {
            progress.step("comparing");
            redline = new Redliner(limits).compare(before, after);
        }
        TwoDrafts drafts = new TwoDrafts(
                earlier.name(),
                later.name(),
                redline,
                ClauseSources.of(before, earlier.lines()),
                ClauseSources.of(after, later.lines()));
        if (pages.areGiven()) {
            pages.write(RedlineHtml.of(drafts), json ? err : out);
        }
        if (json) {
            RedlineJson.write(drafts, Version.text(), out);
        } else if (!pages.areGiven()) {
            out.print(RedlineText.of(drafts, main.looks().colours() ? Colours.ON : Colours.OFF));
        }
        return 0;
    }

    /** Of the words alone: the clauses need not be there yet. */
    private static int words(AgreementFile earlier, AgreementFile later, Path docx, PrintWriter out) {
        NewFile.check("--docx", docx);
        PlainText before =
                MarkdownText.read(AgreementProse.markdown(earlier.document())).text();
        PlainText after =
                MarkdownText.read(AgreementProse.markdown(later.document())).text();
        Redlined redlined = TextRedline.of(before, after);
        NewFile.write("--docx", docx, WordWriter.write(redlined, AgreementProse.title(after, later.name())));
        out.println("written: " + docx);
        out.println(
                before.equals(after)
                        ? "No word of the text differs, and so no change is marked: what differs are clauses and declarations, which `diff` without --docx says."
                        : "Accept all changes in Word, and it is the later text; reject all, and it is the earlier one.");
        AgreementProse.withoutWords(later.document()).ifPresent(out::println);
        return 0;
    }

    private Limits limits() {
        Limits usual = Limits.USUAL;
        bounds.forEach((name, n) -> {
            boolean known =
                    name.equals("acts") || name.equals("instants") || name.equals("histories") || name.equals("work");
            if (name.equals("seconds")) {
                throw BoundsOption.notByTheClock();
            }
            if (!known) {
                throw Refusal.usage(
                        "--bounds: there is no bound `" + name + "`", "there are acts, instants, histories and work");
            }
            if (n < (name.equals("acts") ? 0 : 1)) {
                throw Refusal.usage(
                        "--bounds: `" + name + "` cannot be " + n, "acts are 0 or more, the others 1 or more");
            }
        });
        return new Limits(
                bounds.getOrDefault("acts", usual.acts()),
                bounds.getOrDefault("instants", usual.instants()),
                bounds.getOrDefault("histories", usual.histories()),
                bounds.getOrDefault("work", (int) usual.work()));
    }
}
