package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says which offer goes to which need where it is known how much of each kind a need takes by when: the take that must be served first gets what came first. That works out whenever no more is
 * taken by a day than has come by then.
 */
final class Handing {
    private final Part part;
    private final Set<String> unused;
    private final Map<String, Long> left = new HashMap<>();
    private final Map<Integer, TreeMap<String, Long>> byNeed = new TreeMap<>();

    /** @param unused offers from which nothing is taken */
    Handing(Part part, Set<String> unused) {
        this.part = part;
        this.unused = unused;
        part.kinds().forEach(k -> k.offers().forEach(o -> left.put(o.id(), part.grains(o.quantity()))));
    }

    List<Delivery> plan(List<Model.Take> takes, long[] taken, List<Model.Kept> kept, long[] keeping) {
        for (int i = 0; i < keeping.length; i++) {
            Model.Kept keep = kept.get(i);
            if (!part.kinds().get(keep.place().kind()).lot()) {
                hand(keep.link().need(), keep.line().offer(), keeping[i]);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingLong(i -> takes.get(i).by())
                .thenComparingInt(i -> takes.get(i).link().need()));
        for (int i : order) {
            hand(takes.get(i), taken[i]);
        }
        List<Delivery> plan = new ArrayList<>();
        byNeed.forEach((need, offers) -> offers.forEach(
                (offer, grains) -> plan.add(new Delivery(part.needs().get(need).id(), offer, part.quantity(grains)))));
        return plan;
    }

    private void hand(Model.Take take, long grains) {
        long wanted = grains;
        for (Offer offer : part.kinds().get(take.link().kind()).offers()) {
            if (offer.arrives().toEpochDay() > take.by() || wanted == 0) {
                return;
            }
            if (!unused.contains(offer.id())) {
                wanted -= hand(take.link().need(), offer.id(), wanted);
            }
        }
    }

    private long hand(int need, String offer, long wanted) {
        long grains = Math.min(wanted, left.getOrDefault(offer, 0L));
        if (grains > 0) {
            left.merge(offer, -grains, Long::sum);
            byNeed.computeIfAbsent(need, n -> new TreeMap<>()).merge(offer, grains, Long::sum);
        }
        return grains;
    }
}
