package holdfast.engine;

import java.util.Locale;

/** How an instance of a clause stands (semantics, sections 9 to 13). */
public enum Status {
    NOT_YET_DUE,
    PENDING,
    FULFILLED,
    BREACHED,
    /** Breached, and done late. */
    CURED,
    /** Its guard is false. */
    BLOCKED,
    /** The clause ceased to be in force before it was due. */
    LAPSED,
    EXCUSED,
    DISPUTED,
    /** The records do not decide: a report is too coarse, a term undefined, an act contested. */
    UNDETERMINED,
    /** A body found that it is no breach. */
    REFUTED;

    /** As it is written: {@code not yet due}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
