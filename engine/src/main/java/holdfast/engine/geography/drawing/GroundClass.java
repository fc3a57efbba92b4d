package holdfast.engine.geography.drawing;

/** The class of a feature: how the ground is that it shows. */
public final class GroundClass {
    /** A side's ground. */
    public static final String HELD = "held";

    /** A class that does not count. */
    public static final String LEFT_OUT = "left out";

    private GroundClass() {}

    /** The two words that mean something here are known in capitals and with other signs between them, too; nothing written is {@link #HELD}. */
    public static String of(String written) {
        String plain = PlainText.of(written);
        return switch (PlainText.likeness(plain)) {
            case "held", "" -> HELD;
            case "leftout" -> LEFT_OUT;
            default -> plain;
        };
    }
}
