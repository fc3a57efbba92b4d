package holdfast.record.log.tree;

import java.util.Base64;
import java.util.Optional;

/** Base64 of which each value has one spelling: what is signed or hashed must not be writable in two ways. */
public final class StrictBase64 {
    private StrictBase64() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Empty where the text is not base64, lacks its padding, or sets bits that mean nothing. */
    public static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
