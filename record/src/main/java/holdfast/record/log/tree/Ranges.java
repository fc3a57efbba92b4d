package holdfast.record.log.tree;

/** MTH(D[from:to]) of RFC 9162, section 2.1.1, put together from complete subtrees. */
final class Ranges {
    private Ranges() {}

    /** Of entries {@code from} to before {@code to}, where {@code from} is a place at which RFC 9162 splits a tree. */
    static Hash hash(long from, long to, HashSource source) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return source.hash(level, from >> level);
        }
        long middle = from + split(length);
        return TreeHash.node(hash(from, middle, source), hash(middle, to, source));
    }

    /** The largest power of two below {@code length}, which is at least 2. */
    static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
