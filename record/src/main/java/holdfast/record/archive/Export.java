package holdfast.record.archive;

import holdfast.record.entry.Statement;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.StoredTiles;
import holdfast.record.log.audit.FolderArchive;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.Tile;
import holdfast.record.log.tiles.TilePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a record out as files that need nothing else to be read and checked. */
public final class Export {
    private final SharedRecord record;
    private final Checkpoint checkpoint;
    private final ArchiveFile into;
    private int attachments;

    private Export(SharedRecord record, Checkpoint checkpoint, ArchiveFile into) {
        this.record = record;
        this.checkpoint = checkpoint;
        this.into = into;
    }

    /**
     * What was written.
     *
     * @param entries all under the last checkpoint
     */
    public record Written(long entries, int attachments) {}

    /** @param file a folder, or a zip file, that is not there yet */
    public static Written write(SharedRecord record, Note note, Path file) throws IOException {
        try (ArchiveFile into = ArchiveFile.create(file)) {
            Export export = new Export(record, SharedRecord.checkpointOf(note), into);
            export.tiles();
            export.files();
            export.checkpoints(note);
            return new Written(export.checkpoint.size(), export.attachments);
        }
    }

    private void tiles() {
        StoredTiles tiles = new StoredTiles(record.store());
        FolderTiles files = FolderTiles.copy(into.root());
        long size = checkpoint.size();
        for (int level = TilePath.ENTRIES; level <= TilePath.TOP; level++) {
            for (long index = 0; index < TilePath.count(size, level); index++) {
                TilePath path = TilePath.in(size, level, index).orElseThrow();
                byte[] bytes = tiles.read(path).orElseThrow();
                if (path.isEntries()) {
                    files.write(path, bytes);
                } else {
                    files.write(List.of(new Tile(path, bytes)));
                }
            }
        }
    }

    private void files() throws IOException {
        Files.createDirectories(into.root().resolve(ArchiveFile.ATTACHMENTS));
        for (Statement.File file : AttachedFiles.of(record.store(), checkpoint.size())) {
            Path to = into.attachment(file.digest());
            if (!Files.exists(to)) {
                try (InputStream in = record.store().attachment(file.digest())) {
                    Files.copy(in, to);
                }
                attachments++;
            }
        }
    }

    /** Last, so that an export that was cut off has none, and is not taken for a whole one. */
    private void checkpoints(Note note) throws IOException {
        Files.writeString(
                into.root().resolve(ArchiveFile.KEYS),
                record.verifiers().stream().map(NoteVerifier::vkey).collect(Collectors.joining("\n", "", "\n")));
        Files.writeString(into.root().resolve(ArchiveFile.README), ReadMe.of(checkpoint));
        FolderArchive archive = into.log();
        for (long size : record.store().checkpoints()) {
            if (size < checkpoint.size()) {
                archive.writeEarlier(
                        size, record.checkpoint(size).map(Note::bytes).orElseThrow());
            }
        }
        archive.writeCheckpoint(note.bytes());
    }
}
