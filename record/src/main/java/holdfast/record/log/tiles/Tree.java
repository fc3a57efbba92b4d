package holdfast.record.log.tiles;

import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The log's tree as it stands, as little of it as is needed to append: the hashes of its right edge and the partial tiles there. It never
 * changes; appending gives another. So whoever fails to store what was appended goes on with the tree from before.
 */
public final class Tree {
    private final CompactRange range;
    /** By level, the hashes of the tile that is not full yet; none where all are full. */
    private final List<byte[]> edge;

    private Tree(CompactRange range, List<byte[]> edge) {
        this.range = range;
        this.edge = edge;
    }

    /** What appending made.
     *
     * @param tree as it stands afterwards
     * @param tiles that are new or have grown, in order of level and index, each once and as wide as it is now
     */
    public record Growth(Tree tree, List<Tile> tiles) {}

    public static Tree empty() {
        return new Tree(new CompactRange(), List.of());
    }

    /** The tree over the first {@code size} entries. Reads at most a tile of each level, and {@link MissingTile} tells of one that is not there. */
    public static Tree at(long size, TileStore tiles) {
        List<byte[]> edge = new ArrayList<>();
        for (int level = 0; TilePath.count(size, level) > 0; level++) {
            long last = TilePath.count(size, level) - 1;
            TilePath path = TilePath.in(size, level, last).orElseThrow();
            edge.add(path.isFull() ? new byte[0] : TileHashes.read(path, tiles).bytes());
        }
        return new Tree(CompactRange.at(size, new TileHashes(size, tiles)), List.copyOf(edge));
    }

    public long size() {
        return range.size();
    }

    public Hash root() {
        return range.root();
    }

    /** @param leaves the hashes of the entries to append, in their order: {@link holdfast.record.log.tree.TreeHash#leaf} */
    public Growth append(List<Hash> leaves) {
        CompactRange grown = range.copy();
        Edge tiles = new Edge(range.size(), edge);
        leaves.forEach(leaf -> grown.append(leaf, tiles));
        return new Growth(new Tree(grown, tiles.edge()), tiles.changed());
    }

    /** The tiles of the right edge while they grow. */
    private static final class Edge implements CompactRange.Visitor {
        private final List<Growing> levels = new ArrayList<>();
        private final SortedMap<Integer, List<Tile>> full = new TreeMap<>();

        Edge(long size, List<byte[]> edge) {
            for (int level = 0; level < edge.size(); level++) {
                levels.add(new Growing(level, (size >> (8 * level)) / TilePath.FULL, edge.get(level)));
            }
        }

        @Override
        public void completed(int level, long index, Hash hash) {
            if (level % 8 != 0) {
                return;
            }
            int of = level / 8;
            if (of == levels.size()) {
                levels.add(new Growing(of, 0, new byte[0]));
            }
            levels.get(of)
                    .add(hash)
                    .ifPresent(tile ->
                            full.computeIfAbsent(of, l -> new ArrayList<>()).add(tile));
        }

        List<Tile> changed() {
            List<Tile> all = new ArrayList<>();
            for (Growing level : levels) {
                all.addAll(full.getOrDefault(level.level, List.of()));
                level.partial().ifPresent(all::add);
            }
            return List.copyOf(all);
        }

        List<byte[]> edge() {
            return levels.stream().map(Growing::bytes).toList();
        }
    }

    /** One tile while it grows; when it is full, the next one begins. */
    private static final class Growing {
        private final int level;
        private final byte[] hashes = new byte[TilePath.FULL * Hash.BYTES];
        private long index;
        private int width;
        private boolean touched;

        Growing(int level, long index, byte[] known) {
            this.level = level;
            this.index = index;
            this.width = known.length / Hash.BYTES;
            System.arraycopy(known, 0, hashes, 0, known.length);
        }

        Optional<Tile> add(Hash hash) {
            hash.writeTo(hashes, width * Hash.BYTES);
            width++;
            touched = true;
            if (width < TilePath.FULL) {
                return Optional.empty();
            }
            Tile tile = new Tile(new TilePath(level, index, width), hashes.clone());
            index++;
            width = 0;
            return Optional.of(tile);
        }

        Optional<Tile> partial() {
            return touched && width > 0
                    ? Optional.of(new Tile(new TilePath(level, index, width), bytes()))
                    : Optional.empty();
        }

        byte[] bytes() {
            return Arrays.copyOf(hashes, width * Hash.BYTES);
        }
    }
}
