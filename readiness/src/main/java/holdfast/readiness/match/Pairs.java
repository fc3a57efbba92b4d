package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Offer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds by id, in a part, what a line of a plan is about. */
final class Pairs {
    /** An offer, and where it stands in its part. */
    record Place(Offer offer, int kind, int at) {}

    private final Map<String, Integer> needs = new HashMap<>();
    private final Map<String, Place> offers = new HashMap<>();
    private final Map<Long, Link> links = new HashMap<>();

    Pairs(Part part) {
        for (int n = 0; n < part.needs().size(); n++) {
            needs.put(part.needs().get(n).id(), n);
        }
        for (int k = 0; k < part.kinds().size(); k++) {
            Kind kind = part.kinds().get(k);
            for (int i = 0; i < kind.offers().size(); i++) {
                offers.put(kind.offers().get(i).id(), new Place(kind.offers().get(i), k, i));
            }
        }
        part.links().forEach(l -> links.put(key(l.kind(), l.need()), l));
    }

    Optional<Place> offer(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    Optional<Integer> need(String id) {
        return Optional.ofNullable(needs.get(id));
    }

    Optional<Link> link(Delivery line) {
        return offer(line.offer())
                .flatMap(place ->
                        need(line.need()).flatMap(need -> Optional.ofNullable(links.get(key(place.kind(), need)))));
    }

    boolean has(Delivery line) {
        return link(line).isPresent();
    }

    private static long key(int kind, int need) {
        return ((long) kind << Integer.SIZE) | need;
    }
}
