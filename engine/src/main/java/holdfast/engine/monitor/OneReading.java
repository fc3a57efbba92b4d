package holdfast.engine.monitor;

import holdfast.engine.geography.Shape;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import holdfast.language.model.State;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The agreement under one answer to every question, and what of it has been put together. */
final class OneReading {
    final Reading reading;
    final Agreement agreement;
    final Map<String, Shape> shapes;
    final Map<String, Stream> streams = new HashMap<>();
    final Map<State, Truths> fluents = new IdentityHashMap<>();
    final Map<String, NormNode> norms = new HashMap<>();

    OneReading(Reading reading, Agreement agreement, Map<String, Shape> shapes) {
        this.reading = reading;
        this.agreement = agreement;
        this.shapes = shapes;
    }
}
