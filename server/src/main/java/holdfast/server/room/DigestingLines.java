package holdfast.server.room;

import holdfast.intake.rows.Input;
import holdfast.record.ingest.Digests;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** The records as they are read, with the digest of what was read the last time. */
final class DigestingLines {
    private final Input lines;
    private final MessageDigest digest = Digests.sha256();

    DigestingLines(Input lines) {
        this.lines = lines;
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
