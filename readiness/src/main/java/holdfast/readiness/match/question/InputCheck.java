package holdfast.readiness.match.question;

import holdfast.readiness.match.question.MatchFault.About;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what cannot be matched: what is below zero, named and not there, there twice, or hangs on itself. */
public final class InputCheck {
    /** Beyond this the solver's numbers would no longer be exact. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private static final int DECIMALS = 3;
    private static final int MOST_DAYS = 36_525;
    private static final int MOST_RATIO = 1000;
    private static final int LOWEST_PRIORITY = 9;

    private final List<MatchFault> faults = new ArrayList<>();
    private final Set<String> items;

    private InputCheck(Set<String> items) {
        this.items = items;
    }

    public static List<MatchFault> faults(
            List<Need> needs, List<Offer> offers, List<StandIn> standIns, Set<String> items, List<Delivery> before) {
        InputCheck check = new InputCheck(items);
        check.needs(needs);
        check.offers(offers);
        check.conditions(offers);
        check.standIns(standIns);
        check.before(before);
        return check.faults;
    }

    private void needs(List<Need> needs) {
        Set<String> ids = new HashSet<>();
        for (Need need : needs) {
            id(About.NEED, need.id(), ids);
            item(About.NEED, need.id(), "item", need.item());
            quantity(About.NEED, need.id(), "quantity", need.quantity(), false);
            days(About.NEED, need.id(), "training_days", need.trainingDays());
            if (need.priority() < 1 || need.priority() > LOWEST_PRIORITY) {
                fault(
                        About.NEED,
                        need.id(),
                        "priority",
                        "`" + need.priority() + "` is no priority",
                        "1 to " + LOWEST_PRIORITY + ", 1 first",
                        "");
            }
        }
    }

    private void offers(List<Offer> offers) {
        Set<String> ids = new HashSet<>();
        for (Offer offer : offers) {
            id(About.OFFER, offer.id(), ids);
            item(About.OFFER, offer.id(), "item", offer.item());
            quantity(About.OFFER, offer.id(), "quantity", offer.quantity(), false);
            quantity(About.OFFER, offer.id(), "minimum_lot", offer.minimumLot(), true);
            days(About.OFFER, offer.id(), "lead_time_days", offer.leadTimeDays());
            days(About.OFFER, offer.id(), "training_days", offer.trainingDays());
            if (offer.giver().isBlank()) {
                fault(About.OFFER, offer.id(), "giver", "nobody gives it", "who does", "");
            }
            if (offer.minimumLot().compareTo(offer.quantity()) > 0
                    && offer.quantity().signum() > 0) {
                fault(
                        About.OFFER,
                        offer.id(),
                        "minimum_lot",
                        "the least lot of " + offer.minimumLot().toPlainString() + " is more than the "
                                + offer.quantity().toPlainString() + " offered",
                        "",
                        "nothing could ever be sent; lower the lot or raise the quantity");
            }
        }
    }

    private void conditions(List<Offer> offers) {
        Map<String, Offer> byId = new HashMap<>();
        offers.forEach(o -> byId.put(o.id(), o));
        for (Offer offer : offers) {
            Set<String> passed = new LinkedHashSet<>();
            Offer at = offer;
            while (at != null && at.hangsOnAnOffer() && passed.add(at.id())) {
                Offer next = byId.get(at.hangsOn());
                if (next == null && at.equals(offer)) {
                    fault(
                            About.OFFER,
                            offer.id(),
                            "condition",
                            "there is no offer `" + offer.hangsOn() + "`",
                            "the id of an offer after `offer`",
                            "write the condition in other words if no offer is meant");
                }
                at = next;
            }
            if (offer.equals(at) && offer.hangsOnAnOffer()) {
                fault(
                        About.OFFER,
                        offer.id(),
                        "condition",
                        "it hangs on itself: " + String.join(" on ", passed) + " on " + offer.id(),
                        "",
                        "one of them must stand by itself");
            }
        }
    }

    private void standIns(List<StandIn> standIns) {
        Set<String> ids = new HashSet<>();
        for (StandIn standIn : standIns) {
            item(About.STAND_IN, standIn.id(), "item", standIn.offered());
            item(About.STAND_IN, standIn.id(), "stands_in_for", standIn.needed());
            if (!ids.add(standIn.id())) {
                fault(About.STAND_IN, standIn.id(), "stands_in_for", "it is there twice", "", "leave one of them out");
            }
            if (standIn.offered().equals(standIn.needed())) {
                fault(About.STAND_IN, standIn.id(), "stands_in_for", "it stands in for itself", "another item", "");
            }
            List<String> circle = circle(standIn, standIns);
            if (!circle.isEmpty()) {
                fault(
                        About.STAND_IN,
                        standIn.id(),
                        "stands_in_for",
                        "`" + standIn.offered() + "` would stand in for itself: " + String.join(" for ", circle),
                        "no circle",
                        "leave one of these lines out");
            }
            ratio(standIn, "sent", standIn.sent());
            ratio(standIn, "counted", standIn.counted());
        }
    }

    /** The shortest way from what it stands in for back to itself, by way of others; empty where there is none. */
    private static List<String> circle(StandIn first, List<StandIn> standIns) {
        Map<String, String> cameBy = new HashMap<>();
        List<String> open = new ArrayList<>(List.of(first.needed()));
        while (!open.isEmpty() && !first.offered().equals(first.needed())) {
            String at = open.removeFirst();
            if (at.equals(first.offered())) {
                List<String> way = new ArrayList<>(List.of(at));
                for (String by = cameBy.get(at); by != null; by = cameBy.get(by)) {
                    way.addFirst(by);
                }
                way.addFirst(first.offered());
                return way;
            }
            standIns.stream()
                    .filter(s -> s.offered().equals(at))
                    .map(StandIn::needed)
                    .filter(next -> !next.equals(first.needed()) && cameBy.putIfAbsent(next, at) == null)
                    .forEach(open::add);
        }
        return List.of();
    }

