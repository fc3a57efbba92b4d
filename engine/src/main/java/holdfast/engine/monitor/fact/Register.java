package holdfast.engine.monitor.fact;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries by the ids of their records. Open addressing: a long history has one entry for each record, and an object more for each would be felt. */
final class Register {
    private static final int SMALLEST = 64;

    private @Nullable Entry[] entries = new Entry[SMALLEST];

    /** Of the ids: most entries that are not meant need not be looked at. */
    private int[] hashes = new int[SMALLEST];

    private int size;

    void clear() {
        if (size > 0) {
            entries = new Entry[SMALLEST];
            hashes = new int[SMALLEST];
            size = 0;
        }
    }

    @Nullable
    Entry get(String id) {
        return entries[place(id, hash(id))];
    }

    /** False if there is an entry with this id already. */
    boolean add(Entry entry) {
        String id = entry.record.id();
        int hash = hash(id);
        int place = place(id, hash);
        if (entries[place] != null) {
            return false;
        }
        if (2 * (size + 1) > entries.length) {
            grow();
            place = place(id, hash);
        }
        entries[place] = entry;
        hashes[place] = hash;
        size++;
        return true;
    }

    void forEach(Consumer<Entry> action) {
        for (Entry entry : entries) {
            if (entry != null) {
                action.accept(entry);
            }
        }
    }

    /** Ids are often counted up: the bits are spread. */
    private static int hash(String id) {
        int h = id.hashCode() * 0x9E3779B9;
        return h ^ (h >>> 15);
    }

    private int place(String id, int hash) {
        int mask = entries.length - 1;
        int i = hash & mask;
        for (Entry entry = entries[i]; entry != null; entry = entries[i]) {
            if (hashes[i] == hash && entry.record.id().equals(id)) {
                return i;
            }
            i = (i + 1) & mask;
        }
        return i;
    }

    private void grow() {
        @Nullable Entry[] oldEntries = entries;
        int[] oldHashes = hashes;
        entries = new Entry[2 * oldEntries.length];
        hashes = new int[entries.length];
        int mask = entries.length - 1;
        for (int j = 0; j < oldEntries.length; j++) {
            if (oldEntries[j] != null) {
                int i = oldHashes[j] & mask;
                while (entries[i] != null) {
                    i = (i + 1) & mask;
                }
                entries[i] = oldEntries[j];
                hashes[i] = oldHashes[j];
            }
        }
    }
}
