package holdfast.record.log.note;

import holdfast.record.log.tree.StrictBase64;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A private key that signs notes. Whoever has its text can sign in its owner's name. */
public final class NoteSigner {
    private static final Pattern FORM = Pattern.compile("PRIVATE\\+KEY\\+([^+]*)\\+([0-9a-fA-F]{8})\\+(.*)");
    private static final int SEED = 32;

    private final byte[] seed;
    private final NoteVerifier verifier;
    private final Optional<PrivateKey> mlDsa;

    private NoteSigner(String name, SignatureType type, byte[] seed) {
        this.seed = seed.clone();
        if (type == SignatureType.ML_DSA_44) {
            KeyPair pair = MlDsa.fromSeed(seed);
            this.verifier = new NoteVerifier(name, type, MlDsa.raw(pair.getPublic()));
            this.mlDsa = Optional.of(pair.getPrivate());
        } else {
            byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
            Ed25519.generatePublicKey(seed, 0, publicKey, 0);
            this.verifier = new NoteVerifier(name, type, publicKey);
            this.mlDsa = Optional.empty();
        }
    }

    /** Whether this Java can make keys and signatures of the type. */
    public static boolean has(SignatureType type) {
        return type != SignatureType.ML_DSA_44 || MlDsa.isThere();
    }

    public static NoteSigner generate(String name, SignatureType type, SecureRandom random) {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return new NoteSigner(name, type, seed);
    }

    /**
     * Of a signer key as Go's {@code note} writes it: {@code PRIVATE+KEY+NAME+NUMBER+KEY}. For the types that Go does not have, the same form
     * with their byte and the 32 bytes of which the key is made.
     */
    public static NoteSigner parse(String skey) {
        Matcher form = FORM.matcher(skey);
        byte[] key = form.matches() ? StrictBase64.decode(form.group(3)).orElse(new byte[0]) : new byte[0];
        Optional<SignatureType> type = key.length == 1 + SEED ? SignatureType.of(key[0]) : Optional.empty();
        if (type.isEmpty()) {
            throw new NotANote("this is no signer key: it is written PRIVATE+KEY+NAME+8 HEX DIGITS+BASE64");
        }
        NoteSigner signer = new NoteSigner(form.group(1), type.get(), Arrays.copyOfRange(key, 1, key.length));
        if (signer.verifier.keyId() != Integer.parseUnsignedInt(form.group(2), 16)) {
            throw new NotANote("the signer key of `" + form.group(1) + "` has another number than is written in it:"
                    + " a part of it was changed or lost");
        }
        return signer;
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /** To be kept secret. */
    public String skey() {
        byte[] key = new byte[1 + SEED];
        key[0] = verifier.type().code();
        System.arraycopy(seed, 0, key, 1, SEED);
        return "PRIVATE+KEY+" + verifier.name() + "+" + KeyName.hex(verifier.keyId()) + "+" + StrictBase64.encode(key);
    }

    /** @param seconds since 1970; of no account for a type that has no time */
    public SignatureLine sign(String text, long seconds) {
        SignatureType type = verifier.type();
        byte[] message = Signing.message(type, verifier.name(), text, seconds);
        byte[] signature = mlDsa.map(key -> MlDsa.sign(key, message)).orElseGet(() -> ed25519(message));
        byte[] all = type.isTimed()
                ? ByteBuffer.allocate(8 + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array()
                : signature;
        return new SignatureLine(verifier.name(), verifier.keyId(), all);
    }

    private byte[] ed25519(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** Never the key itself, which a message or a log could show. */
    @Override
    public String toString() {
        return "signer of " + verifier;
    }
}
