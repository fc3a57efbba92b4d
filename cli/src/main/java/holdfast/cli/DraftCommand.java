package holdfast.cli;

import holdfast.cli.output.NearFile;
import holdfast.cli.output.NewFile;
import holdfast.cli.output.Refusal;
import holdfast.drafting.draft.WordDraft;
import holdfast.drafting.word.Changes;
import holdfast.drafting.word.UnreadableWord;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.report.page.Page;
import holdfast.report.page.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = "Takes a text from Word: keeps its articles and numbers, leaves an empty formal block under each"
                + " article, and names the patterns by which its clauses are probably written.")
final class DraftCommand implements Callable<Integer> {
    private static final int LARGEST = 64 * 1024 * 1024;

    @Parameters(paramLabel = "FILE.docx", description = "a text as Word saves it")
    String file = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.md",
            description = "where the draft is written; without it, beside FILE under its name and .md")
    @Nullable
    Path out;

    @Option(
            names = "--changes",
            paramLabel = "accepted|rejected",
            defaultValue = "accepted",
            description = "what becomes of tracked changes: accepted (usual) or rejected")
    String changes = "accepted";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        Path word = path();
        Changes decided = decided();
        byte[] bytes = bytes(word);
        Path target = out == null ? beside(word) : out;
        NewFile.check("-o", target);
        WordDraft draft;
        try {
            draft = WordDraft.of(file, bytes, decided);
        } catch (UnreadableWord e) {
            throw Refusal.findings(ProblemLine.of(e.problem()), "nothing was written");
        }
        NewFile.write("-o", target, draft.markdown().getBytes(StandardCharsets.UTF_8));
        said.print(report(draft, target));
        return 0;
    }

    private static String report(WordDraft draft, Path target) {
        WordDraft.Counts counts = draft.counts();
        Page page = new Page();
        page.line("written: " + target);
        page.wrapped(
                "",
                "It has " + counted(counts.articles(), "article") + ", " + counted(counts.paragraphs(), "paragraph")
                        + ", " + counted(counts.tables(), "table") + " and " + counted(counts.notes(), "note") + ".");
        if (counts.articles() == 0) {
            page.wrapped(
                    "",
                    "No article was found: there is neither a heading nor a line such as `Article 1` nor a numbered point. One"
                            + " formal block stands at the end; give the articles headings in Word, or `## Article 1` in the draft.");
        }
        if (!draft.remarks().isEmpty()) {
            page.gap().line("What of the text is kept in another way, or not at all");
            for (Problem remark : draft.remarks()) {
                page.wrapped("  ", ProblemLine.of(remark));
            }
        }
        String named = ShellWord.of(target.toString());
        page.gap().line("What you can do now");
        page.line("  write the clauses into the blocks: docs/clause-patterns.md has each pattern");
        page.line("  holdfast check " + named);
        page.line("  holdfast export " + named + " --docx OUT.docx   the text without the blocks, for Word");
        return page.toString();
    }

    private static String counted(int n, String what) {
        return (n == 0 ? "no" : n) + " " + what + (n == 1 ? "" : "s");
    }

    private Changes decided() {
        return switch (changes.toLowerCase(Locale.ROOT)) {
            case "accepted" -> Changes.ACCEPTED;
            case "rejected" -> Changes.REJECTED;
            default ->
                throw Refusal.usage(
                        "--changes: `" + changes + "` is neither accepted nor rejected", "accepted is usual");
        };
    }

    private Path path() {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw Refusal.usage("`" + file + "` is no file name", "");
        }
    }

    private static byte[] bytes(Path word) {
        if (!Files.exists(word)) {
            throw NearFile.missing(word);
        }
        if (Files.isDirectory(word)) {
            throw Refusal.usage("`" + word + "` is a folder", "name the .docx in it");
        }
        try (InputStream in = Files.newInputStream(word)) {
            // One more than may be: then it is said that it is too large.
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw Refusal.usage("`" + word + "` cannot be read", "check that you may read it");
        }
    }

    private static Path beside(Path word) {
        String name = String.valueOf(word.getFileName()).replaceFirst("(?i)\\.(docx|docm|dotx|doc|odt)$", "");
        return word.resolveSibling(name + ".md");
    }
}
