package holdfast.intake.mapping;

import holdfast.intake.form.FileForms;
import holdfast.intake.form.FileRows;
import holdfast.intake.form.JsonRows;
import holdfast.intake.form.TableForm;
import holdfast.intake.mapping.MappingModel.CodeTable;
import holdfast.intake.mapping.MappingModel.Meaning;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.TextPool;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.document.OwnFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A table of codes in a file beside the mapping: the columns {@code code} and {@code is}, and perhaps {@code left out} with a reason. */
final class CodesFile implements RowSink {
    private final CodeTable table;
    private final Problems problems;
    private final TextPool pool = new TextPool();
    private int code = -1;
    private int is = -1;
    private int leftOut = -1;

    private CodesFile(CodeTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** Adds to the table what the file says. It must lie in the mapping's folder or below it. */
    static void read(String name, Optional<Path> folder, CodeTable into, int line, Problems problems) {
        try {
            Path root = folder.orElse(Path.of("")).toAbsolutePath().toRealPath();
            Path file = root.resolve(name).normalize();
            if (folder.isEmpty() || Path.of(name).isAbsolute() || !OwnFolder.holds(root, file)) {
                problems.error(
                        RecordCode.MAPPING_SYNTAX,
                        line,
                        "",
                        UserWords.quoted(name) + " lies outside of the mapping's folder",
                        "a file beside the mapping, or below",
                        "");
                return;
            }
            Problems ofFile = new Problems(name, FileForms.counted(name), 20);
            try (InputStream in = Files.newInputStream(file)) {
                Input input = Input.of(file);
                FileRows.read(
                        input,
                        in,
                        TableForm.OWN,
                        JsonRows.Naming.PLAIN,
                        ofFile,
                        new CodesFile(into, ofFile),
                        Progress.NONE);
            }
            problems.addAll(ofFile);
        } catch (IOException | InvalidPathException e) {
            problems.error(
                    RecordCode.CANNOT_BE_OPENED,
                    line,
                    "",
                    UserWords.quoted(name) + ": "
                            + (e instanceof IOException io ? Problems.whyUnopened(io) : "this is no name of a file"),
                    "a file beside the mapping",
                    "");
        }
    }

    @Override
    public boolean columns(List<String> names, long line) {
        code = names.indexOf("code");
        is = names.indexOf("is");
        leftOut = names.indexOf("left out");
        if (code < 0 || is < 0) {
            problems.error(
                    RecordCode.WRONG_COLUMNS,
                    line,
                    "",
                    "the column " + UserWords.quoted(code < 0 ? "code" : "is") + " is missing",
                    "the columns `code` and `is`, and perhaps `left out`",
                    "");
        }
        return code >= 0 && is >= 0;
    }

    @Override
    public void row(Row row) {
        String key = row.trimmed(code, pool);
        String means = row.trimmed(is, pool);
        String reason = row.trimmed(leftOut, pool);
        if (means.isEmpty() == reason.isEmpty()) {
            problems.error(
                    RecordCode.NOT_GIVEN,
                    row.line(),
                    means.isEmpty() ? "is" : "left out",
                    means.isEmpty() ? "nothing stands here" : "the code is something, and is left out",
                    "what the code stands for, `not given`, or a reason in `left out`",
                    "");
            return;
        }
        Meaning meaning = !reason.isEmpty()
                ? new Meaning.LeftOut(reason)
                : means.equals("not given") ? new Meaning.NotGiven() : new Meaning.Is(means);
        if (table.meanings.putIfAbsent(key, meaning) != null) {
            problems.error(
                    RecordCode.NAMED_TWICE,
                    row.line(),
                    "code",
                    UserWords.quoted(key) + " has been said already",
                    "each code once",
                    "");
        }
    }

    @Override
    public void broken(long line) {}
}
