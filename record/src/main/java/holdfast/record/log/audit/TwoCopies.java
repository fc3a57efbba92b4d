package holdfast.record.log.audit;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.MissingTile;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.ConsistencyProof;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.HashSource;
import holdfast.record.log.tree.InclusionProof;

/** Two copies side by side. No tile is believed: what is said of them is proved up to their checkpoints. */
final class TwoCopies {
    /** Stops the comparison where a copy cannot be read. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final boolean isFirst;

        Broken(boolean isFirst, String why) {
            super(why);
            this.isFirst = isFirst;
        }
    }

    private record Side(Checkpoint checkpoint, HashSource hashes, boolean isFirst) {
        static Side of(Archive archive, boolean isFirst) {
            byte[] bytes = archive.checkpoint().orElseThrow(() -> new Broken(isFirst, "it has no checkpoint"));
            try {
                Checkpoint checkpoint = Checkpoint.parse(Note.parse(bytes).text());
                HashSource tiles = new TileHashes(checkpoint.size(), archive.files());
                return new Side(checkpoint, (level, index) -> read(tiles, level, index, isFirst), isFirst);
            } catch (NotANote e) {
                throw new Broken(isFirst, "its checkpoint cannot be read: " + e.getMessage());
            }
        }

        private static Hash read(HashSource tiles, int level, long index, boolean isFirst) {
            try {
                return tiles.hash(level, index);
            } catch (MissingTile e) {
                throw new Broken(isFirst, String.valueOf(e.getMessage()));
            }
        }

        long size() {
            return checkpoint.size();
        }

        /** Of the tree as it was when it had this size, proved to be the beginning of what it is. */
        Hash root(long size) {
            Hash root = CompactRange.at(size, hashes).root();
            if (!ConsistencyProof.make(size, size(), hashes).proves(root, checkpoint.root())) {
                throw new Broken(isFirst, "its tiles do not lead to its checkpoint");
            }
            return root;
        }

        InclusionProof proof(long index) {
            InclusionProof proof = InclusionProof.make(index, size(), hashes);
            if (!proof.proves(hashes.hash(0, index), checkpoint.root())) {
                throw new Broken(isFirst, "its tiles do not fit one another near entry " + index);
            }
            return proof;
        }
    }

    private final Side first;
    private final Side second;

    private TwoCopies(Side first, Side second) {
        this.first = first;
        this.second = second;
    }

    static Comparison compare(Archive first, Archive second) {
        try {
            return new TwoCopies(Side.of(first, true), Side.of(second, false)).compared();
        } catch (Broken broken) {
            return new Comparison.Damaged(broken.isFirst, String.valueOf(broken.getMessage()));
        }
    }

    private Comparison compared() {
        if (!first.checkpoint().origin().equals(second.checkpoint().origin())) {
            return new Comparison.TwoLogs(
                    first.checkpoint().origin(), second.checkpoint().origin());
        }
        long size = Math.min(first.size(), second.size());
        if (!first.root(size).equals(second.root(size))) {
            // All that stands to the left is the same in both proofs, so this is the first.
            long index = firstDifference(size);
            return new Comparison.Forked(index, first.proof(index), second.proof(index));
        }
        return first.size() == second.size()
                ? new Comparison.Same(size)
                : new Comparison.Prefix(size, Math.max(first.size(), second.size()), first.size() == size);
    }

    /** In the first complete subtree from the left that differs. */
    private long firstDifference(long size) {
        long from = 0;
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                if (differs(level, from >> level)) {
                    return firstDifference(level, from >> level);
                }
                from += 1L << level;
            }
        }
        throw new AssertionError("two roots differ, so a subtree does");
    }

    /** In its left half if that differs, else in its right one, down to an entry. */
    private long firstDifference(int level, long index) {
        long at = index;
        for (int below = level - 1; below >= 0; below--) {
            at = differs(below, 2 * at) ? 2 * at : 2 * at + 1;
        }
        return at;
    }

    private boolean differs(int level, long index) {
        return !first.hashes().hash(level, index).equals(second.hashes().hash(level, index));
    }
}
