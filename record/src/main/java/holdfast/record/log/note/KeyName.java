package holdfast.record.log.note;

import holdfast.record.log.tree.TreeHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The name of a key, and the number by which a signature names the key. */
final class KeyName {
    private KeyName() {}

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints()
                        .noneMatch(c -> Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || c < 0x20
                                || c == 0x85
                                || c >= 0xD800 && c <= 0xDFFF);
    }

    /** The first four bytes of SHA-256 over name, newline, type and public key. */
    static int id(String name, SignatureType type, byte[] publicKey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.write(type.code());
        out.writeBytes(publicKey);
        return (int) (TreeHash.sha256(out.toByteArray()).first() >>> 32);
    }

    static String hex(int id) {
        String hex = Integer.toHexString(id);
        return "0".repeat(8 - hex.length()) + hex;
    }
}
