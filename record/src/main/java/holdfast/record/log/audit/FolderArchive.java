package holdfast.record.log.audit;

import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An archive in a folder: {@code checkpoint}, {@code tile/...} as {@code tlog-tiles} has them, and {@code checkpoints/SIZE}. */
public final class FolderArchive implements Archive {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Path folder;
    private final FolderTiles files;

    public FolderArchive(Path folder) {
        this.folder = folder;
        this.files = FolderTiles.copy(folder);
    }

    @Override
    public Optional<byte[]> checkpoint() {
        return bytes(folder.resolve("checkpoint"));
    }

    @Override
    public List<Long> earlierSizes() {
        Path earlier = folder.resolve("checkpoints");
        if (!Files.isDirectory(earlier)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(earlier)) {
            return found.map(p -> p.getFileName().toString())
                    .filter(name -> SIZE.matcher(name).matches())
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> earlier(long size) {
        return bytes(earlierFile(size));
    }

    @Override
    public TileStore files() {
        return files;
    }

    public void writeCheckpoint(byte[] note) {
        write(folder.resolve("checkpoint"), note);
    }

    public void writeEarlier(long size, byte[] note) {
        write(earlierFile(size), note);
    }

    private Path earlierFile(long size) {
        return folder.resolve("checkpoints").resolve(Long.toString(size));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