    private void ratio(StandIn standIn, String field, int number) {
        if (number < 1 || number > MOST_RATIO) {
            fault(
                    About.STAND_IN,
                    standIn.id(),
                    field,
                    "`" + number + "` is no number of things",
                    "1 to " + MOST_RATIO,
                    "three of these for one of those is 3 and 1");
        }
    }

    private void before(List<Delivery> before) {
        Set<List<String>> lines = new HashSet<>();
        for (Delivery line : before) {
            String id = line.offer() + " to " + line.need();
            quantity(About.PLAN, id, "quantity", line.quantity(), false);
            if (!lines.add(List.of(line.need(), line.offer()))) {
                fault(About.PLAN, id, "deliveries", "it is there twice", "", "put the two together");
            }
        }
    }

    private void id(About about, String id, Set<String> ids) {
        if (id.isBlank()) {
            fault(about, id, "id", "there is no id", "one that nothing else of its kind has", "");
        } else if (!ids.add(id)) {
            fault(about, id, "id", "it is there twice", "", "give one of them another id");
        }
    }

    private void item(About about, String id, String field, String item) {
        if (item.isBlank()) {
            fault(about, id, field, "there is no item", "what is meant", "");
        } else if (!items.isEmpty() && !items.contains(item)) {
            fault(
                    about,
                    id,
                    field,
                    "there is no item `" + item + "`",
                    "one of those listed",
                    "add it to the items, or write it as it stands there");
        }
    }

    private void quantity(About about, String id, String field, BigDecimal quantity, boolean mayBeZero) {
        String written = "`" + quantity.toPlainString() + "` ";
        if (quantity.signum() < 0 || (quantity.signum() == 0 && !mayBeZero)) {
            fault(about, id, field, written + "is " + (quantity.signum() < 0 ? "below zero" : "nothing"), "more", "");
        } else if (quantity.compareTo(MOST) > 0) {
            fault(about, id, field, written + "is too much", "at most " + MOST, "count in a larger unit");
        } else if (quantity.stripTrailingZeros().scale() > DECIMALS) {
            fault(
                    about,
                    id,
                    field,
                    written + "is finer than a thousandth",
                    "at most " + DECIMALS + " decimals",
                    "count in a smaller unit");
        }
    }

    private void days(About about, String id, String field, int days) {
        if (days < 0 || days > MOST_DAYS) {
            fault(about, id, field, "`" + days + "` is no number of days", "0 or more", "");
        }
    }

    private void fault(About about, String id, String field, String found, String expected, String help) {
        faults.add(new MatchFault(about, id, field, found, expected, help));
    }
}
