package holdfast.record.log.audit;

import holdfast.record.log.tiles.TileStore;
import java.util.List;
import java.util.Optional;

/** The files of a log: what {@code tlog-tiles} lays out, and beside it the checkpoints from before the last one. */
public interface Archive {
    Optional<byte[]> checkpoint();

    /** The tree sizes of earlier checkpoints that were kept, ascending. They are no part of the standard; each narrows down where a history was changed. */
    List<Long> earlierSizes();

    Optional<byte[]> earlier(long size);

    /** Tiles, and bundles of entries. */
    TileStore files();
}
