package holdfast.server.room;

import holdfast.intake.rows.Input;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The records as they are read, with the digest of what was read the last time. */
final class DigestingLines {
    private final Input lines;
    private final MessageDigest digest;

    DigestingLines(Input lines) {
        this.lines = lines;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Input input() {
        return new Input(
                lines.name(),
                lines.form(),
                () -> {
                    digest.reset();
                    return new DigestInputStream(lines.opening().open(), digest);
                },
                Optional.empty());
    }

    /** Asked once, after everything was read. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
