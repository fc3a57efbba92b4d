package holdfast.record.store;

import org.jspecify.annotations.Nullable;

/** The store could not do what was asked. What was acknowledged before is not touched by it. */
public final class StoreTrouble extends RuntimeException {
    /** What is wrong, as far as the database tells. */
    public enum Kind {
        /** There is no record at that place. */
        NOT_THERE,
        /** Something is there that is no record, or one of a later version. */
        NOT_OURS,
        /** No room on the disk: nothing of what was being written is kept. */
        FULL,
        /** Another writer did not finish in time: nothing was written. */
        BUSY,
        /** The database went away. Whether what was being written is there cannot be known: give it again, nothing is taken twice. */
        GONE,
        /** Nobody may write here. */
        READ_ONLY,
        /** The file is not what was written. */
        DAMAGED,
        OTHER
    }

    private final Kind kind;
    private final String help;

    public StoreTrouble(Kind kind, String message, String help, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.help = help;
    }

    public Kind kind() {
        return kind;
    }

    /** The mend; may be empty. */
    public String help() {
        return help;
    }
}
