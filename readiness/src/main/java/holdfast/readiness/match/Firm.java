package holdfast.readiness.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which offers hang on nothing, or only on offers that hang on nothing. */
final class Firm {
    private final Map<String, Offer> byId = new HashMap<>();

    Firm(List<Offer> offers) {
        offers.forEach(o -> byId.put(o.id(), o));
    }

    boolean is(Offer offer) {
        Offer at = offer;
        while (at.hangsOnAnOffer()) {
            Offer next = byId.get(at.hangsOn());
            if (next == null) {
                return false;
            }
            at = next;
        }
        return at.condition().isBlank();
    }
}
