package holdfast.engine.monitor.clause;

import holdfast.engine.monitor.graph.Attachment;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import org.jspecify.annotations.Nullable;

/** What makes instances of a duty. */
public final class Trigger extends Attachment {
    private final Occurrence at;
    private final long[] binding;
    private final @Nullable Support support;
    private final @Nullable Breach breach;

    /** What its sink has made of it. */
    @Nullable
    Object made;

    /**
     * @param at its time, sureness and report
     * @param binding of the clause's variables, without the bearer's
     * @param support the facts on which it rests
     * @param breach the breach that it is; null for others
     */
    Trigger(Occurrence at, long[] binding, Support support, @Nullable Breach breach) {
        super(null);
        this.at = at;
        this.binding = binding;
        this.support = support;
        this.breach = breach;
    }

    /** A trigger that is an occurrence and rests on it. */
    Trigger(Occurrence at, long[] binding, Object owner) {
        super(owner);
        this.at = at;
        this.binding = binding;
        this.support = null;
        this.breach = null;
    }

    Occurrence at() {
        return at;
    }

    long[] binding() {
        return binding;
    }

    Support support() {
        return support == null ? Support.of(at) : support;
    }

    @Nullable
    Breach breach() {
        return breach;
    }

    /** Takes triggers in and lets them go. */
    public interface Sink {
        void add(Trigger trigger);

        void remove(Trigger trigger);
    }
}
