package holdfast.engine;

import holdfast.language.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the records known so far say happened, with corrections applied and without what was withdrawn or refuted (semantics, section 2).
 *
 * @param records the ids of the observations that it is made of, as they were first given
 * @param values by attribute; an attribute that nobody gave is missing, and so is an actor who is unattributed
 * @param sure whether it is not disputed
 * @param confirmed whether a body has found that it is so
 * @param incident what its records call the incident
 * @param author whose records they are
 * @param recorded when it became known first
 */
public record KnownFact(
        String event,
        List<String> records,
        Time time,
        Map<String, Value> values,
        boolean sure,
        boolean confirmed,
        Optional<String> incident,
        String author,
        long recorded) {
    public KnownFact {
        records = List.copyOf(records);
        values = Map.copyOf(values);
    }
}
