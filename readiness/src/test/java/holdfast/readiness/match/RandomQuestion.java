package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import holdfast.readiness.match.question.StandIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Small questions of every sort, drawn from a seed. */
final class RandomQuestion {
    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final List<String> ITEMS = List.of("tank", "truck", "radar");
    private static final List<String> GIVERS = List.of("Norland", "Sudland", "Ostland");

    private final Random random;
    private final int most;

    private RandomQuestion(Random random, int most) {
        this.random = random;
        this.most = most;
    }

    static MatchQuestion of(long seed) {
        return drawn(seed, 3, 4);
    }

    /** @param most of which quantity */
    static MatchQuestion drawn(long seed, int parties, int most) {
        Random random = new Random(seed);
        RandomQuestion draws = new RandomQuestion(random, most);
        List<Need> needs = new ArrayList<>();
        int count = 1 + random.nextInt(parties);
        for (int i = 0; i < count; i++) {
            needs.add(draws.need("n" + i));
        }
        List<Offer> offers = new ArrayList<>();
        count = 1 + random.nextInt(parties + (parties > 3 ? parties : 0));
        for (int i = 0; i < count; i++) {
            offers.add(draws.offer("o" + i, i));
        }
        return new MatchQuestion(needs, offers, draws.standIns(), Set.of(), draws.before(needs, offers));
    }

    private Need need(String id) {
        return new Need(
                id,
                item(),
                BigDecimal.valueOf(1 + random.nextInt(most)),
                FIRST.plusDays(10 + random.nextInt(10)),
                1 + random.nextInt(2),
                random.nextInt(3) == 0 ? 4 : 0,
                random.nextInt(5) == 0 ? Set.of("link16") : Set.of());
    }

    private Offer offer(String id, int at) {
        int quantity = 1 + random.nextInt(most);
        String condition = switch (random.nextInt(8)) {
            case 0 -> "if parliament agrees";
            case 1 -> at > 0 ? "offer o" + (at - 1) : "";
            default -> "";
        };
        return new Offer(
                id,
                GIVERS.get(random.nextInt(GIVERS.size())),
                item(),
                BigDecimal.valueOf(quantity),
                FIRST.plusDays(random.nextInt(15)),
                random.nextInt(8),
                random.nextInt(3) == 0 ? 5 : 0,
                random.nextInt(3) == 0 ? Set.of() : Set.of("link16", "other"),
                condition,
                BigDecimal.valueOf(random.nextInt(4) == 0 ? 1 + random.nextInt(quantity) : 0));
    }

    private String item() {
        return ITEMS.get(random.nextInt(4) == 0 ? random.nextInt(ITEMS.size()) : 0);
    }

    private List<StandIn> standIns() {
        List<StandIn> standIns = new ArrayList<>();
        // None stands in for itself by way of others.
        Map<String, Integer> place = new HashMap<>();
        ITEMS.forEach(item -> place.put(item, random.nextInt()));
        for (String offered : ITEMS) {
            for (String needed : ITEMS) {
                if (place.get(offered) < place.get(needed) && random.nextInt(3) == 0) {
                    standIns.add(new StandIn(
                            offered, needed, 1 + random.nextInt(3), 1 + random.nextInt(2), random.nextBoolean()));
                }
            }
        }
        return standIns;
    }

    private List<Delivery> before(List<Need> needs, List<Offer> offers) {
        List<Delivery> lines = new ArrayList<>();
        if (random.nextBoolean()) {
            return lines;
        }
        for (Need need : needs) {
            for (Offer offer : offers) {
                if (random.nextInt(3) == 0) {
                    lines.add(new Delivery(need.id(), offer.id(), BigDecimal.valueOf(1 + random.nextInt(most))));
                }
            }
        }
        return lines;
    }
}
