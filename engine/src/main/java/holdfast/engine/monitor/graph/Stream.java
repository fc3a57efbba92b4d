package holdfast.engine.monitor.graph;

import java.util.Arrays;

/** The occurrences of one event, as they come and go. */
public final class Stream implements Source {
    public interface Listener {
        void added(Occurrence occurrence);

        void removed(Occurrence occurrence);
    }

    private static final Listener[] NOBODY = {};

    private Listener[] listeners = NOBODY;

    public void listen(Listener listener) {
        Listener[] more = Arrays.copyOf(listeners, listeners.length + 1);
        more[listeners.length] = listener;
        listeners = more;
    }

    @Override
    public void deafen() {
        listeners = NOBODY;
    }

    public void add(Occurrence occurrence) {
        for (Listener listener : listeners) {
            listener.added(occurrence);
        }
    }

    public void remove(Occurrence occurrence) {
        for (Listener listener : listeners) {
            listener.removed(occurrence);
        }
    }
}
