package holdfast.record.log.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/** A SHA-256 hash, as four big-endian words: it can be compared and kept without copies of arrays. */
public record Hash(long first, long second, long third, long fourth) {
    public static final int BYTES = 32;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return at(bytes, 0);
    }

    /** The hash that begins at {@code offset}. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(
                (long) WORD.get(bytes, offset),
                (long) WORD.get(bytes, offset + 8),
                (long) WORD.get(bytes, offset + 16),
                (long) WORD.get(bytes, offset + 24));
    }

    /** From base64, as checkpoints and proofs write it; empty where the text is none. */
    public static Optional<Hash> parse(String base64) {
        return StrictBase64.decode(base64).filter(b -> b.length == BYTES).map(Hash::of);
    }

    public void writeTo(byte[] bytes, int offset) {
        WORD.set(bytes, offset, first);
        WORD.set(bytes, offset + 8, second);
        WORD.set(bytes, offset + 16, third);
        WORD.set(bytes, offset + 24, fourth);
    }

    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        writeTo(bytes, 0);
        return bytes;
    }

    /** Base64, as checkpoints and proofs write it. */
    @Override
    public String toString() {
        return StrictBase64.encode(bytes());
    }
}
