package holdfast.server.room;

/**
 * How far a record has been read while its room begins.
 *
 * @param read entries that were read
 * @param of entries that the record has
 */
public record Reached(long read, long of) {
    @Override
    public String toString() {
        return read + " of " + of;
    }
}
