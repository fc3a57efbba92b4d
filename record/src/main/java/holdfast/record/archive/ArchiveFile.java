package holdfast.record.archive;

import holdfast.record.log.audit.FolderArchive;
import holdfast.record.log.note.NoteVerifier;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exported record: a folder, or the same folder in a zip file. */
public final class ArchiveFile implements AutoCloseable {
    static final String KEYS = "log.vkey";
    static final String ATTACHMENTS = "attachments";
    static final String README = "README.txt";

    private final Path root;
    private final Optional<FileSystem> zip;

    private ArchiveFile(Path root, Optional<FileSystem> zip) {
        this.root = root;
        this.zip = zip;
    }

    /** Whether something is an exported record. */
    public static boolean isOne(Path file) {
        return Files.isRegularFile(file.resolve("checkpoint")) && Files.isRegularFile(file.resolve(KEYS))
                || isZip(file) && Files.isRegularFile(file);
    }

    private static boolean isZip(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".zip");
    }

    public static ArchiveFile open(Path file) throws IOException {
        if (!isZip(file)) {
            return new ArchiveFile(file, Optional.empty());
        }
        FileSystem zip = FileSystems.newFileSystem(file, Map.of());
        return new ArchiveFile(zip.getPath("/"), Optional.of(zip));
    }

    /** A new one, in place of nothing. */
    static ArchiveFile create(Path file) throws IOException {
        if (!isZip(file)) {
            Files.createDirectories(file);
            return new ArchiveFile(file, Optional.empty());
        }
        FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true"));
        return new ArchiveFile(zip.getPath("/"), Optional.of(zip));
    }

    Path root() {
        return root;
    }

    public FolderArchive log() {
        return new FolderArchive(root);
    }

    /** The keys that it brings with it: whoever made it may have put any there. */
    public List<NoteVerifier> keys() throws IOException {
        return Files.readString(root.resolve(KEYS))
                .lines()
                .filter(line -> !line.isBlank())
                .map(NoteVerifier::parse)
                .toList();
    }

    Path attachment(byte[] sha256) {
        return root.resolve(ATTACHMENTS).resolve(HexFormat.of().formatHex(sha256));
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
