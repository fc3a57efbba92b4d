package holdfast.examine.play;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that somebody could do: an event with values, at no particular time. What is not given of a declared event is missing. */
public final class Act {
    private final String event;
    private final SortedMap<String, Value> values;

    /** As records hold them: made once for all that tell of it. */
    private final Map<String, Value> recorded;

    private final int hash;

    /** @param values nobody else has them */
    private Act(String event, TreeMap<String, Value> values) {
        this.event = event;
        this.values = Collections.unmodifiableSortedMap(values);
        this.recorded = Map.copyOf(values);
        this.hash = 31 * event.hashCode() + values.hashCode();
    }

    public static Act of(String event, Map<String, Value> values) {
        return new Act(event, new TreeMap<>(values));
    }

    /** The name of a declared event. */
    public String event() {
        return event;
    }

    /** By attribute. */
    public SortedMap<String, Value> values() {
        return values;
    }

    /** As the record of a story tells it: seen, and known when it happens, in milliseconds since 1970-01-01T00:00Z. */
    public Record.Observation seen(String id, long at) {
        return new Record.Observation(
                id, at, "story", Optional.empty(), event, Time.at(at), recorded, Basis.SEEN, Optional.empty());
    }

    public Act with(String attribute, Value value) {
        TreeMap<String, Value> more = new TreeMap<>(values);
        more.put(attribute, value);
        return new Act(event, more);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Act act
                        && act.hash == hash
                        && act.event.equals(event)
                        && act.values.equals(values));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Act[event=" + event + ", values=" + values + "]";
    }
}
