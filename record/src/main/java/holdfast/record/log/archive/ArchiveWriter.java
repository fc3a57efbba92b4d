package holdfast.record.log.archive;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.Tree;
import holdfast.record.log.tree.TreeHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a log into a folder, entry by entry in their order. The tiles are made anew of the entries, so that what is written fits or is refused. */
public final class ArchiveWriter {
    private final FolderArchive archive;
    private final FolderTiles tiles;
    private final List<byte[]> bundle = new ArrayList<>();
    private Tree tree = Tree.empty();

    /** @param folder to be empty, or not there yet */
    public ArchiveWriter(Path folder) {
        this.archive = new FolderArchive(folder);
        this.tiles = FolderTiles.copy(folder);
    }

    public void add(byte[] entry) {
        bundle.add(entry);
        if (bundle.size() == TilePath.FULL) {
            writeBundle();
        }
    }

    /** A checkpoint from before the last one; of one size, one. */
    public void earlier(Note checkpoint) {
        archive.writeEarlier(Checkpoint.parse(checkpoint.text()).size(), checkpoint.bytes());
    }

    /** Writes what is left, and the checkpoint at the very end: a folder without one is an export that broke off. */
    public void finish(Note checkpoint) {
        if (!bundle.isEmpty()) {
            writeBundle();
        }
        Checkpoint claimed = Checkpoint.parse(checkpoint.text());
        if (claimed.size() != tree.size() || !claimed.root().equals(tree.root())) {
            throw new IllegalStateException("the " + tree.size() + " entries do not lead to the checkpoint, which is of "
                    + claimed.size() + ": audit the record");
        }
        tiles.write(tree.edge());
        archive.writeCheckpoint(checkpoint.bytes());
    }

    private void writeBundle() {
        TilePath path = new TilePath(TilePath.ENTRIES, tree.size() / TilePath.FULL, bundle.size());
        archive.writeEntries(path, EntryBundle.write(bundle));
        Tree.Growth growth = tree.append(bundle.stream().map(TreeHash::leaf).toList());
        tree = growth.tree();
        // Those that are not full will have grown by the end.
        tiles.write(growth.tiles().stream().filter(tile -> tile.path().isFull()).toList());
        bundle.clear();
    }
}
