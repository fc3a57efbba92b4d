package holdfast.readiness.match;

import holdfast.readiness.match.Advice.Ask;
import holdfast.readiness.match.Advice.OneMore;
import holdfast.readiness.match.Aim.What;
import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Firm;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import holdfast.readiness.match.question.StandIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what would help most the unmet needs of the highest priority that has any: plans again as if it were there, as much of it as one likes, and asks for as little as does the same. Each part
 * of the needs is asked by itself.
 */
public final class Advisor {
    private static final String ONE_MORE = "one more ";
    private static final String RAISED = "more of ";

    /** One more offer, the first to ask for, and the second. */
    private static final int QUESTIONS = 3;

    private final Matching matching;
    private final int priority;
    private final Set<String> unmet;
    private final double work;
    private boolean whole = true;

    /**
     * What an asked-for offer would do.
     *
     * @param more needs of the priority that would be met, fewer those that would not
     * @param share the parts of needs that would no longer be missing
     */
    private record Gain(String asked, BigDecimal quantity, long more, BigDecimal share, List<String> met) {
        static final Comparator<Gain> BEST = Comparator.comparingLong(Gain::more)
                .thenComparing(Gain::share)
                .reversed()
                .thenComparing(Gain::asked);

        /** What it does beyond what was granted before: where that is in the same part, it does it too. */
        Gain beside(Part part, List<Gain> granted) {
            Pairs pairs = new Pairs(part);
            Gain left = this;
            for (Gain other : granted) {
                if (pairs.offer(other.asked()).isPresent()) {
                    left = new Gain(
                            asked,
                            quantity,
                            left.more() - other.more(),
                            left.share().subtract(other.share()),
                            left.met().stream()
                                    .filter(n -> !other.met().contains(n))
                                    .toList());
                }
            }
            return left;
        }

        boolean isAny() {
            return more > 0 || (more == 0 && share.signum() > 0);
        }
    }

    private Advisor(Matching matching, int priority, Effort effort) {
        this.matching = matching;
        this.priority = priority;
        this.work = effort.work();
        this.unmet = new TreeSet<>();
        matching.outcomes().stream()
                .filter(o -> o.need().priority() == priority && !o.isMet())
                .forEach(o -> unmet.add(o.need().id()));
    }

    public static Advice advise(Matching matching, Effort effort) {
        return matching.outcomes().stream()
                .filter(o -> !o.isMet())
                .map(o -> o.need().priority())
                .min(Comparator.naturalOrder())
                .map(p -> new Advisor(matching, p, effort).advice())
                .orElse(Advice.NONE);
    }

    private Advice advice() {
        Optional<OneMore> oneMore = oneMore();
        return new Advice(oneMore, ask(), whole);
    }

    // One more offer

    private Optional<OneMore> oneMore() {
        Map<String, Offer> candidates = new HashMap<>();
        List<Need> needs = unmetNeeds();
        for (Need need : needs) {
            String id = ONE_MORE + need.item() + " " + need.byDay();
            candidates.put(id, made(id, need));
        }
        // Where several do the same, the one that may come last.
        List<String> order = candidates.values().stream()
                .sorted(Comparator.comparing(Offer::availableFrom).reversed().thenComparing(Offer::id))
                .map(Offer::id)
                .toList();
        List<Offer> offers = new ArrayList<>(matching.question().offers());
        offers.addAll(candidates.values());
        return gains(offers, order, List.of()).stream().findFirst().map(gain -> {
            Offer offer = candidates.getOrDefault(gain.asked(), made(gain.asked(), needs.getFirst()));
            return new OneMore(offer.item(), gain.quantity(), offer.availableFrom(), gain.met());
        });
    }

