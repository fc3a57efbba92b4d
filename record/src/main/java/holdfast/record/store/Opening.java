package holdfast.record.store;

/** What a record is opened for. */
public enum Opening {
    /** To make it where there is none. */
    MAKE,
    WRITE,
    READ
}
