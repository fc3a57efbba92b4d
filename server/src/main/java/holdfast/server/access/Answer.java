package holdfast.server.access;

/** Whether somebody may do something, and where that stands. */
public sealed interface Answer {
    /** In plain words: who is asked, and what the text says. */
    String why();

    record Yes(String why) implements Answer {}

    /** @param mend what to do instead */
    record No(String why, String mend) implements Answer {}

    default boolean isYes() {
        return this instanceof Yes;
    }
}
