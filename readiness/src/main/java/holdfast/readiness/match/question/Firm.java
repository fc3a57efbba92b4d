package holdfast.readiness.match.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which offers hang on nothing, or only on offers that hang on nothing. */
public final class Firm {
    private final Map<String, Offer> byId = new HashMap<>();

    public Firm(List<Offer> offers) {
        offers.forEach(o -> byId.put(o.id(), o));
    }

    public boolean is(Offer offer) {
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
