package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.intake.RecordSource;
import holdfast.intake.rows.Input;
import holdfast.report.explain.Receipt;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file of records whose digest is taken while it is read: a large file is not read once more for it. */
public final class DigestedSource {
    private static final long MOST_KEPT = 1L << 30;

    private final RecordFiles.Pair pair;
    private Optional<String> sha256 = Optional.empty();

    /** As it was named. */
    Path file() {
        return pair.data();
    }

    /** Where the records are read from: what can be read only once is kept, since it is read again for what is quoted. */
    private final Input content;

    private final Optional<KeptRecord> record;

    public DigestedSource(RecordFiles.Pair pair) {
        this(pair, false);
    }

    private DigestedSource(RecordFiles.Pair pair, boolean wholeLines) {
        this.pair = pair;
        this.record = KeptRecord.isOne(pair.data()) ? Optional.of(KeptRecord.open(pair.data())) : Optional.empty();
        this.content = record.map(KeptRecord::input).orElseGet(() -> file(pair.data(), wholeLines));
    }

    /** As it is now, without a last line that somebody may still be writing: one without its end. */
    public static DigestedSource ofWholeLines(RecordFiles.Pair pair) {
        return new DigestedSource(pair, true);
    }

    private static long wholeLines(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long end = open.length();
            byte[] some = new byte[1 << 12];
            while (end > 0) {
                int size = (int) Math.min(end, some.length);
                open.seek(end - size);
                open.readFully(some, 0, size);
                for (int i = size - 1; i >= 0; i--) {
                    if (some[i] == '\n') {
                        return end - size + i + 1;
                    }
                }
                end -= size;
            }
            return 0;
        }
    }

    /** What tells whether there is something else to read than before; two are the same where nothing was written between. */
    public String state() {
        try {
            return record.isPresent()
                    ? record.get()
                            .receipt("")
                            .map(k -> String.valueOf(k.size()))
                            .orElse("")
                    : Files.size(pair.data()) + " " + Files.getLastModifiedTime(pair.data());
        } catch (IOException e) {
            throw Refusal.findings("`" + name() + "` cannot be read any more", "is the file still there?");
        }
    }

    private static Input file(Path data, boolean wholeLines) {
        Path file = Files.isRegularFile(data) ? data : kept(data);
        if (!wholeLines) {
            return new Input(data.toString(), () -> Files.newInputStream(file));
        }
        try {
            long most = wholeLines(file);
            return new Input(data.toString(), () -> new FirstBytes(Files.newInputStream(file), most));
        } catch (IOException e) {
            throw Refusal.usage("`" + data + "` cannot be read", "may you read the file?");
        }
    }

    /** The checkpoint on which it rests; empty for a file. */
    Optional<Receipt.Kept> kept(String text) {
        return record.flatMap(r -> r.receipt(text));
    }

    private static Path kept(Path once) {
        try {
            Path copy = Files.createTempFile("holdfast-", ".records");
            copy.toFile().deleteOnExit();
            try (InputStream in = Files.newInputStream(once);
                    OutputStream out = Files.newOutputStream(copy)) {
                byte[] some = new byte[1 << 16];
                long kept = 0;
                for (int n = in.read(some); n >= 0; n = in.read(some)) {
                    out.write(some, 0, n);
                    kept += n;
                    if (kept > MOST_KEPT) {
                        Files.deleteIfExists(copy);
                        throw Refusal.findings(
                                "`" + once + "` goes on after " + MOST_KEPT
                                        + " bytes, and is no file that could be read twice",
                                "write the records into a file, and name that");
                    }
                }
            }
            return copy;
        } catch (IOException e) {
            throw Refusal.usage(
                    "`" + once + "` cannot be read to its end, or kept while it is read",
                    "write the records into a file, and name that");
        }
    }

    public String name() {
        return pair.name();
    }

    /** As it is shown; empty without one. */
    String mapping() {
        return pair.mapping().map(m -> m.file().toString()).orElse("");
    }

    public RecordSource source() {
        Input input = new Input(
                name(), content.form(), () -> new Digesting(content.opening().open()), Optional.empty());
        return new RecordSource(input, pair.mapping().map(RecordFiles.ReadMapping::mapping));
    }

    /** In hexadecimal. */
    String sha256() {
        return sha256.orElseGet(() -> {
            try (InputStream in = new Digesting(content.opening().open())) {
                in.transferTo(OutputStream.nullOutputStream());
                return sha256.orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A stream of which every byte is read once, by one method. */
    private abstract static class InOneWay extends FilterInputStream {
        InOneWay(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public abstract int read(byte[] into, int offset, int length) throws IOException;

        @Override
        public long skip(long n) throws IOException {
            return readNBytes((int) Math.min(n, 1 << 16)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** The beginning of a stream: a file that grows meanwhile is read as it was. */
    private static final class FirstBytes extends InOneWay {
        private long left;

        FirstBytes(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int count = in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }

    private final class Digesting extends InOneWay {
        private final MessageDigest digest;

        Digesting(InputStream in) {
            super(in);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) {
                digest.update(into, offset, count);
            } else if (count < 0 && sha256.isEmpty()) {
                sha256 = Optional.of(HexFormat.of().formatHex(digest.digest()));
            }
            return count;
        }
    }
}
