package holdfast.readiness.match;

import holdfast.readiness.match.Reason.Taken;
import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Firm;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import holdfast.readiness.match.question.Ratio;
import holdfast.readiness.match.question.StandIns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads off a plan what each need gets, and why some do not get all. */
final class Outcomes {
    private static final int DECIMALS = 6;

    private final MatchQuestion question;
    private final StandIns standIns;
    private final Firm firm;
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, List<Delivery>> byOffer = new HashMap<>();
    private final Map<String, List<Delivery>> byNeed = new HashMap<>();

    private Outcomes(MatchQuestion question, List<Delivery> plan) {
        this.question = question;
        this.standIns = new StandIns(question.standIns());
        this.firm = new Firm(question.offers());
        question.offers().forEach(o -> offers.put(o.id(), o));
        for (Delivery line : plan) {
            byOffer.computeIfAbsent(line.offer(), o -> new ArrayList<>()).add(line);
            byNeed.computeIfAbsent(line.need(), n -> new ArrayList<>()).add(line);
        }
    }

    static List<Outcome> of(MatchQuestion question, List<Delivery> plan) {
        Outcomes outcomes = new Outcomes(question, plan);
        return question.needs().stream().map(outcomes::outcome).toList();
    }

    private Outcome outcome(Need need) {
        List<Outcome.Sent> sent = new ArrayList<>();
        BigDecimal inTime = BigDecimal.ZERO;
        BigDecimal late = BigDecimal.ZERO;
        for (Delivery line : byNeed.getOrDefault(need.id(), List.of())) {
            Offer offer = offer(line.offer());
            BigDecimal counted = counted(offer, need, line.quantity());
            LocalDate inUse = need.byDay().plusDays(arrives(offer) - lastArrival(offer, need));
            long daysLate = Math.max(0, arrives(offer) - lastArrival(offer, need));
            sent.add(new Outcome.Sent(offer, line.quantity(), counted, inUse, daysLate));
            inTime = daysLate == 0 ? inTime.add(counted) : inTime;
            late = daysLate > 0 ? late.add(counted) : late;
        }
        sent.sort(Comparator.comparing(Outcome.Sent::inUse)
                .thenComparing(s -> s.offer().id()));
        BigDecimal has = whole(inTime, need);
        boolean met = has.compareTo(need.quantity()) >= 0;
        return new Outcome(need, sent, plain(has), plain(whole(late, need)), met ? List.of() : reasons(need));
    }

    /** Thirds that were rounded add up to a whole. */
    private static BigDecimal whole(BigDecimal has, Need need) {
        BigDecimal lacks = need.quantity().subtract(has).abs();
        return lacks.compareTo(BigDecimal.ONE.movePointLeft(DECIMALS - 2)) < 0 ? need.quantity() : has;
    }

    private List<Reason> reasons(Need need) {
        List<Offer> able = question.offers().stream()
                .filter(o -> standIns.ratio(o.item(), need.item()).isPresent())
                .toList();
        if (able.isEmpty()) {
            return List.of(new Reason.NothingOffered());
        }
        List<Reason> reasons = new ArrayList<>();
        List<Offer> fit = able.stream()
                .filter(o -> o.worksWith().containsAll(need.requires()))
                .toList();
        List<Offer> sure = fit.stream().filter(firm::is).toList();
        List<Offer> inTime =
                sure.stream().filter(o -> arrives(o) <= lastArrival(o, need)).toList();
        enough(need, inTime, reasons);
        tooLate(need, sure, reasons);
        if (sure.size() < fit.size()) {
            reasons.add(new Reason.OnlyOnCondition(
                    fit.stream().filter(o -> !firm.is(o)).toList()));
        }
        if (fit.size() < able.size()) {
            reasons.add(doesNotFit(need, able));
        }
        return List.copyOf(reasons);
    }

    /** Whether there was enough in time, and who has it. */
    private void enough(Need need, List<Offer> inTime, List<Reason> reasons) {
        BigDecimal all = BigDecimal.ZERO;
        Map<String, BigDecimal> taken = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        for (Offer offer : inTime) {
            all = all.add(counted(offer, need, offer.quantity()));
            BigDecimal rest = offer.quantity();
            for (Delivery line : byOffer.getOrDefault(offer.id(), List.of())) {
                rest = rest.subtract(line.quantity());
                if (!line.need().equals(need.id())) {
                    taken.merge(line.need(), counted(offer, need, line.quantity()), BigDecimal::add);
                }
            }
            if (rest.signum() > 0 && offer.minimumLot().signum() > 0) {
                left.add(offer.id());
            }
        }
        if (all.compareTo(need.quantity()) < 0) {
            reasons.add(new Reason.TooLittle(plain(all)));
        }
        if (!taken.isEmpty()) {
            reasons.add(new Reason.GoneToOthers(question.needs().stream()
                    .filter(n -> taken.containsKey(n.id()))
                    .map(n -> new Taken(n, plain(taken.getOrDefault(n.id(), BigDecimal.ZERO))))
                    .toList()));
        }
        if (!left.isEmpty()) {
            reasons.add(new Reason.LotsTooLarge(left));
        }
    }

    private void tooLate(Need need, List<Offer> sure, List<Reason> reasons) {
        List<Offer> late = sure.stream()
                .filter(o -> arrives(o) > lastArrival(o, need))
                .sorted(Comparator.comparingLong((Offer o) -> arrives(o) - lastArrival(o, need))
                        .thenComparing(Offer::id))
                .toList();
        List<Offer> training = late.stream()
                .filter(o -> arrives(o) <= need.byDay().toEpochDay())
                .toList();
        if (!training.isEmpty()) {
            Offer first = training.getFirst();
            reasons.add(new Reason.TrainingNotDone(
                    first,
                    first.trainingDays() - need.trainingDays(),
                    arrives(first) - lastArrival(first, need),
                    training.size()));
        }
        List<Offer> after = late.stream().filter(o -> !training.contains(o)).toList();
        if (!after.isEmpty()) {
            Offer first = after.getFirst();
            long days = arrives(first) - lastArrival(first, need);
            reasons.add(new Reason.TooLate(first, need.byDay().plusDays(days), days, after.size()));
        }
    }

    private static Reason doesNotFit(Need need, List<Offer> able) {
        List<String> unfit = new ArrayList<>();
        Set<String> lacking = new TreeSet<>();
        for (Offer offer : able) {
            Set<String> lacks = new TreeSet<>(need.requires());
            lacks.removeAll(offer.worksWith());
            if (!lacks.isEmpty()) {
                unfit.add(offer.id());
                lacking.addAll(lacks);
            }
        }
        return new Reason.DoesNotFit(unfit, lacking);
    }

    private Offer offer(String id) {
        Offer offer = offers.get(id);
        if (offer == null) {
            throw new IllegalArgumentException("there is no offer " + id);
        }
        return offer;
    }

    private static long arrives(Offer offer) {
        return offer.arrives().toEpochDay();
    }

    private static long lastArrival(Offer offer, Need need) {
        return Part.lastArrival(need, offer.trainingDays());
    }

    private BigDecimal counted(Offer offer, Need need, BigDecimal quantity) {
        Ratio ratio = standIns.ratio(offer.item(), need.item()).orElseThrow();
        return quantity.multiply(BigDecimal.valueOf(ratio.counted()))
                .divide(BigDecimal.valueOf(ratio.sent()), DECIMALS, RoundingMode.HALF_EVEN);
    }

    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
