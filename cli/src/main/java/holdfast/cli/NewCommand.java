package holdfast.cli;

import holdfast.cli.output.NewFile;
import holdfast.cli.output.Refusal;
import holdfast.drafting.template.Template;
import holdfast.language.diagnostic.Suggestion;
import holdfast.report.page.Page;
import holdfast.report.page.ShellWord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Starts an agreement from a template. Nothing that is there is written over.")
final class NewCommand implements Callable<Integer> {
    private static final String DOCUMENT = "agreement.md";

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "a folder to be made, with " + DOCUMENT + " in it; or, ending in .md, a file")
    String name = "";

    @Option(
            names = "--from",
            paramLabel = "TEMPLATE",
            defaultValue = "blank",
            completionCandidates = Titles.class,
            description = "what to begin with: ${COMPLETION-CANDIDATES}; without it, blank")
    String from = "blank";

    @Option(names = "--list", description = "list the templates")
    boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    /** What {@code --from} may be. */
    static final class Titles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Template.titles().iterator();
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            out.print(templates());
            return 0;
        }
        if (name.isBlank()) {
            throw Refusal.usage(
                    "new: a name is missing", "such as `holdfast new my-truce --from ceasefire`\n" + templates());
        }
        Template template = Template.called(from)
                .orElseThrow(() -> Refusal.usage(
                        "--from: there is no template `" + from + "`",
                        Suggestion.nearest(from, Template.titles())
                                        .or(() -> onlyWith(from))
                                        .map(t -> Suggestion.didYouMean(from, t) + "\n")
                                        .orElse("these are there\n")
                                + templates()));
        Path document = make(template);
        String named = ShellWord.of(name);
        out.println("written: " + document);
        out.println();
        Page next = new Page();
        next.wrapped("", "Open it in any editor: put your parties and days in. Then");
        next.line("  holdfast check " + named + "     what is wrong with the text");
        next.line("  holdfast examine " + named + "   what it guarantees, and how it can fail");
        next.line("  holdfast read " + named + "      every clause as a sentence");
        out.print(next);
        return 0;
    }

    /** The one template in whose name the word stands. */
    private static Optional<String> onlyWith(String word) {
        List<String> with = word.isBlank()
                ? List.of()
                : Template.titles().stream()
                        .filter(t -> t.contains(word.toLowerCase(Locale.ROOT)))
                        .toList();
        return with.size() == 1 ? Optional.of(with.getFirst()) : Optional.empty();
    }

    private static String templates() {
        Page page = new Page();
        int width = Template.titles().stream().mapToInt(String::length).max().orElse(0);
        for (Template template : Template.values()) {
            page.wrapped(
                    "  " + template.title()
                            + " ".repeat(width - template.title().length() + 2),
                    template.about());
        }
        return page.toString();
    }

    private Path make(Template template) {
        byte[] text = template.markdown().getBytes(StandardCharsets.UTF_8);
        Path path = path();
        if (name.endsWith(".md")) {
            NewFile.check("new", path);
            NewFile.write("new", path, text);
            return path;
        }
        NewFile.check("new", path);
        try {
            Files.createDirectory(path);
        } catch (IOException e) {
            throw Refusal.usage("new: the folder `" + path + "` cannot be made", "choose another place");
        }
        Path document = path.resolve(DOCUMENT);
        NewFile.write("new", document, text);
        return document;
    }

    private Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Refusal.usage("new: `" + name + "` is no file name", "letters, digits and hyphens always are");
        }
    }
}
