package holdfast.engine.monitor.graph;

import org.jspecify.annotations.Nullable;

/** What a reader of a stream has made of an occurrence, kept with it in a chain: no table is needed to find it again. */
public abstract class Attachment {
    /** Whose it is, where it hangs on an occurrence. */
    public final @Nullable Object owner;

    /** The next that hangs on the same occurrence: see {@link Occurrence#hanging}. */
    @Nullable
    public Attachment next;

    public Attachment(@Nullable Object owner) {
        this.owner = owner;
    }
}
