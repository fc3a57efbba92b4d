package holdfast.record.log.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How RFC 9162 hashes: an entry with the byte 0 before it, two subtrees with the byte 1, so that neither can pass for the other. */
public final class TreeHash {
    /** The root of a tree with no entry: the hash of nothing. */
    public static final Hash EMPTY_ROOT = sha256(new byte[0]);

    private static final ThreadLocal<Hasher> HASHER = ThreadLocal.withInitial(Hasher::new);

    private TreeHash() {}

    public static Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** Of an entry that stands among others in one array. */
    public static Hash leaf(byte[] bytes, int offset, int length) {
        return HASHER.get().leaf(bytes, offset, length);
    }

    public static Hash node(Hash left, Hash right) {
        return HASHER.get().node(left, right);
    }

    /** Plain SHA-256, for what is no part of the tree. */
    public static Hash sha256(byte[] bytes) {
        return Hash.of(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Keeps its digest and its arrays: a tree of a million entries asks it two million times. */
    private static final class Hasher {
        private final MessageDigest digest = digest();
        private final byte[] pair = new byte[1 + 2 * Hash.BYTES];
        private final byte[] out = new byte[Hash.BYTES];

        Hasher() {
            pair[0] = 1;
        }

        Hash leaf(byte[] bytes, int offset, int length) {
            digest.update((byte) 0);
            digest.update(bytes, offset, length);
            return finished();
        }

        Hash node(Hash left, Hash right) {
            left.writeTo(pair, 1);
            right.writeTo(pair, 1 + Hash.BYTES);
            digest.update(pair);
            return finished();
        }

        private Hash finished() {
            try {
                digest.digest(out, 0, Hash.BYTES);
            } catch (DigestException e) {
                throw new AssertionError("a SHA-256 hash has 32 bytes", e);
            }
            return Hash.at(out, 0);
        }
    }
}
