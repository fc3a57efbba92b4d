package holdfast.cli.follow;

import holdfast.cli.output.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What another program writes, in Holdfast's own form: kept in a file of its own, so that it can be read as it grows, until the program has written all. */
public final class StandardInput {
    /** How it is given on the command line. */
    public static final Path GIVEN = Path.of("-");

    /** How it is called in what is said of it. */
    static final String NAME = "standard-input";

    private final Path kept;
    private volatile boolean over;

    private StandardInput(Path kept) {
        this.kept = kept;
    }

    /**
     * Reads it from now on, beside whatever else is done; waits for its first line.
     *
     * @throws Refusal if it ends before it begins, or cannot be kept
     */
    public static StandardInput of(InputStream in) {
        try {
            byte[] first = firstLine(in);
            if (first.length == 0) {
                throw Refusal.usage(
                        "nothing came on standard input", "a table begins with its header, JSON Lines with a brace");
            }
            Path folder = Files.createTempDirectory("holdfast-");
            Path kept = folder.resolve(NAME + (first[0] == '{' ? ".jsonl" : ".csv"));
            Files.write(kept, first);
            folder.toFile().deleteOnExit();
            kept.toFile().deleteOnExit();
            StandardInput input = new StandardInput(kept);
            Thread.ofPlatform().daemon().name("standard input").start(() -> input.keep(in));
            return input;
        } catch (IOException e) {
            throw Refusal.usage(
                    "what comes on standard input cannot be kept while it is read",
                    "is there room in the folder for temporary files?");
        }
    }

    private static byte[] firstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private void keep(InputStream in) {
        try (OutputStream out = Files.newOutputStream(kept, StandardOpenOption.APPEND)) {
            byte[] some = new byte[1 << 16];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                out.write(some, 0, n);
            }
        } catch (IOException e) {
            // Whoever wrote it is gone, or the disk is full: what came is taken, and following ends.
        } finally {
            over = true;
        }
    }

    public Path file() {
        return kept;
    }

    /** Whether all of it is in the file. */
    boolean isOver() {
        return over;
    }
}
