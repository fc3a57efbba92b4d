package holdfast.cli.record;

import holdfast.record.entry.DamagedEntry;
import holdfast.record.entry.Entry;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.audit.Archive;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.TilePath;
import java.util.Optional;

/** An entry of a copy, in words. */
final class EntryAt {
    private EntryAt() {}

    static Optional<String> of(Archive copy, long index) {
        return copy.checkpoint()
                .map(bytes -> SharedRecord.checkpointOf(Note.parse(bytes)).size())
                .flatMap(size -> TilePath.in(size, TilePath.ENTRIES, index / TilePath.FULL))
                .flatMap(copy.files()::read)
                .flatMap(EntryBundle::read)
                .filter(entries -> index % TilePath.FULL < entries.size())
                .map(entries -> words(new Entry(index, entries.get((int) (index % TilePath.FULL)))));
    }

    private static String words(Entry entry) {
        try {
            return EntryWords.line(entry);
        } catch (DamagedEntry e) {
            return String.valueOf(e.getMessage());
        }
    }
}
