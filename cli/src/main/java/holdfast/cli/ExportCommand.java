package holdfast.cli;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.AgreementProse;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.output.NewFile;
import holdfast.drafting.markdown.MarkdownText;
import holdfast.drafting.word.WordWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Gives an agreement's text back without its formal blocks, for Word: articles and numbers as they are.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(names = "--docx", paramLabel = "OUT.docx", required = true, description = "where the text is written")
    Path docx = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ExportCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        NewFile.check("--docx", docx);
        String markdown = AgreementProse.markdown(found.document());
        MarkdownText.Read read = MarkdownText.read(markdown);
        NewFile.write("--docx", docx, WordWriter.write(read.text(), AgreementProse.title(read.text(), found.name())));
        out.println("written: " + docx);
        AgreementProse.withoutWords(found.document()).ifPresent(out::println);
        List<String> leftOut = read.leftOut().stream().distinct().toList();
        if (!leftOut.isEmpty()) {
            out.println("Not in it:");
            leftOut.forEach(l -> out.println("  " + l));
        }
        return 0;
    }
}
