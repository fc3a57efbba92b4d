package holdfast.engine.monitor;

import java.util.ArrayList;
import java.util.List;

/** The occurrences of one event, as they come and go. */
final class Stream {
    interface Listener {
        void added(Occurrence occurrence);

        void removed(Occurrence occurrence);
    }

    private Listener[] listeners = {};

    void listen(Listener listener) {
        List<Listener> more = new ArrayList<>(List.of(listeners));
        more.add(listener);
        listeners = more.toArray(new Listener[0]);
    }

    void add(Occurrence occurrence) {
        for (Listener listener : listeners) {
            listener.added(occurrence);
        }
    }

    void remove(Occurrence occurrence) {
        for (Listener listener : listeners) {
            listener.removed(occurrence);
        }
    }
}
