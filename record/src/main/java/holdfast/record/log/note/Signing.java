package holdfast.record.log.note;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The bytes over which a signature of each type is made. */
final class Signing {
    private Signing() {}

    /** @param time in seconds since 1970; of no account where the type has none */
    static byte[] message(SignatureType type, String keyName, String text, long time) {
        return switch (type) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case ED25519_COSIGNATURE -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44 -> subtree(keyName, Checkpoint.parse(text), time);
        };
    }

    /** The structure {@code cosigned_message} of {@code tlog-cosignature}, for a tree from its beginning. */
    private static byte[] subtree(String keyName, Checkpoint checkpoint, long time) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
            shortText(keyName, out);
            out.writeLong(time);
            shortText(checkpoint.origin(), out);
            out.writeLong(0);
            out.writeLong(checkpoint.size());
            out.write(checkpoint.root().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void shortText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > 255) {
            throw new NotANote(
                    "`" + text + "` has " + bytes.length + " bytes; ML-DSA-44 signs names of 1 to 255 bytes");
        }
        out.writeByte(bytes.length);
        out.write(bytes);
    }
}
