package holdfast.engine.monitor.graph;

/** What others hear of. Who hears of it for good is said anew whenever other parts wake: see {@link Graph#link}. */
public interface Source {
    /** Nobody hears of it any more. */
    void deafen();
}
