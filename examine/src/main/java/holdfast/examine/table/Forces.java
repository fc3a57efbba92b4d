package holdfast.examine.table;

import holdfast.language.model.Agreement;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who has armed forces in the area, as far as the text says. */
public final class Forces {
    private Forces() {}

    public static Set<String> inArea(Agreement agreement) {
        return new LinkedHashSet<>();
    }
}
