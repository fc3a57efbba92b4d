package holdfast.record.log.tiles;

import java.util.List;
import java.util.Optional;

/** Where tiles are kept: a folder, a database. Whoever cannot read or write throws, and nothing counts as written before {@link #write} returns. */
public interface TileStore {
    /**
     * The bytes of exactly this tile, or of this bundle of entries where bundles are kept here. Where a wider one with the same level and
     * index is there, its beginning is what is asked for. Empty where there is none.
     */
    Optional<byte[]> read(TilePath path);

    /** Writes tiles that are new or have grown. To write the same once more changes nothing. */
    void write(List<Tile> tiles);
}
