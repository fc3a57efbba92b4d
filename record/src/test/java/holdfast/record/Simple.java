package holdfast.record;

import holdfast.record.canonical.Json;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.SharedRecord;
import holdfast.record.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that say next to nothing. */
public final class Simple {
    private Simple() {}

    public static Statement.OfRecord record(String id) {
        return record(id, "seen");
    }

    public static Statement.OfRecord record(String id, String basis) {
        return new Statement.OfRecord(
                Json.NONE
                        .with("kind", "observation")
                        .with("id", id)
                        .with("source", "Mission")
                        .with("recorded", "2015-02-15T00:20:00Z")
                        .with("occurred", "2015-02-15T00:20:00Z")
                        .with("event", "shelling")
                        .with("basis", basis)
                        .with("values", Json.NONE.with("town", "Debaltseve").with("count", 3)),
                Optional.empty());
    }

    /** Submits records with these numbers in one go. */
    public static void submit(SharedRecord record, String prefix, long from, long to) {
        record.submit("test", submitting -> {
            for (long i = from; i < to; i++) {
                submitting.submit(record(prefix + i));
            }
            return 0;
        });
    }

    public static List<String> ids(Store store) {
        List<String> ids = new ArrayList<>();
        store.read(0, store.size(), e -> ids.add(id(e)));
        return ids;
    }

    private static String id(Entry entry) {
        return entry.content().statement() instanceof Statement.OfRecord record ? record.id() : "";
    }
}
