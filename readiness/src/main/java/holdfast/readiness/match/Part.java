package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Firm;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import holdfast.readiness.match.question.StandIns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Needs and kinds of offers that have to do with one another, and with nothing else: each part is planned by itself. Quantities are whole numbers of grains, so that they are exact.
 *
 * @param decimals a grain is ten to the power of minus this
 * @param before lines of the earlier plan that are possible still
 * @param asked offers among them that nobody has made
 */
record Part(List<Need> needs, List<Kind> kinds, List<Link> links, int decimals, List<Delivery> before, Asked asked) {

    long grains(BigDecimal quantity) {
        return quantity.movePointRight(decimals).longValueExact();
    }

    BigDecimal quantity(long grains) {
        BigDecimal quantity = BigDecimal.valueOf(grains, decimals).stripTrailingZeros();
        return quantity.scale() < 0 ? quantity.setScale(0) : quantity;
    }

    /** The kinds of all firm offers, each with what it does for which need, by parts that have nothing to do with one another. */
    static List<Part> of(MatchQuestion question) {
        return of(question, Asked.NOTHING);
    }

    static List<Part> of(MatchQuestion question, Asked asked) {
        List<Kind> kinds = kinds(question);
        StandIns standIns = new StandIns(question.standIns());
        List<Link> links = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            for (int n = 0; n < question.needs().size(); n++) {
                link(k, kinds.get(k), n, question.needs().get(n), standIns).ifPresent(links::add);
            }
        }
        int[] part = new int[question.needs().size() + kinds.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = i;
        }
        for (Link link : links) {
            join(part, link.need(), question.needs().size() + link.kind());
        }
        Map<Integer, List<Integer>> needsByPart = new LinkedHashMap<>();
        for (int n = 0; n < question.needs().size(); n++) {
            needsByPart.computeIfAbsent(root(part, n), p -> new ArrayList<>()).add(n);
        }
        return needsByPart.values().stream()
                .map(needs -> part(question, kinds, links, needs, asked))
                .toList();
    }

    private static Part part(
            MatchQuestion question, List<Kind> kinds, List<Link> links, List<Integer> needs, Asked asked) {
        Map<Integer, Integer> needAt = new HashMap<>();
        needs.forEach(n -> needAt.put(n, needAt.size()));
        Map<Integer, Integer> kindAt = new LinkedHashMap<>();
        List<Link> own = new ArrayList<>();
        for (Link link : links) {
            Integer need = needAt.get(link.need());
            if (need != null) {
                kindAt.putIfAbsent(link.kind(), kindAt.size());
                own.add(new Link(kindAt.get(link.kind()), need, link.ratio(), link.deadline()));
            }
        }
        List<Need> ownNeeds = needs.stream().map(question.needs()::get).toList();
        List<Kind> ownKinds = kindAt.keySet().stream().map(kinds::get).toList();
        Part bare =
                new Part(ownNeeds, ownKinds, own, decimals(ownNeeds, ownKinds, question.before()), List.of(), asked);
        Pairs pairs = new Pairs(bare);
        return new Part(
                ownNeeds,
                ownKinds,
                own,
                bare.decimals(),
                question.before().stream().filter(pairs::has).toList(),
                asked);
    }

    private static List<Kind> kinds(MatchQuestion question) {
        Set<String> required = new TreeSet<>();
        question.needs().forEach(n -> required.addAll(n.requires()));
        Firm firm = new Firm(question.offers());
        Map<List<Object>, List<Offer>> alike = new LinkedHashMap<>();
        for (Offer offer : question.offers()) {
            if (firm.is(offer)) {
                Set<String> matters = new TreeSet<>(offer.worksWith());
                matters.retainAll(required);
                String apart = offer.minimumLot().signum() > 0 ? offer.id() : "";
                alike.computeIfAbsent(
                                List.of(offer.item(), offer.trainingDays(), List.copyOf(matters), apart),
                                key -> new ArrayList<>())
                        .add(offer);
            }
        }
        return alike.values().stream()
                .map(offers -> {
                    Offer first = offers.getFirst();
                    return new Kind(
                            first.item(),
                            first.trainingDays(),
                            first.worksWith(),
                            List.copyOf(offers),
                            first.minimumLot().signum() > 0);
                })
                .sorted(Comparator.comparing(Kind::item)
                        .thenComparingInt(Kind::trainingDays)
                        .thenComparing(k -> k.offers().getFirst().id()))
                .toList();
    }

    private static Optional<Link> link(int k, Kind kind, int n, Need need, StandIns standIns) {
        if (!kind.worksWith().containsAll(need.requires())) {
            return Optional.empty();
        }
        return standIns.ratio(kind.item(), need.item())
                .map(ratio -> new Link(k, n, ratio, lastArrival(need, kind.trainingDays())));
    }

    /** Training that the crew has behind it is not waited for again. */
    static long lastArrival(Need need, int trainingDays) {
        return need.byDay().toEpochDay() - Math.max(0, trainingDays - need.trainingDays());
    }

    private static int decimals(List<Need> needs, List<Kind> kinds, List<Delivery> before) {
        List<BigDecimal> quantities = new ArrayList<>();
        needs.forEach(n -> quantities.add(n.quantity()));
        kinds.forEach(k -> k.offers().forEach(o -> {
            quantities.add(o.quantity());
            quantities.add(o.minimumLot());
        }));
        before.forEach(d -> quantities.add(d.quantity()));
        return quantities.stream()
                .mapToInt(q -> Math.max(0, q.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    private static int root(int[] part, int of) {
        int at = of;
        while (part[at] != at) {
            part[at] = part[part[at]];
            at = part[at];
        }
        return at;
    }

    private static void join(int[] part, int one, int other) {
        part[root(part, one)] = root(part, other);
    }
}
