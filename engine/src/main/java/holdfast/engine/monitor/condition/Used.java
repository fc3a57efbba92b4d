package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import java.util.List;

/** Which of the occurrences that a condition rests on are asked for. */
public sealed interface Used {
    /** Those one end of whose time is this instant. */
    record At(long instant) implements Used {}

    /** Those that may have happened by this instant. */
    record By(long instant) implements Used {}

    default void from(Bucket bucket, List<Occurrence> into) {
        switch (this) {
            case At(long instant) -> {
                for (int i = bucket.firstEndingFrom(instant); i < bucket.size() && bucket.get(i).lo <= instant; i++) {
                    Occurrence o = bucket.get(i);
                    if (o.lo == instant || o.hi == instant) {
                        into.add(o);
                    }
                }
            }
            case By(long instant) -> {
                for (int i = 0; i < bucket.size() && bucket.get(i).lo <= instant; i++) {
                    into.add(bucket.get(i));
                }
            }
        }
    }
}
