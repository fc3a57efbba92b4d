package holdfast.engine.geography;

import holdfast.language.model.Agreement;
import holdfast.language.model.Zone;
import java.util.HashMap;
import java.util.Map;

/** The ground of an agreement's zones. */
public final class Geography {
    private Geography() {}

    /** The zones of an agreement under one reading, by name. */
    public static Map<String, Shape> of(Agreement agreement) {
        Map<String, Shape> shapes = new HashMap<>();
        for (Zone zone : agreement.zones()) {
            throw new UnsupportedOperationException("zones: being built " + zone.name());
        }
        return shapes;
    }
}
