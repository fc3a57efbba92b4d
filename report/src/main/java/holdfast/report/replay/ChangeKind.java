package holdfast.report.replay;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import java.util.Optional;

/** What a change comes to for whoever looks again, the heaviest first. */
public enum ChangeKind {
    /** A breach that a body, or its silence, has confirmed meanwhile. */
    CONFIRMED("confirmed"),
    /** An act, or a state of affairs, that the text forbids. */
    NEW_BREACH("new breach"),
    /** A deadline ran out, and what was owed is not on record. */
    MISSED("missed"),
    /** It was told as a breach, and is none any more. */
    NO_BREACH("no breach"),
    /** The records do not decide it, or a body has it before it. */
    OPEN("open"),
    /** A duty that was not there before, or whose time has come. */
    OWED("now owed"),
    /** A breach goes on no more, or was made good. */
    OVER("over"),
    DONE("done"),
    OTHER("changed"),
    GONE("gone");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * @param before as it stood; empty for an instance that was not there
     * @param demandsAct whether its clause asks for an act, so that a breach is a deadline missed
     */
    static ChangeKind of(Optional<Verdict> before, Verdict after, boolean demandsAct) {
        boolean was = before.filter(Verdict::isBreach).isPresent();
        if (after.isBreach() && after.standing() == Standing.CONFIRMED && !confirmed(before)) {
            return CONFIRMED;
        }
        return switch (after.status()) {
            case BREACHED -> was ? again(before.orElseThrow(), after) : demandsAct ? MISSED : NEW_BREACH;
            case CURED -> was ? OVER : MISSED;
            case DISPUTED, UNDETERMINED ->
                before.map(b -> b.status() == after.status()).orElse(false) ? OTHER : OPEN;
            case PENDING ->
                was
                        ? NO_BREACH
                        : before.filter(b -> b.status() == Status.PENDING).isPresent() ? OTHER : OWED;
            case FULFILLED -> was ? NO_BREACH : demandsAct ? DONE : OTHER;
            case NOT_YET_DUE, BLOCKED, LAPSED, EXCUSED, REFUTED -> was ? NO_BREACH : OTHER;
        };
    }

    static ChangeKind ofGone(Verdict before) {
        return before.isBreach() ? NO_BREACH : GONE;
    }

    private static boolean confirmed(Optional<Verdict> before) {
        return before.filter(b -> b.isBreach() && b.standing() == Standing.CONFIRMED)
                .isPresent();
    }

    private static ChangeKind again(Verdict before, Verdict after) {
        return before.until().isEmpty() && after.until().isPresent() ? OVER : OTHER;
    }
}
