package holdfast.record.log.tiles;

import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.Hash;

/** Up to 256 hashes of one level, side by side. A tile that has grown begins with what it was. */
public record Tile(TilePath path, byte[] bytes) {
    public Tile {
        if (path.isEntries() || bytes.length != path.width() * Hash.BYTES) {
            throw new IllegalArgumentException(path + " has " + bytes.length + " bytes");
        }
    }

    public Hash hash(int i) {
        return Hash.at(bytes, i * Hash.BYTES);
    }

    /** The hash over all of it; of a full tile, this is what stands in the tile above. */
    public Hash root() {
        return root(0, path.width());
    }

    /** The hash over {@code width} of its hashes, which must be a power of two or all from there on. */
    public Hash root(int from, int width) {
        CompactRange range = new CompactRange();
        for (int i = from; i < from + width; i++) {
            range.append(hash(i));
        }
        return range.root();
    }
}
