package holdfast.record.store;

import holdfast.record.entry.Entry;
import java.io.InputStream;

/** What can be done in one transaction, by its only writer. */
public interface Writing extends Reading {
    /** Adds an entry, whose number is the {@link #size}. */
    void add(Entry entry, long name);

    void note(String name, String value);

    boolean hasAttachment(byte[] sha256);

    /** Keeps an attachment; whoever calls has made sure that it is not there. */
    void attach(byte[] sha256, long size, InputStream content);

    void tile(int level, long index, byte[] bytes);

    /** Undoes all of it at the end, though nothing went wrong. */
    void giveUp();
}
