package holdfast.engine.monitor;

import org.jspecify.annotations.Nullable;

/** What a reader of a stream has made of an occurrence, kept with it in a chain: no table is needed to find it again. */
abstract class Hanging {
    /** Whose it is, where it hangs on an occurrence. */
    final @Nullable Object owner;

    /** The next that hangs on the same occurrence: see {@link Occurrence#hanging}. */
    @Nullable
    Hanging next;

    Hanging(@Nullable Object owner) {
        this.owner = owner;
    }
}
