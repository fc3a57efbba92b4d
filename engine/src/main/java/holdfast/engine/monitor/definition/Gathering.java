package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Fact;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets occurrences that say the same into a stream once: the same time, values and support are one occurrence, sure if any of them is.
 */
final class Gathering {
    private final Stream stream;
    private final Map<Saying, Held> held = new HashMap<>();

    private record Saying(long lo, long hi, List<Long> values, List<Fact> support) {
        static Saying of(Occurrence o) {
            List<Long> values = new ArrayList<>(o.values.length);
            for (long value : o.values) {
                values.add(value);
            }
            return new Saying(o.lo, o.hi, values, Arrays.asList(o.support()));
        }
    }

    /** All that say the same, and the one of them that the stream was given. */
    private static final class Held {
        final List<Occurrence> all = new ArrayList<>();
        Occurrence given;

        Held(Occurrence given) {
            this.given = given;
        }

        Occurrence best() {
            return all.stream().filter(o -> o.sure).findFirst().orElse(all.getFirst());
        }
    }

    Gathering(Stream stream) {
        this.stream = stream;
    }

    void clear() {
        held.clear();
    }

    void add(Occurrence occurrence) {
        Saying saying = Saying.of(occurrence);
        Held same = held.get(saying);
        if (same == null) {
            same = new Held(occurrence);
            same.all.add(occurrence);
            held.put(saying, same);
            stream.add(occurrence);
            return;
        }
        same.all.add(occurrence);
        giveBest(same);
    }

    void remove(Occurrence occurrence) {
        Saying saying = Saying.of(occurrence);
        Held same = held.get(saying);
        if (same == null) {
            throw new IllegalStateException("an occurrence was taken back that never came");
        }
        for (int i = 0; i < same.all.size(); i++) {
            if (same.all.get(i).same(occurrence)) {
                same.all.remove(i);
                break;
            }
        }
        if (same.all.isEmpty()) {
            held.remove(saying);
            stream.remove(same.given);
        } else {
            giveBest(same);
        }
    }

    private void giveBest(Held same) {
        Occurrence best = same.best();
        if (best.sure != same.given.sure) {
            stream.remove(same.given);
            same.given = best;
            stream.add(best);
        }
    }
}
