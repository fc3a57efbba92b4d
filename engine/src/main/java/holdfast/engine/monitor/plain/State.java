package holdfast.engine.monitor.plain;

/** How an instance of a duty stands, in eight bits. */
final class State {
    static final int NONE = 0;
    static final int PENDING = 1;
    static final int FULFILLED = 2;
    static final int BREACHED = 3;
    static final int CURED = 4;

    /** It does not stand in the queue that the rows themselves are. */
    static final int LATE = 64;

    private static final int WHICH = 7;

    private State() {}

    static int of(int marks) {
        return marks & WHICH;
    }

    static boolean isBroken(int state) {
        return state == BREACHED || state == CURED;
    }

    /** Whether an act that counts is there. */
    static boolean isSettled(int state) {
        return state == FULFILLED || state == CURED;
    }
}
