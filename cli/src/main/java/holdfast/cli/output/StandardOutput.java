package holdfast.cli.output;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers that something could not be written: a report that is cut off by a full disk must not look like a whole one. */
public final class StandardOutput extends OutputStream {
    /** As a shell tells of a command whose reader has gone. */
    private static final int READER_GONE = 141;

    private final OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    private @Nullable IOException failure;

    @Override
    public void write(int b) {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** After a failure nothing more is written: what follows a hole would only mislead. */
    private void attempt(Writing writing) {
        if (failure != null) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            failure = e;
        }
    }

    /** The exit status of a command that would otherwise end with this one. */
    public int status(int status, PrintWriter err) {
        IOException failed = failure;
        if (failed == null) {
            return status;
        }
        String why = String.valueOf(failed.getMessage());
        if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
            return status == 0 ? READER_GONE : status;
        }
        err.println("holdfast: standard output could not be written to the end: " + why);
        err.println("  help: what was written is not whole; is there room left?");
        return Refusal.USAGE;
    }
}
