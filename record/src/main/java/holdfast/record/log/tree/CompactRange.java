package holdfast.record.log.tree;

import java.util.Arrays;

/**
 * A tree as far as its right edge: the hashes of the complete subtrees into which its size falls, at most 63. That is all that is needed to
 * append and to know the root.
 */
public final class CompactRange {
    private static final int LEVELS = 63;

    /** Is told of each complete subtree, the moment it is complete. */
    @FunctionalInterface
    public interface Visitor {
        void completed(int level, long index, Hash hash);
    }

    private final Hash[] complete;
    private long size;

    public CompactRange() {
        this(new Hash[LEVELS], 0);
    }

    private CompactRange(Hash[] complete, long size) {
        this.complete = complete;
        this.size = size;
    }

    /** The tree over the first {@code size} entries of a tree whose hashes are known. */
    public static CompactRange at(long size, HashSource source) {
        CompactRange range = new CompactRange(new Hash[LEVELS], size);
        for (int level = 0; level < LEVELS; level++) {
            if ((size >> level & 1) == 1) {
                range.complete[level] = source.hash(level, (size >> level) - 1);
            }
        }
        return range;
    }

    public CompactRange copy() {
        return new CompactRange(Arrays.copyOf(complete, LEVELS), size);
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        append(leaf, (level, index, hash) -> {});
    }

    public void append(Hash leaf, Visitor visitor) {
        Hash hash = leaf;
        int level = 0;
        visitor.completed(level, size, hash);
        while ((size >> level & 1) == 1) {
            hash = TreeHash.node(complete[level], hash);
            level++;
            visitor.completed(level, size >> level, hash);
        }
        complete[level] = hash;
        size++;
    }

    public Hash root() {
        if (size == 0) {
            return TreeHash.EMPTY_ROOT;
        }
        int level = Long.numberOfTrailingZeros(size);
        Hash root = complete[level];
        for (level++; level < LEVELS; level++) {
            if ((size >> level & 1) == 1) {
                root = TreeHash.node(complete[level], root);
            }
        }
        return root;
    }
}
