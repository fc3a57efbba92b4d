package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a plan has of each aim, counted from its lines alone. */
final class Score {
    private final Part part;
    private final Pairs pairs;
    private final Measure measure;
    private final long[] inTime;
    private final long[] late;
    private long daysLate;
    private long sent;
    private long asked;
    private final Set<String> used = new HashSet<>();
    private final Map<List<String>, Long> lines = new HashMap<>();

    Score(Part part, Pairs pairs, Measure measure, List<Delivery> plan) {
        this.part = part;
        this.pairs = pairs;
        this.measure = measure;
        this.inTime = new long[part.needs().size()];
        this.late = new long[part.needs().size()];
        plan.forEach(this::add);
    }

    private void add(Delivery line) {
        Link link = pairs.link(line).orElseThrow();
        Pairs.Place place = pairs.offer(line.offer()).orElseThrow();
        long grains = part.grains(line.quantity());
        long days = link.daysLate(place.offer().arrives().toEpochDay());
        if (days == 0) {
            inTime[link.need()] += grains * measure.counted(link);
        } else {
            late[link.need()] += grains * measure.counted(link);
            daysLate += grains * measure.perDayLate(link) * days;
        }
        sent += grains;
        if (part.asked().has(line.offer())) {
            asked += grains * part.asked().perGrain()
                    + (used.contains(line.offer()) ? 0 : part.asked().place(line.offer()));
        }
        used.add(line.offer());
        lines.merge(List.of(line.need(), line.offer()), grains, Long::sum);
    }

    /** In the measure of the part. */
    long of(Aim aim) {
        return switch (aim.what()) {
            case UNMET -> unmet(aim.priority());
            case MISSING -> missing(aim.priority(), false);
            case NEVER -> missing(aim.priority(), true);
            case LATE -> daysLate;
            case CHANGED ->
                part.before().stream().filter(line -> givenUp(line) > 0).count();
            case GIVEN_UP ->
                part.before().stream()
                        .mapToLong(line -> givenUp(line) * measure.perGivenUp(line))
                        .sum();
            case OFFERS -> used.size();
            case ASKED -> asked;
            case SENT -> sent;
        };
    }

    private long unmet(int priority) {
        long unmet = 0;
        for (int n = 0; n < inTime.length; n++) {
            unmet += part.needs().get(n).priority() == priority && inTime[n] < measure.size(n) ? 1 : 0;
        }
        return unmet;
    }

    private long missing(int priority, boolean evenLate) {
        long missing = 0;
        for (int n = 0; n < inTime.length; n++) {
            if (part.needs().get(n).priority() == priority) {
                long has = inTime[n] + (evenLate ? late[n] : 0);
                missing += Math.max(0, measure.size(n) - has) * measure.perMissing(n);
            }
        }
        return missing;
    }

    private long givenUp(Delivery line) {
        long has = lines.getOrDefault(List.of(line.need(), line.offer()), 0L);
        return Math.max(0, part.grains(line.quantity()) - has);
    }
}
