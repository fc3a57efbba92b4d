package holdfast.record.archive;

import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.store.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that entries name and that are kept with them. */
final class AttachedFiles {
    private AttachedFiles() {}

    static List<Statement.File> of(Entry entry) {
        if (entry.recordBytes().isPresent()) {
            return List.of();
        }
        return switch (entry.content().statement()) {
            case Statement.OfAgreement text -> text.files();
            case Statement.OfAttachment attachment -> List.of(attachment.file());
            // Of an edition only the digests are noted: what it said is in the records.
            case Statement.OfEdition edition -> List.of();
            case Statement.OfRecord record -> List.of();
        };
    }

    static List<Statement.File> of(Reading record, long size) {
        Map<String, Statement.File> files = new LinkedHashMap<>();
        record.read(0, size, e -> of(e).forEach(f -> files.putIfAbsent(f.sha256(), f)));
        return new ArrayList<>(files.values());
    }
}
