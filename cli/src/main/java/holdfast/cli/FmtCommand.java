package holdfast.cli;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.output.Neighbour;
import holdfast.cli.output.Refusal;
import holdfast.language.document.SourceText;
import holdfast.language.format.Formatter;
import holdfast.report.page.ShellWord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            completionCandidates = ShippedNames.class,
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
        boolean unread = false;
        for (Path document : documents) {
            String before = text(document);
            Formatter.Laid laid = Formatter.lay(before);
            if (!laid.text().equals(before)) {
                different++;
                if (!check) {
                    replace(document, before, laid.text());
                }
                out.println((check ? "would be laid out anew: " : "laid out anew: ") + document);
            }
            for (int line : laid.leftAlone()) {
                unread = true;
                out.println(document + ":" + line
                        + ": the block that begins here has errors, and stays as it is; `holdfast check "
                        + ShellWord.of(document.toString()) + "` says which");
            }
        }
        if (different == 0 && !unread) {
            out.println(documents.size() == 1 ? "as it should be: " + documents.getFirst() : "all as they should be");
        }
        return unread || (check && different > 0) ? Refusal.FINDINGS : 0;
    }

    private static String text(Path document) throws IOException {
        if (!Files.isRegularFile(document)) {
            throw Refusal.usage("`" + document + "` is no file of its own", "name the document itself");
        }
        if (Files.size(document) > SourceText.LIMIT) {
            throw Refusal.findings(
                    "`" + document + "` is larger than a document may be: " + Files.size(document) + " bytes",
                    "documents have at most " + SourceText.LIMIT
                            + " bytes; take an annex out into a document of its own");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(document));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.findings("`" + document + "` is not UTF-8", "save it as UTF-8");
        }
    }

    /**
     * Written beside it first, so that a full disk costs nobody a treaty; then into the document as it is, which so keeps its mode, its owner and every name that it has.
     */
    private static void replace(Path document, String before, String text) throws IOException {
        Path target = document.toRealPath();
        if (!Files.isWritable(target)) {
            throw Refusal.usage("`" + document + "` cannot be written", "nothing was changed; is it write-protected?");
        }
        Path beside;
        try {
            beside = Neighbour.write(target, text);
        } catch (IOException e) {
            throw Refusal.usage("`" + document + "` cannot be written", "nothing was changed; is there room left?");
        }
        try {
            overwrite(target, text);
        } catch (IOException e) {
            overwrite(target, before);
            throw Refusal.usage("`" + document + "` cannot be written", "nothing was changed; is there room left?");
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Without making it shorter first: what is there needs no room that it does not have. */
    private static void overwrite(Path target, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.truncate(bytes.length);
            channel.force(true);
        }
    }
}
