package holdfast.examine.table;

/**
 * A way of breaking a prohibition.
 *
 * @param what the event into which it grows, for {@link Kind#GROWS} and {@link Kind#AS}; otherwise empty
 */
public record Course(Kind kind, String what) {
    public enum Kind {
        ONCE,
        GOES_ON,
        GROWS,
        /** An act of another kind that breaks the prohibition too, and is answered in its own way. */
        AS,
        UNATTRIBUTED
    }

    public static final Course ONCE = new Course(Kind.ONCE, "");
    public static final Course GOES_ON = new Course(Kind.GOES_ON, "");
    public static final Course UNATTRIBUTED = new Course(Kind.UNATTRIBUTED, "");

    public String words() {
        return switch (kind) {
            case ONCE -> "once";
            case GOES_ON -> "goes on";
            case GROWS -> "grows into " + what;
            case AS -> "as " + what;
            case UNATTRIBUTED -> "nobody says who did it";
        };
    }
}
