package holdfast.bench;

import holdfast.readiness.match.Advisor;
import holdfast.readiness.match.Effort;
import holdfast.readiness.match.Matching;
import holdfast.readiness.match.Outcome;
import holdfast.readiness.match.Reached;
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
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How the time of matching grows with needs and offers, how far a plan is from the proven best, and what a planner would come to who goes through the needs by priority and day and takes for each
 * what comes first. Items come in families of four, three of which stand in for the first; everything is scarce.
 */
final class Matchings {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int[] SIZES = {25, 50, 100, 200};

    private Matchings() {}

    static void run(Options options) {
        int families = options.number("families", 10);
        Effort effort = new Effort(options.number("work", (int) Effort.USUAL.work()));
        Matching.of(question(7, 25, 250, families), effort);
        System.out.println(
                "needs  offers  parts  seconds  processor  cut off  advice s  again s  met 1/2/3      greedy");
        for (int needs : SIZES) {
            row(question(1, needs, 10 * needs, families), effort);
        }
    }

    private static void row(MatchQuestion question, Effort effort) {
        Stopwatch watch = new Stopwatch();
        Matching matching = Matching.of(question, effort);
        Stopwatch.Reading read = watch.read();
        Stopwatch advice = new Stopwatch();
        Advisor.advise(matching, new Effort(effort.work() / 2));
        double advised = advice.read().wall() / 1e9;
        Stopwatch again = new Stopwatch();
        Matching second = Matching.of(question.withBefore(matching.plan()), effort);
        double planned = again.read().wall() / 1e9;
        if (!second.plan().equals(matching.plan())) {
            throw new IllegalStateException("planned again from the plan, it changed");
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%5d  %6d  %5d  %7.2f  %9.2f  %7d  %8.2f  %7.2f  %-13s  %s",
                question.needs().size(),
                question.offers().size(),
                matching.parts(),
                read.wall() / 1e9,
                read.process() / 1e9,
                matching.reached().stream().filter(r -> !r.proven()).count(),
                advised,
                planned,
                met(matching.outcomes()),
                greedy(question)));
        matching.reached().stream().filter(r -> !r.proven()).forEach(Matchings::gap);
    }

    private static void gap(Reached reached) {
        System.out.println("       cut off: " + reached.aim().words() + ": "
                + reached.value().toPlainString() + ", proven at least "
                + reached.least().toPlainString());
    }

    private static String met(List<Outcome> outcomes) {
        int[] met = new int[4];
        outcomes.stream().filter(Outcome::isMet).forEach(o -> met[o.need().priority()]++);
        return met[1] + "/" + met[2] + "/" + met[3];
    }

    // The greedy planner

    private static String greedy(MatchQuestion question) {
        Map<String, BigDecimal> left = new HashMap<>();
        question.offers().forEach(o -> left.put(o.id(), o.quantity()));
        int[] met = new int[4];
        for (Need need : question.needs()) {
            BigDecimal lacks = need.quantity();
            List<Delivery> lines = new ArrayList<>();
            for (Offer offer : question.offers()) {
                BigDecimal takes = lacks.min(left.get(offer.id()));
                if (offer.item().equals(need.item())
                        && lacks.signum() > 0
                        && takes.compareTo(offer.minimumLot().max(BigDecimal.ONE)) >= 0
                        && inTime(offer, need)) {
                    lines.add(new Delivery(need.id(), offer.id(), takes));
                    lacks = lacks.subtract(takes);
                    left.merge(offer.id(), takes.negate(), BigDecimal::add);
                }
            }
            met[need.priority()] += lacks.signum() == 0 ? 1 : 0;
        }
        return met[1] + "/" + met[2] + "/" + met[3];
    }

    private static boolean inTime(Offer offer, Need need) {
        int training = Math.max(0, offer.trainingDays() - need.trainingDays());
        return offer.condition().isEmpty()
                && offer.worksWith().containsAll(need.requires())
                && !offer.arrives().plusDays(training).isAfter(need.byDay());
    }

    // Questions

    static MatchQuestion question(long seed, int needs, int offers, int families) {
        Random random = new Random(seed);
        List<String> items = new ArrayList<>();
        List<StandIn> standIns = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            for (int i = 0; i < 4; i++) {
                items.add("item " + family + "-" + i);
                if (i > 0) {
                    standIns.add(new StandIn(
                            items.getLast(),
                            "item " + family + "-0",
                            1 + random.nextInt(3),
                            1 + random.nextInt(2),
                            false));
                }
            }
        }
        List<Need> asked = new ArrayList<>();
        for (int n = 0; n < needs; n++) {
            asked.add(need("need " + n, items, random));
        }
        List<Offer> offered = new ArrayList<>();
        for (int n = 0; n < offers; n++) {
            offered.add(offer("offer " + n, items, random));
        }
        return new MatchQuestion(asked, offered, standIns, Set.of(), List.of());
    }

    private static Need need(String id, List<String> items, Random random) {
        return new Need(
                id,
                items.get(random.nextInt(items.size())),
                BigDecimal.valueOf(20 + random.nextInt(200)),
                FIRST.plusDays(30 + random.nextInt(300)),
                1 + random.nextInt(3),
                random.nextInt(3) == 0 ? 30 : 0,
                random.nextInt(6) == 0 ? Set.of("link16") : Set.of());
    }

    private static Offer offer(String id, List<String> items, Random random) {
        int quantity = 1 + random.nextInt(20);
        return new Offer(
                id,
                "giver " + random.nextInt(40),
                items.get(random.nextInt(items.size())),
                BigDecimal.valueOf(quantity),
                FIRST.plusDays(random.nextInt(300)),
                random.nextInt(60),
                random.nextInt(3) == 0 ? 20 : 0,
                random.nextInt(3) == 0 ? Set.of() : Set.of("link16"),
                random.nextInt(10) == 0 ? "if parliament agrees" : "",
                BigDecimal.valueOf(random.nextInt(10) == 0 ? Math.min(quantity, 5) : 0));
    }
}
