package holdfast.record.log.tree;

/** Where the hashes of complete subtrees come from: a map, tiles in a folder, tiles in a database. */
@FunctionalInterface
public interface HashSource {
    /** The hash of the subtree over the 2^{@code level} entries that begin with {@code index}·2^{@code level}. */
    Hash hash(int level, long index);
}
