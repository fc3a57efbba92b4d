package holdfast.record.log.note;

/** A note, a key or a checkpoint that is not what it should be; the message says what was found and what was expected. */
public final class NotANote extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotANote(String message) {
        super(message);
    }
}
