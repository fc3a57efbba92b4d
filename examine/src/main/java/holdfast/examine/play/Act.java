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

/**
 * Something that somebody could do: an event with values, at no particular time.
 *
 * @param event a declared event
 * @param values by attribute; what is not given is missing
 */
public record Act(String event, SortedMap<String, Value> values) {
    public Act {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Act of(String event, Map<String, Value> values) {
        return new Act(event, values instanceof SortedMap<String, Value> sorted ? sorted : new TreeMap<>(values));
    }

    /** As the record of a story tells it: seen, and known when it happens, in milliseconds since 1970-01-01T00:00Z. */
    public Record.Observation seen(String id, long at) {
        return new Record.Observation(
                id, at, "story", Optional.empty(), event, Time.at(at), values, Basis.SEEN, Optional.empty());
    }

    public Act with(String attribute, Value value) {
        SortedMap<String, Value> more = new TreeMap<>(values);
        more.put(attribute, value);
        return new Act(event, more);
    }
}
