package holdfast.engine.monitor.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of one event, as they come and go. An occurrence costs what those cost whom it can concern: whoever hears of certain values alone is looked up by them.
 */
public final class Stream implements Source {
    public interface Listener {
        void added(Occurrence occurrence);

        void removed(Occurrence occurrence);
    }

    /**
     * The occurrences that can concern a listener: those that have, at this position, one of these values.
     *
     * @param position of an attribute; -1: all occurrences concern it
     */
    public record Concern(int position, long[] values) {
        public static final Concern ALL = new Concern(-1, new long[0]);

        /** What concerns whoever both of them concern; it may be more than that. */
        public Concern and(Concern other) {
            if (position < 0 || other.position < 0) {
                return position < 0 ? other : this;
            }
            return other.values.length < values.length ? other : this;
        }
    }

    private record Hearing(Listener listener, Concern concern) {}

    private static final Listener[] NOBODY = {};

    /** With fewer than these asking each is cheaper than looking up. */
    private static final int FEW = 4;

    private final List<Hearing> hearings = new ArrayList<>();

    /** Made of the hearings when the first occurrence comes; null: they have changed since. */
    private Listener @Nullable [] ofAll;

    private ByValue[] byValue = {};

    public void listen(Listener listener, Concern concern) {
        hearings.add(new Hearing(listener, concern));
        ofAll = null;
    }

    @Override
    public void deafen() {
        hearings.clear();
        ofAll = null;
    }

    public void add(Occurrence occurrence) {
        for (Listener listener : whomAllConcern()) {
            listener.added(occurrence);
        }
        for (ByValue some : byValue) {
            for (Listener listener : some.concernedBy(occurrence)) {
                listener.added(occurrence);
            }
        }
    }

    public void remove(Occurrence occurrence) {
        for (Listener listener : whomAllConcern()) {
            listener.removed(occurrence);
        }
        for (ByValue some : byValue) {
            for (Listener listener : some.concernedBy(occurrence)) {
                listener.removed(occurrence);
            }
        }
    }

    private Listener[] whomAllConcern() {
        Listener[] known = ofAll;
        return known == null ? sorted() : known;
    }

    private Listener[] sorted() {
        List<Listener> all = new ArrayList<>();
        Map<Integer, List<Hearing>> some = new TreeMap<>();
        for (Hearing hearing : hearings) {
            some.computeIfAbsent(hearing.concern.position(), p -> new ArrayList<>())
                    .add(hearing);
        }
        List<ByValue> lookedUp = new ArrayList<>();
        some.forEach((position, those) -> {
            if (position < 0 || those.size() < FEW) {
                those.forEach(h -> all.add(h.listener));
            } else {
                lookedUp.add(new ByValue(position, those));
            }
        });
        byValue = lookedUp.toArray(new ByValue[0]);
        Listener[] made = all.toArray(NOBODY);
        ofAll = made;
        return made;
    }

    /** Listeners by the values, at one position, that concern them. */
    private static final class ByValue {
        private final int position;
        private final KeyMap<Listener[]> listeners = new KeyMap<>(1);
        private final long[] key = new long[1];

        ByValue(int position, List<Hearing> hearings) {
            this.position = position;
            for (Hearing hearing : hearings) {
                for (long value :
                        Arrays.stream(hearing.concern.values()).distinct().toArray()) {
                    key[0] = value;
                    Listener[] before = listeners.get(key);
                    Listener[] more = before == null ? new Listener[1] : Arrays.copyOf(before, before.length + 1);
                    more[more.length - 1] = hearing.listener;
                    listeners.put(key, more);
                }
            }
        }

        Listener[] concernedBy(Occurrence occurrence) {
            key[0] = occurrence.values[position];
            Listener[] known = listeners.get(key);
            return known == null ? NOBODY : known;
        }
    }
}
