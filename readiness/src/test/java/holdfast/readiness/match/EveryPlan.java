package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through every plan of a small question in whole units and keeps the best. It shares nothing with the planner but the question and the names of the aims. */
final class EveryPlan {
    private final MatchQuestion question;
    private final List<Aim> aims;
    private final int[][] sent;
    private double[] best = new double[0];

    private EveryPlan(MatchQuestion question) {
        this.question = question;
        this.aims = Matching.aims(question);
        this.sent = new int[question.needs().size()][question.offers().size()];
    }

    /** What the best plan has of each aim. */
    static double[] best(MatchQuestion question) {
        EveryPlan plans = new EveryPlan(question);
        plans.from(0, 0, left(question, 0));
        return plans.best;
    }

    /** What a plan has of each aim; fails if it is none. */
    static double[] of(MatchQuestion question, List<Delivery> plan) {
        EveryPlan one = new EveryPlan(question);
        for (Delivery line : plan) {
            int n = question.needs().stream().map(Need::id).toList().indexOf(line.need());
            int o = question.offers().stream().map(Offer::id).toList().indexOf(line.offer());
            one.sent[n][o] = line.quantity().intValueExact();
        }
        one.check();
        return one.score();
    }

    private static int left(MatchQuestion question, int o) {
        return o < question.offers().size()
                ? question.offers().get(o).quantity().intValueExact()
                : 0;
    }

    private void from(int offer, int need, int left) {
        if (offer == question.offers().size()) {
            double[] score = allowed() ? score() : null;
            if (score != null && (best.length == 0 || Arrays.compare(score, best) < 0)) {
                best = score;
            }
        } else if (need == question.needs().size()) {
            from(offer + 1, 0, left(question, offer + 1));
        } else {
            int most = serves(offer, need) ? left : 0;
            for (int q = 0; q <= most; q++) {
                if (q == 0 || q >= question.offers().get(offer).minimumLot().intValue()) {
                    sent[need][offer] = q;
                    from(offer, need + 1, left - q);
                }
            }
            sent[need][offer] = 0;
        }
    }

    private void check() {
        for (int o = 0; o < question.offers().size(); o++) {
            int all = 0;
            for (int n = 0; n < sent.length; n++) {
                all += sent[n][o];
                if (sent[n][o] > 0
                        && (!serves(o, n)
                                || sent[n][o]
                                        < question.offers().get(o).minimumLot().intValue())) {
                    throw new AssertionError(question.offers().get(o) + " may not go to "
                            + question.needs().get(n));
                }
            }
            if (all > left(question, o)) {
                throw new AssertionError(
                        "more than offered of " + question.offers().get(o));
            }
        }
        if (!allowed()) {
            throw new AssertionError("more than asked");
        }
    }

    // Which offer serves which need

    private boolean serves(int o, int n) {
        Offer offer = question.offers().get(o);
        return firm(offer)
                && offer.worksWith().containsAll(question.needs().get(n).requires())
                && counted(o, n) > 0;
    }

    private boolean firm(Offer offer) {
        if (offer.condition().startsWith("offer ")) {
            return question.offers().stream()
                    .filter(other -> offer.condition().equals("offer " + other.id()))
                    .anyMatch(this::firm);
        }
        return offer.condition().isEmpty();
    }

    /** What one of the offer counts for the need. */
    private double counted(int o, int n) {
        String offered = question.offers().get(o).item();
        String needed = question.needs().get(n).item();
        double direct = direct(offered, needed, false);
        if (offered.equals(needed) || direct > 0) {
            return offered.equals(needed) ? 1 : direct;
        }
        double through = 0;
        for (String middle : List.of("tank", "truck", "radar")) {
            if (!middle.equals(offered) && !middle.equals(needed)) {
                through = Math.max(through, direct(offered, middle, true) * direct(middle, needed, false));
            }
        }
        return through;
    }

    private double direct(String offered, String needed, boolean goesOn) {
        return question.standIns().stream()
                .filter(s -> s.offered().equals(offered) && s.needed().equals(needed) && (s.chained() || !goesOn))
                .mapToDouble(s -> (double) s.counted() / s.sent())
                .sum();
    }

