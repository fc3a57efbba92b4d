package holdfast.examine.play;

import holdfast.engine.Record;

/**
 * An act in a history, or a finding of a body, and why it is there.
 *
 * @param record an observation or a finding, known at the instant at which it occurs
 * @param why what part it plays
 * @param clause the clause under which it was done, for {@link Why#DUTY} and {@link Why#PERMISSION}; otherwise empty
 */
public record Move(Record record, Why why, String clause) {
    public enum Why {
        /** Brings about the state of affairs in which the clause applies. */
        SCENE,
        /** The violation itself. */
        VIOLATION,
        /** Somebody gets out of the way of the answer, or stops it. */
        EVASION,
        /** The protected side sets something in motion. */
        REQUEST,
        /** Done by somebody who must, as late as the text allows. */
        DUTY,
        /** Done by somebody who may. */
        PERMISSION,
        /** Done by somebody who need not, to help. */
        HELP
    }

    /** When it happened, in milliseconds since 1970-01-01T00:00Z. */
    public long at() {
        return switch (record) {
            case Record.Observation o -> o.occurred().lo();
            case Record.Finding f -> f.occurred().lo();
            case Record.Attribution a -> a.recorded();
            case Record.Withdrawal w -> w.recorded();
        };
    }
}
