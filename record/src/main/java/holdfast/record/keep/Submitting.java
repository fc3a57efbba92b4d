package holdfast.record.keep;

import holdfast.record.canonical.Json;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.store.Reading;
import holdfast.record.store.Writing;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Submits one thing after the other within one transaction. */
public final class Submitting {
    private final Writing writing;
    private final String from;
    private final Instant received;
    private final List<Hash> leaves = new ArrayList<>();
    private boolean givenUp;

    Submitting(Writing writing, String from, Instant received) {
        this.writing = writing;
        this.from = from;
        this.received = received;
    }

    /** The record as it is, with what was submitted so far. */
    public Reading record() {
        return writing;
    }

    /** @throws TooLong if it does not fit into an entry */
    public Outcome submit(Statement statement) {
        long name = Names.of(statement.key());
        Optional<Entry> earlier = Names.find(writing, statement.key());
        if (earlier.isPresent()) {
            return says(earlier.get(), statement) ? new Outcome.There(earlier.get()) : new Outcome.Taken(earlier.get());
        }
        Entry entry = Entry.of(writing.size(), statement, from, received);
        if (entry.bytes().length > EntryBundle.LONGEST_ENTRY) {
            throw new TooLong(entry.bytes().length);
        }
        writing.add(entry, name);
        leaves.add(TreeHash.leaf(entry.bytes()));
        return new Outcome.Added(entry);
    }

    /** Of a record, its own words count, and not the edition with which it came. */
    private static boolean says(Entry entry, Statement statement) {
        Json.Members there = entry.content().statement().json();
        return Arrays.equals(there.canonical(), statement.json().canonical());
    }

    /** Takes over an entry of another copy with its very bytes. */
    public void take(Entry entry) {
        writing.add(entry, Names.of(entry.content().statement().key()));
        leaves.add(TreeHash.leaf(entry.bytes()));
    }

    /** Keeps a file by its digest, once. */
    public void attach(byte[] sha256, long size, InputStream content) {
        if (!writing.hasAttachment(sha256)) {
            writing.attach(sha256, size, content);
        }
    }

    /** Nothing of it is kept. */
    public void giveUp() {
        givenUp = true;
        writing.giveUp();
    }

    boolean isGivenUp() {
        return givenUp;
    }

    List<Hash> leaves() {
        return leaves;
    }

    /** An entry can have so many bytes and no more. */
    public static final class TooLong extends RuntimeException {
        TooLong(long bytes) {
            super(EntryBundle.tooLong(bytes));
        }
    }
}
