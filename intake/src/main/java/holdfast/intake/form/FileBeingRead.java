package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.RowSink;
import holdfast.intake.text.CharsetReader;
import holdfast.intake.text.Utf8Reader;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * A file that is being read, and who takes its rows.
 *
 * @param bytes all of it, from its beginning
 * @param head its first bytes
 */
record FileBeingRead(
        String name,
        InputStream bytes,
        byte[] head,
        TableForm form,
        JsonRows.Naming naming,
        Problems problems,
        RowSink sink,
        Progress progress) {

    /** As a text, in the letters that the mapping says; its first signs are not read before they are asked for. */
    Reader text() {
        return isUtf8()
                ? new Utf8Reader(bytes, name, progress)
                : new CharsetReader(bytes, head, form.charset(), name, progress);
    }

    boolean isUtf8() {
        return form.charset().equals(StandardCharsets.UTF_8);
    }
}
