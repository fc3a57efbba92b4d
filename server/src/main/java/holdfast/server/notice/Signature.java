package holdfast.server.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who is told can see that it was this server that told it, and when: as Standard Webhooks has it (standardwebhooks.com), HMAC-SHA256 over {@code ID.TIMESTAMP.BODY}. Whoever refuses
 * what is older than some minutes, and an id that it has seen, cannot be told the same twice by a stranger.
 */
final class Signature {
    private Signature() {}

    /**
     * @param secret base64
     * @param seconds since 1970-01-01T00:00Z
     * @return {@code v1,BASE64}
     */
    static String of(String secret, String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
