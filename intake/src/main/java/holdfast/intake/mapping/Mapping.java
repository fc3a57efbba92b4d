package holdfast.intake.mapping;

import holdfast.intake.draft.DraftSink;
import holdfast.intake.draft.ReadCounts;
import holdfast.intake.form.FileForm;
import holdfast.intake.form.FileForms;
import holdfast.intake.form.FileRows;
import holdfast.intake.form.JsonRows;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.RowSink;
import holdfast.intake.value.AgreementNames;
import holdfast.intake.value.SignsOfCells;
import holdfast.language.diagnostic.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the rows of somebody else's file become records ({@code docs/mapping.md}). It never changes, and serves any number of files. */
public final class Mapping {
    private static final int PROBLEM_LIMIT = 100;

    private final String file;
    private final MappingModel model;

    private Mapping(String file, MappingModel model) {
        this.file = file;
        this.model = model;
    }

    /**
     * @param mapping empty if a problem is an error
     */
    public record Parsed(Optional<Mapping> mapping, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a mapping document; that it cannot be read is a problem like any other. */
    public static Parsed parse(Path document) {
        Problems problems = problemsOf(document.toString());
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(document));
            return parse(
                    document.toString(),
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(),
                    Optional.ofNullable(document.toAbsolutePath().normalize().getParent()));
        } catch (CharacterCodingException e) {
            problems.error(RecordCode.NOT_UTF8, 0, "", "this is not UTF-8", "", "save the document as UTF-8");
        } catch (IOException e) {
            problems.cannotOpen(e);
        }
        return new Parsed(Optional.empty(), problems.kept());
    }

    /**
     * @param file as the user named it, for problems
     * @param folder in which other files that the document names are looked for
     */
    static Parsed parse(String file, String document, Optional<Path> folder) {
        Problems problems = problemsOf(file);
        // What cannot be seen means nothing in a mapping either.
        MappingModel model = MappingParser.parse(SignsOfCells.cleaned(document), folder, problems);
        return problems.hasErrors()
                ? new Parsed(Optional.empty(), problems.kept())
                : new Parsed(Optional.of(new Mapping(file, model)), problems.kept());
    }

    private static Problems problemsOf(String file) {
        return new Problems(file, FileForms.counted(file), PROBLEM_LIMIT);
    }

    /** What it calls itself; may be empty. */
    public String title() {
        return model.title;
    }

    /** The file that it was written for, as seen from the folder of the mapping document; others can be read with it as well. */
    public Optional<String> writtenFor() {
        return model.file;
    }

    /** The edition that the file read with it replaces; the empty text is the file before it. */
    public Optional<String> replaces() {
        return model.replaces;
    }

    public MappingModel model() {
        return model;
    }

    /** The mapping document, as the user named it. */
    public String file() {
        return file;
    }

    public void read(
            Input input,
            InputStream in,
            AgreementNames names,
            Problems problems,
            ReadCounts counts,
            MappingUse use,
            DraftSink drafts,
            Progress progress)
            throws IOException {
        Problems ofMapping = problemsOf(file);
        MappingProgram program = new MappingProgram(model, input, names, problems, ofMapping, counts, use, drafts);
        Optional<SpreadRows> spread = model.spread.map(s -> new SpreadRows(s, program, ofMapping, problems));
        RowSink rows = spread.isPresent() ? spread.get() : program;
        FileForm form = FileRows.read(input, in, model.form(), JsonRows.Naming.PLAIN, problems, rows, progress);
        program.end();
        spread.ifPresent(s -> s.tellNeighbours(program::reads));
        model.saidInVain(form)
                .forEach((said, line) -> ofMapping.warning(
                        RecordCode.SAID_IN_VAIN,
                        line,
                        "",
                        "`" + said + "` is of no use here: `" + input.name() + "` is " + form.words(),
                        "",
                        ""));
        problems.addAll(ofMapping);
    }
}
