package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The earlier plan as far as it can still be carried out, line by line. */
final class Earlier {
    private final Part part;
    private final Map<String, Long> left = new HashMap<>();
    private final Map<Integer, Double> lacks = new HashMap<>();

    private Earlier(Part part) {
        this.part = part;
        part.kinds().forEach(k -> k.offers().forEach(o -> left.put(o.id(), part.grains(o.quantity()))));
        for (int n = 0; n < part.needs().size(); n++) {
            lacks.put(n, (double) part.grains(part.needs().get(n).quantity()));
        }
    }

    static List<Delivery> whatIsPossible(Part part, Pairs pairs) {
        Earlier earlier = new Earlier(part);
        List<Delivery> lines = new ArrayList<>();
        for (Delivery line : part.before()) {
            Link link = pairs.link(line).orElseThrow();
            Offer offer = pairs.offer(line.offer()).orElseThrow().offer();
            long grains = earlier.possible(line, link, offer);
            if (grains > 0) {
                lines.add(new Delivery(line.need(), line.offer(), part.quantity(grains)));
            }
        }
        // In the order in which plans are written.
        return lines.stream()
                .sorted(java.util.Comparator.comparing(
                                (Delivery l) -> pairs.need(l.need()).orElseThrow())
                        .thenComparing(Delivery::offer))
                .toList();
    }

    private long possible(Delivery line, Link link, Offer offer) {
        double wanted = lacks.getOrDefault(link.need(), 0.0)
                * link.ratio().sent()
                / link.ratio().counted();
        long least = part.grains(offer.minimumLot());
        long most = Math.max(least, (long) Math.ceil(wanted - 1e-9));
        long grains = Math.min(Math.min(part.grains(line.quantity()), left.getOrDefault(offer.id(), 0L)), most);
        if (wanted <= 0 || grains < Math.max(1, least)) {
            return 0;
        }
        left.merge(offer.id(), -grains, Long::sum);
        lacks.merge(
                link.need(),
                -(double) grains * link.ratio().counted() / link.ratio().sent(),
                Double::sum);
        return grains;
    }
}
