package holdfast.record.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree is the beginning of a later one: nothing was changed or taken away in between (RFC 9162, section 2.1.4). From the empty tree,
 * and between trees of one size, there is nothing to prove and no hash.
 */
public record ConsistencyProof(long before, long after, List<Hash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    public static ConsistencyProof make(long before, long after, HashSource source) {
        if (before < 0 || before > after) {
            throw new IllegalArgumentException("a tree of size " + before + " is no beginning of one of size " + after);
        }
        List<Hash> hashes = new ArrayList<>();
        if (before > 0 && before < after) {
            collect(before, after, source, hashes);
        }
        return new ConsistencyProof(before, after, hashes.reversed());
    }

    /** From the root down; the proof is written from below. */
    private static void collect(long before, long after, HashSource source, List<Hash> hashes) {
        long from = 0;
        long to = after;
        while (before != to) {
            long middle = from + Ranges.split(to - from);
            if (before <= middle) {
                hashes.add(Ranges.hash(middle, to, source));
                to = middle;
            } else {
                hashes.add(Ranges.hash(from, middle, source));
                from = middle;
            }
        }
        // Where the earlier tree is itself a complete subtree on the left, the verifier knows its root.
        if (from > 0) {
            hashes.add(Ranges.hash(from, to, source));
        }
    }

    /** Section 2.1.4.2 to the letter. */
    public boolean proves(Hash rootBefore, Hash rootAfter) {
        if (before < 0 || before > after) {
            return false;
        }
        if (before == 0) {
            return hashes.isEmpty()
                    && rootBefore.equals(TreeHash.EMPTY_ROOT)
                    && (after > 0 || rootAfter.equals(TreeHash.EMPTY_ROOT));
        }
        if (before == after) {
            return hashes.isEmpty() && rootBefore.equals(rootAfter);
        }
        return !hashes.isEmpty() && climbs(rootBefore, rootAfter);
    }

    private boolean climbs(Hash rootBefore, Hash rootAfter) {
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(before) == 1) {
            path.addFirst(rootBefore);
        }
        long fn = before - 1;
        long sn = after - 1;
        int ones = Long.numberOfTrailingZeros(~fn);
        fn >>= ones;
        sn >>= ones;
        Hash old = path.getFirst();
        Hash now = path.getFirst();
        for (Hash next : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                old = TreeHash.node(next, old);
                now = TreeHash.node(next, now);
                int zeros = Long.numberOfTrailingZeros(fn);
                fn >>= zeros;
                sn >>= zeros;
            } else {
                now = TreeHash.node(now, next);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && old.equals(rootBefore) && now.equals(rootAfter);
    }
}
