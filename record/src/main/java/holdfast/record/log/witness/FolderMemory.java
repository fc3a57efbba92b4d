package holdfast.record.log.witness;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.DurableFile;
import holdfast.record.log.tree.TreeHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file for each log, called by the hash of the log's name, in a folder that one witness at a time has for itself. */
public final class FolderMemory implements WitnessMemory, AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private FolderMemory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Two witnesses in one folder could cosign two histories: the second is refused. */
    public static FolderMemory open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(lock) == null) {
                lock.close();
                throw new IllegalStateException("another witness runs in the folder " + folder + ": stop it first");
            }
            return new FolderMemory(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Path file(String origin) {
        byte[] hash = TreeHash.sha256(origin.getBytes(StandardCharsets.UTF_8)).bytes();
        return folder.resolve(HexFormat.of().formatHex(hash) + ".checkpoint");
    }

    @Override
    public Optional<Note> latest(String origin) {
        try {
            Note note = Note.parse(Files.readAllBytes(file(origin)));
            if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
                throw new IllegalStateException("the file " + file(origin) + " holds a checkpoint of another log");
            }
            return Optional.of(note);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remember(String origin, Note checkpoint) {
        DurableFile.write(file(origin), checkpoint.bytes());
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