    private Offer made(String id, Need need) {
        Set<String> everything = matching.question().needs().stream()
                .flatMap(n -> n.requires().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Offer(id, "?", need.item(), enough(), need.byDay(), 0, 0, everything, "", grain());
    }

    // Offers that there are

    private List<Ask> ask() {
        List<Ask> asks = new ArrayList<>();
        List<Offer> offers = matching.question().offers();
        Map<String, Offer> candidates = candidates();
        List<Gain> gains = askable(offers, candidates, List.of());
        if (!gains.isEmpty()) {
            Gain first = gains.getFirst();
            asks.add(ask(first));
            // The second, as if the first were granted.
            List<Gain> then = askable(offers, candidates, List.of(first));
            then.stream().findFirst().ifPresent(gain -> asks.add(ask(gain)));
        }
        return asks;
    }

    private List<Gain> askable(List<Offer> offers, Map<String, Offer> candidates, List<Gain> granted) {
        List<Offer> all = new ArrayList<>(offers);
        Map<String, Offer> left = new HashMap<>(candidates);
        for (Gain gain : granted) {
            Offer offer = left.remove(gain.asked());
            if (offer != null) {
                all.add(offer.withQuantity(gain.quantity()));
            }
        }
        all.addAll(left.values());
        return gains(all, left.keySet().stream().sorted().toList(), granted);
    }

    /** Of firm offers of one kind, raising the first to come does whatever raising a later one does. */
    private Map<String, Offer> candidates() {
        Firm firm = new Firm(matching.question().offers());
        Map<String, Offer> candidates = new HashMap<>();
        Set<List<Object>> kinds = new HashSet<>();
        for (Offer offer : matching.question().offers()) {
            String id = RAISED + offer.id();
            boolean isFirm = firm.is(offer);
            if (!isFirm || kinds.add(List.of(offer.item(), offer.trainingDays(), offer.worksWith()))) {
                BigDecimal most = isFirm ? enough() : offer.quantity();
                BigDecimal lot = isFirm ? grain() : offer.minimumLot().max(grain());
                candidates.put(
                        id,
                        new Offer(
                                id,
                                offer.giver(),
                                offer.item(),
                                most,
                                offer.availableFrom(),
                                offer.leadTimeDays(),
                                offer.trainingDays(),
                                offer.worksWith(),
                                "",
                                lot));
            }
        }
        return candidates;
    }

    private Ask ask(Gain gain) {
        String id = gain.asked().substring(RAISED.length());
        Offer offer = matching.question().offers().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Ask(offer, gain.quantity(), new Firm(matching.question().offers()).is(offer), gain.met());
    }

    // What each would do

    /** The best asked-for offer of each part, the best first; only such as help. */
    private List<Gain> gains(List<Offer> offers, List<String> candidates, List<Gain> granted) {
        MatchQuestion question = matching.question().withBefore(List.of()).withOffers(offers);
        List<Part> parts = Part.of(question, new Asked(candidates, 1)).stream()
                .filter(part -> part.needs().stream().anyMatch(n -> unmet.contains(n.id())))
                .toList();
        List<Gain> gains = new ArrayList<>();
        for (Part part : parts) {
            PartPlan plan = Planner.plan(part, aims(), work / QUESTIONS / parts.size());
            whole &= plan.reached().stream().allMatch(Reached::proven);
            gain(question, plan)
                    .map(gain -> gain.beside(plan.part(), granted))
                    .filter(Gain::isAny)
                    .ifPresent(gains::add);
        }
        return gains.stream().sorted(Gain.BEST).toList();
    }

    private List<Aim> aims() {
        List<Aim> aims = new ArrayList<>();
        for (int p = 1; p <= priority; p++) {
            aims.add(new Aim(What.UNMET, p));
            aims.add(new Aim(What.MISSING, p));
        }
        aims.add(new Aim(What.ASKED, 0));
        return aims;
    }

    private Optional<Gain> gain(MatchQuestion question, PartPlan plan) {
        List<Delivery> asked = plan.plan().stream()
                .filter(line -> plan.part().asked().has(line.offer()))
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Set<String> own = plan.part().needs().stream()
                .filter(n -> n.priority() == priority)
                .map(Need::id)
                .collect(Collectors.toSet());
        List<Outcome> now = matching.outcomes().stream()
                .filter(o -> own.contains(o.need().id()))
                .toList();
        List<Outcome> then = Outcomes.of(question, plan.plan()).stream()
                .filter(o -> own.contains(o.need().id()))
                .toList();
        return Optional.of(new Gain(
                asked.getFirst().offer(),
                asked.stream().map(Delivery::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                then.stream().filter(Outcome::isMet).count()
                        - now.stream().filter(Outcome::isMet).count(),
                missing(now).subtract(missing(then)),
                then.stream()
                        .filter(Outcome::isMet)
                        .map(o -> o.need().id())
                        .filter(unmet::contains)
                        .toList()));
    }

    private static BigDecimal missing(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(o -> o.missing().divide(o.need().quantity(), 6, RoundingMode.HALF_EVEN))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Need> unmetNeeds() {
        return matching.question().needs().stream()
                .filter(n -> unmet.contains(n.id()))
                .toList();
    }

    /** As much as could be of use, whatever the ratio. */
    private BigDecimal enough() {
        long most = matching.question().standIns().stream()
                .mapToLong(StandIn::sent)
                .max()
                .orElse(1);
        BigDecimal all = matching.question().needs().stream()
                .map(Need::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(most));
        return all.min(new BigDecimal("1000000000"));
    }

    private BigDecimal grain() {
        int decimals = Stream.concat(
                        matching.question().needs().stream().map(Need::quantity),
                        matching.question().offers().stream().map(Offer::quantity))
                .mapToInt(q -> Math.max(0, q.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
        return BigDecimal.ONE.movePointLeft(decimals);
    }
}
