package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.RowSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** The rows of a file, in whichever of the forms it is: a table, a workbook, JSON Lines, JSON. */
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
        WatchedRows watched = new WatchedRows(sink, sink.tellsBlanks());
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
        byte[] head = in.readNBytes(HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            try {
                sink.numbers(form.numbers());
                new Workbook(form, problems, sink).read(whole);
            } catch (UnreadableText e) {
                e.tell(problems);
            }
            return FileForm.WORKBOOK;
        }
        Reader text = form.charset().equals(StandardCharsets.UTF_8)
                ? new Utf8Reader(whole, input.name(), progress)
                : new CharsetReader(whole, head, form.charset(), input.name(), progress);
        if (input.isJsonLines()) {
            sink.numbers(form.numbers());
            new JsonRows(naming, form.numbers(), problems, sink).read(text);
            return FileForm.JSON;
        } else if (input.isJson() || beginsAsJson(head)) {
            sink.numbers(form.numbers());
            new JsonDocument(naming, form.numbers(), problems, sink).read(text);
            return FileForm.JSON;
        }
        new CsvRows(form).read(text, problems, sink);
        return FileForm.TABLE;
    }

    /** A header may begin with a bracket or a brace, but hardly with what follows them in JSON. */
    private static boolean beginsAsJson(byte[] head) {
        int at = head.length >= 3 && (head[0] & 0xff) == 0xef ? 3 : 0;
        int first = next(head, at);
        if (first >= head.length || head[first] != '[' && head[first] != '{') {
            return false;
        }
        int second = next(head, first + 1);
        return second < head.length && (head[first] == '[' ? "{]" : "\"}").indexOf(head[second]) >= 0;
    }

    private static int next(byte[] head, int from) {
        int at = from;
        while (at < head.length && head[at] <= ' ' && head[at] >= 0) {
            at++;
        }
        return at;
    }
}
