package holdfast.report.daily.count;

import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is counted as one: an event, and what else its records say of it in words. Of a different unit, or a different class of weapon, is a different thing, and is never added to it.
 *
 * @param apart the values of the event's attributes of text, but for its area, in the order in which they are declared
 */
public record Thing(String event, Map<String, String> apart) {
    public Thing {
        apart = Collections.unmodifiableMap(new LinkedHashMap<>(apart));
    }

    /** {@code a shelling (unit mortar rounds)}. */
    public String words(Readable names) {
        List<String> said = new ArrayList<>();
        apart.forEach((attribute, value) -> said.add(Readable.words(attribute) + " “" + value + "”"));
        return names.name(event) + (said.isEmpty() ? "" : " (" + String.join(", ", said) + ")");
    }
}
