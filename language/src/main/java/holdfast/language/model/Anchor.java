package holdfast.language.model;

/** From when a clock runs. */
public sealed interface Anchor {

    /** The trigger itself; the default. */
    record OfTrigger() implements Anchor {}

    /** When the trigger became known. */
    record OfReport() implements Anchor {}

    /** The first occurrence of an event. */
    record OfEvent(Pattern pattern) implements Anchor {}

    /** The start of the breach that is the trigger, its report, or the finding that confirmed it. */
    record OfBreach(String variable, Moment moment) implements Anchor {}

    enum Moment {
        START,
        REPORT,
        FINDING
    }
}
