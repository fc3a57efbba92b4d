package holdfast.record.store;

import holdfast.record.entry.Entry;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What can be done in one transaction, by its only writer. */
public interface Writing {
    /** How many entries there are, those of this transaction among them. */
    long size();

    Optional<Entry> entry(long number);

    /** As {@link Store#named}, with the entries of this transaction. */
    List<Entry> named(long name);

    /** Adds an entry, whose number is the {@link #size}. */
    void add(Entry entry, long name);

    void note(String name, String value);

    Optional<String> note(String name);

    boolean hasAttachment(byte[] sha256);

    /** Keeps an attachment; whoever calls has made sure that it is not there. */
    void attach(byte[] sha256, long size, InputStream content);

    void tile(int level, long index, byte[] bytes);

    Optional<byte[]> tile(int level, long index);

    /** Undoes all of it at the end, though nothing went wrong. */
    void giveUp();
}
