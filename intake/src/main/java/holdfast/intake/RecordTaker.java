package holdfast.intake;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.language.model.Basis;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes what is read, in the order in which it is read: records, and in place of some of them rows, without an object for each. */
public interface RecordTaker extends Consumer<Record> {
    /**
     * Takes observations that have all this in common, are sure and precise, and speak of no other record.
     *
     * @param event one that the text declares
     * @param beginning what stands in their ids before a number
     * @return empty: they are handed over as records
     */
    Optional<Rows> rows(String event, String source, Optional<String> author, Basis basis, String beginning);

    /** The attributes without which an observation of the event is handed over as a record. */
    default Set<String> needed(String event) {
        return Set.of();
    }
}
