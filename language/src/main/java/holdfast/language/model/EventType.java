package holdfast.language.model;

import java.util.List;
import java.util.Optional;

/**
 * A declared kind of event.
 *
 * @param measure the measure that such an act is, for the examiner
 * @param irreversible declared {@code cannot be undone}
 */
public record EventType(
        String name, List<Attribute> attributes, Optional<String> measure, boolean irreversible, Origin origin) {
    public EventType {
        attributes = List.copyOf(attributes);
    }

    public record Attribute(String name, ValueType type) {}

    public Optional<Attribute> attribute(String attribute) {
        // Asked for each act of thousands of histories.
        for (Attribute one : attributes) {
            if (one.name().equals(attribute)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The attribute that says who did it: the first of type party. */
    public Optional<Attribute> actor() {
        for (Attribute one : attributes) {
            if (one.type() == ValueType.PARTY) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