    private long daysLate(int o, int n) {
        Offer offer = question.offers().get(o);
        Need need = question.needs().get(n);
        int training = Math.max(0, offer.trainingDays() - need.trainingDays());
        LocalDate inUse = offer.availableFrom().plusDays(offer.leadTimeDays()).plusDays(training);
        return Math.max(0, ChronoUnit.DAYS.between(need.byDay(), inUse));
    }

    // What a plan is worth

    /** No need gets more than it asks for, but for what cannot be cut. */
    private boolean allowed() {
        for (int n = 0; n < sent.length; n++) {
            double asked = question.needs().get(n).quantity().doubleValue();
            double all = 0;
            double step = 0;
            for (int o = 0; o < question.offers().size(); o++) {
                if (serves(o, n)) {
                    if (question.offers().get(o).minimumLot().signum() == 0) {
                        all += sent[n][o] * counted(o, n);
                        step = Math.max(step, counted(o, n));
                    } else if (sent[n][o]
                            > Math.max(
                                    question.offers().get(o).minimumLot().intValue(),
                                    Math.ceil(asked / counted(o, n) - 1e-9))) {
                        return false;
                    }
                }
            }
            if (all > 0 && all >= asked + step - 1e-9) {
                return false;
            }
        }
        return true;
    }

    private double[] score() {
        return aims.stream()
                .mapToDouble(this::of)
                .map(v -> Math.rint(v * 1e6) / 1e6)
                .toArray();
    }

    private double of(Aim aim) {
        List<Integer> needs = new ArrayList<>();
        for (int n = 0; n < sent.length; n++) {
            if (aim.priority() == 0 || question.needs().get(n).priority() == aim.priority()) {
                needs.add(n);
            }
        }
        return switch (aim.what()) {
            case UNMET -> needs.stream().filter(n -> lacks(n, false) > 0).count();
            case MISSING -> needs.stream().mapToDouble(n -> lacks(n, false)).sum();
            case NEVER -> needs.stream().mapToDouble(n -> lacks(n, true)).sum();
            case LATE -> late();
            case CHANGED -> possibleBefore().stream().filter(d -> kept(d) < 1).count();
            case GIVEN_UP ->
                possibleBefore().stream().mapToDouble(d -> 1 - kept(d)).sum();
            case OFFERS ->
                question.offers().stream()
                        .filter(o -> Arrays.stream(sent)
                                .anyMatch(s -> s[question.offers().indexOf(o)] > 0))
                        .count();
            case ASKED -> 0;
            case SENT -> Arrays.stream(sent).flatMapToInt(Arrays::stream).sum();
        };
    }

    private double lacks(int n, boolean evenLate) {
        double asked = question.needs().get(n).quantity().doubleValue();
        double has = 0;
        for (int o = 0; o < question.offers().size(); o++) {
            has += sent[n][o] > 0 && (evenLate || daysLate(o, n) == 0) ? sent[n][o] * counted(o, n) : 0;
        }
        double share = (asked - has) / asked;
        return share < 1e-9 ? 0 : share;
    }

    private double late() {
        double late = 0;
        for (int n = 0; n < sent.length; n++) {
            for (int o = 0; o < question.offers().size(); o++) {
                late += sent[n][o] > 0 ? sent[n][o] * counted(o, n) * daysLate(o, n) : 0;
            }
        }
        return late;
    }

    private List<Delivery> possibleBefore() {
        return question.before().stream()
                .filter(d -> serves(
                        question.offers().stream().map(Offer::id).toList().indexOf(d.offer()),
                        question.needs().stream().map(Need::id).toList().indexOf(d.need())))
                .collect(Collectors.toList());
    }

    private double kept(Delivery line) {
        int n = question.needs().stream().map(Need::id).toList().indexOf(line.need());
        int o = question.offers().stream().map(Offer::id).toList().indexOf(line.offer());
        return Math.min(1, sent[n][o] / line.quantity().doubleValue());
    }
}
