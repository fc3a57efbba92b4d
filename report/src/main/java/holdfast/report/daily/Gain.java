package holdfast.report.daily;

/** The event by which maps, or whoever measures, tell how much ground a side holds beyond a line: the language itself has it. */
final class Gain {
    private static final String EVENT = "gain";

    private Gain() {}

    /** Its square kilometres are all that is held beyond the line by then: they are never added up. */
    static boolean is(String event) {
        return event.equals(EVENT);
    }
}
