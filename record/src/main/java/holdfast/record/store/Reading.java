package holdfast.record.store;

import holdfast.record.entry.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be asked of a record; within a transaction, with what it has added. */
public interface Reading {
    /** How many entries there are. */
    long size();

    /** The entries from one number to before another, in order; as many of them as there are. */
    void read(long from, long to, Consumer<Entry> sink);

    Optional<Entry> entry(long number);

    /** The entries of agreements' texts, in order; few among many, and found without reading the others. */
    List<Entry> texts();

    /** The entries with that name; names are hashes, so that strangers may be among them. */
    List<Entry> named(long name);

    /** What is noted about the record as such, such as the origin of its log. */
    Optional<String> note(String name);

    /** A full tile of the tree; empty where there is none. */
    Optional<byte[]> tile(int level, long index);
}
