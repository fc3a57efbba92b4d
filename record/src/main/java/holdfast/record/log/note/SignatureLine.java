package holdfast.record.log.note;

import holdfast.record.log.tree.StrictBase64;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One signature under a note.
 *
 * @param name of the key
 * @param keyId by which, together with the name, the key is known
 * @param signature with the time before it where its type has one
 */
public record SignatureLine(String name, int keyId, byte[] signature) {
    private static final String DASH = "— ";

    /** Of a line without its newline; empty where it is no signature. */
    public static Optional<SignatureLine> parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            return Optional.empty();
        }
        String name = line.substring(DASH.length(), space);
        return StrictBase64.decode(line.substring(space + 1))
                .filter(b -> b.length > 4 && KeyName.isValid(name))
                .map(b -> new SignatureLine(name, ByteBuffer.wrap(b).getInt(), Arrays.copyOfRange(b, 4, b.length)));
    }

    /** With its newline. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(4 + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + StrictBase64.encode(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignatureLine(String n, int id, byte[] s)
                && n.equals(name)
                && id == keyId
                && Arrays.equals(s, signature);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + keyId;
    }
}
