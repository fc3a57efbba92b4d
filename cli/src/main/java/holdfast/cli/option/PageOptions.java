package holdfast.cli.option;

import holdfast.cli.output.OutputFile;
import holdfast.cli.output.Refusal;
import holdfast.publish.Form;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Into which files a command writes what it found, as a page to hand on: all of the same page. */
public class PageOptions {
    @Option(names = "--html", paramLabel = "OUT", description = "write one self-contained page (docs/pages.md)")
    @Nullable
    Path html;

    @Option(names = "--pdf", paramLabel = "OUT", description = "write the page as PDF")
    @Nullable
    Path pdf;

    @Option(names = "--markdown", paramLabel = "OUT", description = "write the page as Markdown")
    @Nullable
    Path markdown;

    /** The same, and for Word. */
    public static final class AndWord extends PageOptions {
        @Option(names = "--docx", paramLabel = "OUT", description = "write the page for Word")
        @Nullable
        Path docx;

        @Override
        public Map<Form, Path> files() {
            Map<Form, Path> files = super.files();
            put(files, Form.WORD, docx);
            return files;
        }
    }

    public Map<Form, Path> files() {
        Map<Form, Path> files = new EnumMap<>(Form.class);
        put(files, Form.HTML, html);
        put(files, Form.PDF, pdf);
        put(files, Form.MARKDOWN, markdown);
        return files;
    }

    private static void put(Map<Form, Path> files, Form form, @Nullable Path file) {
        if (file != null) {
            files.put(form, file);
        }
    }

    public final boolean areGiven() {
        return !files().isEmpty();
    }

    /**
     * Before the work, not after it.
     *
     * @throws Refusal if a file could not be written, or would be lost
     */
    public final void check() {
        Set<Path> names = new HashSet<>();
        files().forEach((form, file) -> {
            OutputFile.check(form, file);
            if (!names.add(file.toAbsolutePath().normalize())) {
                throw Refusal.usage(
                        form.option() + ": `" + file + "` is to be written in two forms", "name a file for each");
            }
        });
    }

    /** Writes the page in each of the forms, and says so. */
    public final void write(String page, PrintWriter out) {
        files().forEach((form, file) -> OutputFile.write(form, file, page));
        files().values().forEach(file -> out.println("written: " + file));
    }
}
