package holdfast.server.room;

/** The record has not been read to its end yet. Of a part of it nothing is concluded: what is missing may be what excuses. */
public final class StillReading extends RuntimeException {
    private final transient Reached reached;

    StillReading(Reached reached) {
        super("the record is still being read: " + reached + " entries");
        this.reached = reached;
    }

    public Reached reached() {
        return reached;
    }
}
