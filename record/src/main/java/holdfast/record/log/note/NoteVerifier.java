package holdfast.record.log.note;

import holdfast.record.log.tree.StrictBase64;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A public key by which notes are checked, as its owner hands it out: {@code NAME+NUMBER+KEY}. */
public final class NoteVerifier {
    private static final Pattern FORM = Pattern.compile("([^+]*)\\+([0-9a-fA-F]{8})\\+(.*)");
    private static final int TIME = 8;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;
    private final int keyId;
    private final Optional<PublicKey> mlDsa;

    NoteVerifier(String name, SignatureType type, byte[] publicKey) {
        if (!KeyName.isValid(name)) {
            throw new NotANote(
                    "`" + name + "` is no name of a key: it may have no space and no `+`, and may not be empty");
        }
        if (publicKey.length != type.keyBytes()) {
            throw new NotANote(
                    "the key of `" + name + "` has " + publicKey.length + " bytes instead of " + type.keyBytes());
        }
        this.name = name;
        this.type = type;
        this.publicKey = publicKey.clone();
        this.keyId = KeyName.id(name, type, publicKey);
        this.mlDsa = type == SignatureType.ML_DSA_44 ? Optional.of(MlDsa.publicKey(publicKey)) : Optional.empty();
    }

    /** Of a verifier key as Go's {@code note} writes it, and as {@code signed-note} has it for the other types. */
    public static NoteVerifier parse(String vkey) {
        Matcher form = FORM.matcher(vkey);
        byte[] key = form.matches() ? StrictBase64.decode(form.group(3)).orElse(new byte[0]) : new byte[0];
        if (key.length == 0) {
            throw new NotANote("`" + vkey + "` is no verifier key: it is written NAME+8 HEX DIGITS+BASE64");
        }
        SignatureType type = SignatureType.of(key[0])
                .orElseThrow(() -> new NotANote("the key of `" + form.group(1) + "` is of type " + (key[0] & 0xFF)
                        + "; known are 1 (Ed25519), 4 (Ed25519 cosignature) and 6 (ML-DSA-44)"));
        NoteVerifier verifier = new NoteVerifier(form.group(1), type, Arrays.copyOfRange(key, 1, key.length));
        if (verifier.keyId != Integer.parseUnsignedInt(form.group(2), 16)) {
            throw new NotANote("the key of `" + form.group(1) + "` has the number " + KeyName.hex(verifier.keyId)
                    + ", and not " + form.group(2) + " as is written: a part of it was changed or lost");
        }
        return verifier;
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    public int keyId() {
        return keyId;
    }

    /** As others have to know it. */
    public String vkey() {
        byte[] key = new byte[1 + publicKey.length];
        key[0] = type.code();
        System.arraycopy(publicKey, 0, key, 1, publicKey.length);
        return name + "+" + KeyName.hex(keyId) + "+" + StrictBase64.encode(key);
    }

    /** Whether both are the same key, be it under two names or for two types of signature. */
    public boolean hasKeyOf(NoteVerifier other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    boolean isNamedBy(SignatureLine line) {
        return line.keyId() == keyId && line.name().equals(name);
    }

    /** When the signature was made, in seconds since 1970; empty where its type does not say. */
    Optional<Long> time(SignatureLine line) {
        return type.isTimed() && line.signature().length >= TIME
                ? Optional.of(ByteBuffer.wrap(line.signature()).getLong())
                : Optional.empty();
    }

    /** Whether this key made that signature under this text. */
    public boolean verifies(String text, SignatureLine line) {
        int before = type.isTimed() ? TIME : 0;
        if (!isNamedBy(line) || line.signature().length != before + type.signatureBytes()) {
            return false;
        }
        long time = time(line).orElse(0L);
        if (time < 0) {
            return false;
        }
        byte[] signature = Arrays.copyOfRange(line.signature(), before, line.signature().length);
        try {
            return verifies(Signing.message(type, name, text, time), signature);
        } catch (NotANote e) {
            // A signature over a checkpoint, under a text that is none.
            return false;
        }
    }

    private boolean verifies(byte[] message, byte[] signature) {
        return mlDsa.map(key -> MlDsa.verifies(key, message, signature))
                .orElseGet(() -> Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && that.vkey().equals(vkey());
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return name + "+" + KeyName.hex(keyId);
    }
}
