package holdfast.record.archive;

import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.Submitting;
import holdfast.record.log.audit.Comparison;
import holdfast.record.log.audit.FolderArchive;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.store.Store;
import holdfast.record.store.StoreTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes an archive in whole, or what it has more than the copy that is there. It was audited before. */
public final class TakeOver {
    private final ArchiveFile file;
    private final FolderArchive log;
    private final Checkpoint checkpoint;

    private TakeOver(ArchiveFile file, Checkpoint checkpoint) {
        this.file = file;
        this.log = file.log();
        this.checkpoint = checkpoint;
    }

    /**
     * What came of it.
     *
     * @param comparison of the copy that was there with the archive
     * @param added how many entries were taken
     */
    public record Taken(Comparison comparison, long added) {}

    /** Makes a copy in a store that is new. It has no private keys, so that nothing can be submitted to it. */
    public static SharedRecord make(Store store, ArchiveFile file, InstantSource clock) throws IOException {
        SharedRecord copy = SharedRecord.makeCopy(store, file.keys(), clock);
        TakeOver take = of(file);
        take.add(copy);
        return copy;
    }

    public static Taken into(SharedRecord copy, ArchiveFile file) throws IOException {
        Comparison comparison = Comparison.of(new StoredArchive(copy), file.log());
        long before = copy.store().size();
        // A copy that was being made when the power failed has entries and no checkpoint yet.
        boolean begun = copy.checkpoint().isEmpty()
                && copy.origin().equals(of(file).checkpoint.origin());
        if (begun || comparison instanceof Comparison.Prefix prefix && prefix.firstIsShorter()) {
            of(file).add(copy);
        }
        return new Taken(comparison, copy.store().size() - before);
    }

    private static TakeOver of(ArchiveFile file) {
        byte[] note = file.log().checkpoint().orElseThrow();
        return new TakeOver(file, SharedRecord.checkpointOf(Note.parse(note)));
    }

    private void add(SharedRecord copy) {
        copy.take(submitting -> {
            long from = submitting.record().size();
            for (long index = from / TilePath.FULL; index < TilePath.count(checkpoint.size(), 0); index++) {
                bundle(index, from, submitting);
            }
        });
        if (!copy.root(checkpoint.size()).equals(checkpoint.root())) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.DAMAGED,
                    "what is in `" + copy.store().shown() + "` is not the beginning of this archive",
                    "take the archive into a new place",
                    null);
        }
        List<Store.Checkpoint> all = new ArrayList<>();
        for (long size : log.earlierSizes()) {
            log.earlier(size).ifPresent(note -> all.add(new Store.Checkpoint(size, note)));
        }
        log.checkpoint().ifPresent(note -> all.add(new Store.Checkpoint(checkpoint.size(), note)));
        all.forEach(copy.store()::keep);
    }

    private void bundle(long index, long from, Submitting submitting) {
        TilePath path = TilePath.in(checkpoint.size(), TilePath.ENTRIES, index).orElseThrow();
        List<byte[]> entries = log.files().read(path).flatMap(EntryBundle::read).orElseThrow();
        for (int i = 0; i < path.width(); i++) {
            long number = index * TilePath.FULL + i;
            if (number >= from) {
                Entry entry = new Entry(number, entries.get(i));
                AttachedFiles.of(entry).forEach(f -> attach(f, submitting));
                submitting.take(entry);
            }
        }
    }

    private void attach(Statement.File named, Submitting submitting) {
        try (InputStream in = Files.newInputStream(file.attachment(named.digest()))) {
            submitting.attach(named.digest(), named.size(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
