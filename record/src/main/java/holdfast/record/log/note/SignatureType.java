package holdfast.record.log.note;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of signature that are made and checked here, each with the byte that C2SP assigned to it. */
public enum SignatureType {
    /** Over the text of the note ({@code signed-note}): what Go's {@code note} reads. */
    ED25519(0x01, 32, 64, false),
    /** Of a witness, with its time, over the text of a checkpoint ({@code tlog-cosignature}). */
    ED25519_COSIGNATURE(0x04, 32, 64, true),
    /** Of a witness or of the log itself, with its time, over origin, size and root of a checkpoint ({@code tlog-cosignature}). */
    ML_DSA_44(0x06, 1312, 2420, true);

    private final int code;
    private final int keyBytes;
    private final int signatureBytes;
    private final boolean timed;

    SignatureType(int code, int keyBytes, int signatureBytes, boolean timed) {
        this.code = code;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.timed = timed;
    }

    byte code() {
        return (byte) code;
    }

    int keyBytes() {
        return keyBytes;
    }

    /** Without the time. */
    int signatureBytes() {
        return signatureBytes;
    }

    /** Whether eight bytes with the time of signing stand before the signature. */
    public boolean isTimed() {
        return timed;
    }

    static Optional<SignatureType> of(byte code) {
        return Arrays.stream(values()).filter(t -> t.code() == code).findFirst();
    }
}
