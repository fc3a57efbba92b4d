package holdfast.record.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * That an entry is in a tree (RFC 9162, section 2.1.3).
 *
 * @param index of the entry, from 0
 * @param size of the tree
 * @param hashes from the entry's neighbour up to the child of the root
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    public static InclusionProof make(long index, long size, HashSource source) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not in a tree of size " + size);
        }
        List<Hash> hashes = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Ranges.split(to - from);
            if (index < middle) {
                hashes.add(Ranges.hash(middle, to, source));
                to = middle;
            } else {
                hashes.add(Ranges.hash(from, middle, source));
                from = middle;
            }
        }
        return new InclusionProof(index, size, hashes.reversed());
    }

    /** Section 2.1.3.2 to the letter. */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash next : hashes) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.node(next, hash);
                int zeros = Long.numberOfTrailingZeros(fn);
                fn >>= zeros;
                sn >>= zeros;
            } else {
                hash = TreeHash.node(hash, next);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }
}
