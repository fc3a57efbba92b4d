package holdfast.record.log.note;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** ML-DSA-44 (FIPS 204) of the JDK, which has it from version 24. */
final class MlDsa {
    private static final String NAME = "ML-DSA-44";
    /** What stands before the bytes of the key itself in the JDK's encoding (X.509). */
    private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private MlDsa() {}

    static boolean isThere() {
        try {
            KeyFactory.getInstance(NAME);
            return true;
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    /**
     * FIPS 204 makes a pair of keys of 32 random bytes, so these bytes are the private key in short. The JDK asks a source of random bytes for
     * them and is given the ones that are known. Should another JDK go about it otherwise, the number of the key, which its owner's file
     * names, will not fit, and the key is refused.
     */
    static KeyPair fromSeed(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ML_DSA_44, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ML-DSA-44 makes no key", e);
        }
    }

    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, BEFORE_KEY.length, encoded.length);
    }

    static PublicKey publicKey(byte[] raw) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(BEFORE_KEY);
        encoded.writeBytes(raw);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new NotANote(
                    "this Java has no ML-DSA-44, which it takes to check this key; Java 24 and later have it");
        } catch (InvalidKeySpecException e) {
            throw new NotANote("these are not the 1,312 bytes of a public key of ML-DSA-44");
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ML-DSA-44 does not sign", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] found) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(found);
        } catch (SignatureException e) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("ML-DSA-44 does not check", e);
        }
    }

    /** Gives the bytes that it was given, once. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("ML-DSA-44 asked for " + bytes.length + " random bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
