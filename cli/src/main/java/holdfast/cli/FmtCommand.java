package holdfast.cli;

import holdfast.language.format.Formatter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = "Lays out the formal blocks of documents in the one usual way; the prose is left alone.")
final class FmtCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            completionCandidates = Main.ShippedNames.class,
            description = "agreements' documents, their folders, or the names of some that come with Holdfast")
    List<String> files = List.of();

    @Option(names = "--check", description = "change nothing; exit status 1 if something would change")
    boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    FmtCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> documents = files.stream()
                .map(f -> AgreementFile.find(f, main.shipped()).document())
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        int different = 0;
        for (Path document : documents) {
            String before = text(document);
            String after = Formatter.format(before);
            if (!after.equals(before)) {
                different++;
                if (!check) {
                    replace(document, after);
                }
                out.println((check ? "would be laid out anew: " : "laid out anew: ") + document);
            }
        }
        if (different == 0) {
            out.println(documents.size() == 1 ? "as it should be: " + documents.getFirst() : "all as they should be");
        }
        return check && different > 0 ? Refusal.FINDINGS : 0;
    }

    private static String text(Path document) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(document));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.findings("`" + document + "` is not UTF-8", "save it as UTF-8");
        }
    }

    /** Written beside it first: a full disk must not cost anybody a treaty. */
    private static void replace(Path document, String text) throws IOException {
        Path target = document.toRealPath();
        if (!Files.isWritable(target)) {
            throw Refusal.usage("`" + document + "` cannot be written", "");
        }
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw Refusal.usage("`" + document + "` cannot be written", "is there room left?");
        }
    }
}
