package holdfast.examine.play;

import holdfast.language.model.Value;
import java.util.Collections;
import java.util.Map;
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
        return new Act(event, new TreeMap<>(values));
    }

    public Act with(String attribute, Value value) {
        SortedMap<String, Value> more = new TreeMap<>(values);
        more.put(attribute, value);
        return new Act(event, more);
    }
}
