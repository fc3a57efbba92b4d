package holdfast.record.log.tiles;

import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.HashSource;
import java.util.HashMap;
import java.util.Map;

/** The hashes of a tree, out of its tiles. Of each level the tile asked for last is kept. Not for several threads. */
public final class TileHashes implements HashSource {
    private final long size;
    private final TileStore tiles;
    private final Map<Integer, Tile> last = new HashMap<>();

    /** @param size of the tree; its tiles may have grown since */
    public TileHashes(long size, TileStore tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public Hash hash(int level, long index) {
        int within = level % 8;
        long first = index << within;
        Tile tile = tile(level / 8, first / TilePath.FULL);
        int from = (int) (first % TilePath.FULL);
        if (from + (1 << within) > tile.path().width()) {
            throw new IllegalArgumentException(
                    "no complete subtree: level " + level + ", index " + index + ", size " + size);
        }
        return tile.root(from, 1 << within);
    }

    private Tile tile(int level, long index) {
        Tile known = last.get(level);
        if (known != null && known.path().index() == index) {
            return known;
        }
        TilePath path = TilePath.in(size, level, index)
                .orElseThrow(() -> new IllegalArgumentException("no tile " + index + " of level " + level));
        Tile tile = read(path, tiles);
        last.put(level, tile);
        return tile;
    }

    static Tile read(TilePath path, TileStore tiles) {
        byte[] bytes = tiles.read(path).orElseThrow(() -> new MissingTile(path, "is missing"));
        if (bytes.length != path.width() * Hash.BYTES) {
            throw new MissingTile(path, "has " + bytes.length + " bytes instead of " + path.width() * Hash.BYTES);
        }
        return new Tile(path, bytes);
    }
}
