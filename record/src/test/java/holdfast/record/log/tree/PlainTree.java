package holdfast.record.log.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 9162, section 2.1, word for word over a list of entries: slow, and sharing nothing with the tree but what a hash is. */
public final class PlainTree {
    private PlainTree() {}

    /** Different entries for different numbers. */
    public static byte[] entry(long number) {
        return ("entry " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public static List<byte[]> entries(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    static Hash root(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return sha256();
        }
        if (n == 1) {
            return sha256(new byte[] {0}, d.getFirst());
        }
        int k = split(n);
        return sha256(
                new byte[] {1},
                root(d.subList(0, k)).bytes(),
                root(d.subList(k, n)).bytes());
    }

    static List<Hash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? and(path(m, d.subList(0, k)), root(d.subList(k, n)))
                : and(path(m - k, d.subList(k, n)), root(d.subList(0, k)));
    }

    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(root(d));
        }
        int k = split(n);
        return m <= k
                ? and(subproof(m, d.subList(0, k), b), root(d.subList(k, n)))
                : and(subproof(m - k, d.subList(k, n), false), root(d.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> and(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            ByteBuffer b = ByteBuffer.wrap(digest.digest());
            return new Hash(b.getLong(), b.getLong(), b.getLong(), b.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
