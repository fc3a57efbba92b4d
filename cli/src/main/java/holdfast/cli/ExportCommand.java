package holdfast.cli;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.AgreementProse;
import holdfast.cli.output.NewFile;
import holdfast.drafting.markdown.MarkdownText;
import holdfast.drafting.word.WordWriter;
import holdfast.engine.words.Wording;
import holdfast.language.AgreementReader;
import holdfast.language.reading.Paragraphs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            completionCandidates = Main.ShippedNames.class,
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
        withoutWords(found.document()).ifPresent(out::println);
        List<String> leftOut = read.leftOut().stream().distinct().toList();
        if (!leftOut.isEmpty()) {
            out.println("Not in it:");
            leftOut.forEach(l -> out.println("  " + l));
        }
        return 0;
    }

    /** Clauses of which the text for Word has nothing: whoever signs it does not sign them. */
    static Optional<String> withoutWords(Path document) {
        List<String> clauses = AgreementReader.read(document)
                .agreement()
                .map(a -> Paragraphs.of(a).withoutWords())
                .orElse(List.of());
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of("Not in it, because they have no words of their number: "
                        + (clauses.size() == 1 ? "clause " : "clauses ") + Wording.list(clauses)
                        + "\n  help: write the words above the block; `holdfast read` says each clause as a sentence");
    }
}
