package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who has armed forces in the area, as far as the text says. */
public final class Forces {
    private Forces() {}

    public static Set<String> inArea(Agreement agreement) {
        Set<String> armed = new LinkedHashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.ForcesInArea forces) {
                armed.addAll(forces.actors());
            }
        }
        return armed;
    }
}
