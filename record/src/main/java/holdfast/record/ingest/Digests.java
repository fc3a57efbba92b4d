package holdfast.record.ingest;

import holdfast.record.entry.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files by their SHA-256 digests. */
public final class Digests {
    private Digests() {}

    public static Statement.File of(String name, byte[] bytes) {
        return new Statement.File(name, HexFormat.of().formatHex(sha256().digest(bytes)), bytes.length);
    }

    /** Of a file of any size, which is read once. */
    public static Statement.File of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(String.valueOf(file.getFileName()), in);
        }
    }

    public static Statement.File of(String name, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] some = new byte[1 << 16];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            digest.update(some, 0, n);
            size += n;
        }
        return new Statement.File(name, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** A SHA-256 that begins. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
