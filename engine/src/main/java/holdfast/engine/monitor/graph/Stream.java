package holdfast.engine.monitor.graph;

import java.util.ArrayList;
import java.util.List;

/** The occurrences of one event, as they come and go. */
public final class Stream {
    public interface Listener {
        void added(Occurrence occurrence);

        void removed(Occurrence occurrence);
    }

    private Listener[] listeners = {};

    public void listen(Listener listener) {
        List<Listener> more = new ArrayList<>(List.of(listeners));
        more.add(listener);
        listeners = more.toArray(new Listener[0]);
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
