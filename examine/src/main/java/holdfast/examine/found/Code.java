package holdfast.examine.found;

/** A way in which agreements fail, as the catalogue of failure patterns has it. */
public interface Code {
    /** Its number there, such as {@code F01}. */
    String name();

    /** In a few words. */
    String title();

    /** What kind of change would mend it. */
    String mend();

    /**
     * Its place by what the mending brings, the greatest gain first: that anything follows, then that it must, then by when, then that it does not hang on one, then that it is
     * clear. In tens, so that a new one fits between two.
     */
    int gain();

    /** Whom it concerns. */
    Concern concern();
}
