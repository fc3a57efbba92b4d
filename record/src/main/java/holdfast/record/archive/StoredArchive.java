package holdfast.record.archive;

import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.StoredTiles;
import holdfast.record.log.audit.Archive;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.TileStore;
import java.util.List;
import java.util.Optional;

/** A stored record as the archive that it would be, so that it is checked as one. */
public final class StoredArchive implements Archive {
    private final SharedRecord record;
    private final List<Long> earlier;

    public StoredArchive(SharedRecord record) {
        this.record = record;
        List<Long> sizes = record.store().checkpoints();
        this.earlier = sizes.isEmpty() ? sizes : sizes.subList(0, sizes.size() - 1);
    }

    @Override
    public Optional<byte[]> checkpoint() {
        return record.checkpoint().map(Note::bytes);
    }

    @Override
    public List<Long> earlierSizes() {
        return earlier;
    }

    @Override
    public Optional<byte[]> earlier(long size) {
        return record.checkpoint(size).map(Note::bytes);
    }

    @Override
    public TileStore files() {
        return new StoredTiles(record.store());
    }
}
