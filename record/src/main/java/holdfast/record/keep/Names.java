package holdfast.record.keep;

import holdfast.record.entry.Entry;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.store.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The names by which entries are found: the first 64 bits of a digest, so that a database keeps little of them. */
public final class Names {
    private Names() {}

    static long of(String key) {
        return TreeHash.sha256(key.getBytes(StandardCharsets.UTF_8)).first();
    }

    /** The entry under that key, of {@link holdfast.record.entry.Statement#key}. */
    public static Optional<Entry> find(Reading record, String key) {
        return record.named(of(key)).stream()
                .filter(e -> e.content().statement().key().equals(key))
                .findFirst();
    }
}
