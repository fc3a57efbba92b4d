package holdfast.record.ingest;

import holdfast.engine.Record;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Names;
import holdfast.record.store.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sees the records of an edition, and whether each would have the effect that its counts promise. */
final class EditionCheck {
    private final Optional<KeptSet> kept;
    private final Reading record;
    private final Map<String, Long> owners = new TreeMap<>();
    private String example = "";
    private long before;

    /** @param kept what of the data set is there; empty where nothing is replaced */
    EditionCheck(Optional<KeptSet> kept, Reading record) {
        this.kept = kept;
        this.record = record;
    }

    /** @param as how the edition itself calls it */
    void see(Record one, String as) {
        if (kept.isEmpty()) {
            return;
        }
        if (kept.get().isWithoutEffect(one, as)) {
            before++;
        }
        // Only where its own id was taken does a record of a first edition have another one.
        if (kept.get().isNew() && !as.isEmpty() && !as.equals(one.id())) {
            Names.find(record, Statement.OfRecord.key(as)).ifPresent(e -> taken(e, as));
        }
    }

    private void taken(Entry by, String as) {
        Optional<Statement.Part> part = by.content().statement() instanceof Statement.OfRecord there
                ? there.edition()
                : Optional.<Statement.Part>empty();
        owners.merge(part.map(Statement.Part::source).orElse(""), 1L, Long::sum);
        example = example.isEmpty() ? as : example;
    }

    void end() {
        if (!owners.isEmpty()) {
            throw new EditionRefused.IdsTaken(owners, example);
        }
        if (before > 0) {
            throw new EditionRefused.DatedBefore(before);
        }
    }
}
