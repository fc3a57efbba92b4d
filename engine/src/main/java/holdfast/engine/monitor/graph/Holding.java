package holdfast.engine.monitor.graph;

/** What holds something of a history. It is put together once, and serves one history after another. */
public interface Holding {
    /** Holds nothing any more of the history before: as it was when it had just been put together. */
    void begin();
}
