package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.KeptRecord;
import holdfast.record.archive.ArchiveFile;
import holdfast.record.archive.StoredArchive;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.audit.Archive;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a record, whichever it is: an archive, or a record that is kept. */
record Copies(Optional<ArchiveFile> archive, Optional<SharedRecord> record) implements AutoCloseable {

    static Copies open(String written, Around around) {
        try {
            if (!RecordPlace.isUrl(written) && ArchiveFile.isOne(Path.of(written))) {
                return new Copies(Optional.of(ArchiveFile.open(Path.of(written))), Optional.empty());
            }
            SharedRecord record = SharedRecord.open(
                    Stores.open(RecordPlace.of(written), Opening.READ), Optional.empty(), around.clock());
            return new Copies(Optional.empty(), Optional.of(record));
        } catch (StoreTrouble e) {
            throw e.kind() == StoreTrouble.Kind.NOT_THERE
                    ? Refusal.usage(
                            "`" + RecordPlace.shown(written) + "` is no record and no archive of one",
                            "name a record's folder or URL, or what `holdfast record export` wrote")
                    : KeptRecord.refusal(e);
        } catch (IOException e) {
            throw Refusal.findings("`" + written + "` cannot be opened: it is cut off, or no archive", "");
        }
    }

    Archive log() {
        return archive.<Archive>map(ArchiveFile::log).orElseGet(() -> new StoredArchive(record.orElseThrow()));
    }

    @Override
    public void close() {
        try {
            if (archive.isPresent()) {
                archive.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record.ifPresent(SharedRecord::close);
    }
}
