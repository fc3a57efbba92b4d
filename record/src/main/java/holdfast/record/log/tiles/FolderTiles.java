package holdfast.record.log.tiles;

import holdfast.record.log.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tiles as files in a folder, under the names that `tlog-tiles` gives them. */
public final class FolderTiles implements TileStore {
    private final Path folder;

    private FolderTiles(Path folder) {
        this.folder = folder;
    }

    /** Files are written as fast as the machine can: for a copy that can be made again. */
    public static FolderTiles copy(Path folder) {
        return new FolderTiles(folder);
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        Optional<byte[]> exact = bytes(path);
        if (exact.isPresent() || path.isFull()) {
            return exact;
        }
        // A partial tile may be gone once the full one is there.
        return bytes(path.full()).map(full -> beginning(path, full));
    }

    private static byte[] beginning(TilePath path, byte[] full) {
        return path.isEntries()
                ? EntryBundle.beginning(full, path.width())
                : Arrays.copyOf(full, Math.min(path.width() * Hash.BYTES, full.length));
    }

    private Optional<byte[]> bytes(TilePath path) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path.toString())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(List<Tile> tiles) {
        tiles.forEach(tile -> write(tile.path(), tile.bytes()));
    }

    /** For bundles of entries too. */
    public void write(TilePath path, byte[] bytes) {
        Path file = folder.resolve(path.toString());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
