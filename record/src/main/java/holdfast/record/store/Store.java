package holdfast.record.store;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where entries and attachments are kept: written once, never changed. Any number of threads may use one store, and any number of programs one place; writers
 * wait for each other.
 */
public interface Store extends Reading, AutoCloseable {
    /** Where it is, as it is told to people. */
    String shown();

    /** @throws StoreTrouble if there is none with that digest */
    InputStream attachment(byte[] sha256);

    /** The checkpoint of the most entries. */
    Optional<Checkpoint> checkpoint();

    /** The checkpoint of just so many entries. */
    Optional<Checkpoint> checkpoint(long size);

    /** The sizes of all checkpoints that are kept, ascending. */
    List<Long> checkpoints();

    /**
     * Keeps a checkpoint. Of one size the first is kept, and none of a smaller size than one that is there: a checkpoint never goes back.
     *
     * @return whether it was kept
     */
    boolean keep(Checkpoint checkpoint);

    /** Keeps the signature of a witness under a checkpoint, once. */
    void cosign(long size, String line);

    /** The signatures of witnesses under the checkpoint of that size, in the order in which they came. */
    List<String> cosignatures(long size);

    /**
     * Does some work in one transaction, alone: it is there whole and on the disk when this returns, or nothing of it is.
     *
     * @throws StoreTrouble if it could not be done
     */
    <T> T write(Work<T> work);

    /** What is done in one transaction. Whatever it throws undoes all of it. */
    @FunctionalInterface
    interface Work<T> {
        T in(Writing writing);
    }

    /** A signed checkpoint of the log over so many entries. */
    record Checkpoint(long size, byte[] note) {}

    @Override
    void close();
}
