package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.WatchedRows;
import holdfast.intake.text.UnreadableText;
import holdfast.language.document.FirstBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The rows of a file, in whichever of the {@link FileForms} it is. */
public final class FileRows {
    private static final int HEAD = 1 << 16;

    private FileRows() {}

    /**
     * @param sink told how numbers are written, once the form of the file is known and before the first row
     */
    public static FileForm read(
            Input input,
            InputStream in,
            TableForm form,
            JsonRows.Naming naming,
            Problems problems,
            RowSink sink,
            Progress progress)
            throws IOException {
        RowSink all = input.keptBack()
                .map(k -> k.before(sink, form.columns().isEmpty()))
                .orElse(sink);
        WatchedRows watched = new WatchedRows(all, all.tellsBlanks());
        FileForm found = readRows(input, in, form, naming, problems, watched, progress);
        watched.tell(problems);
        return found;
    }

    private static FileForm readRows(
            Input input,
            InputStream in,
            TableForm form,
            JsonRows.Naming naming,
            Problems problems,
            RowSink sink,
            Progress progress)
            throws IOException {
        byte[] bytes = in.readNBytes(HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(bytes), in);
        FileBeingRead file = new FileBeingRead(input.name(), whole, bytes, form, naming, problems, sink, progress);
        FirstBytes head = new FirstBytes(bytes);
        FileForm found = FileForms.of(head, input.form());
        try {
            // What a mapping says is in other letters is taken for text: so somebody has looked at it.
            if (found.isText() && file.isUtf8()) {
                UnreadForms.refuse(head);
            }
            found.read(file);
        } catch (UnreadableText e) {
            e.tell(problems);
        }
        return found;
    }
}
