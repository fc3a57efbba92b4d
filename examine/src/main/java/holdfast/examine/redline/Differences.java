package holdfast.examine.redline;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In what the verdicts of two drafts on one clause differ at one moment. The number of the clause, its reading and the records cited do not count. */
final class Differences {
    private Differences() {}

    /** The first that applies; the earlier, the more telling. */
    enum Kind {
        /** Somebody is in breach in one draft and not in the other. */
        BREACH,
        /** How the clause stands for somebody differs in another way. */
        STATUS,
        /** Only a date or a value does. */
        DETAIL
    }

    /**
     * What a clause asks of one bearer at one moment.
     *
     * @param breached whether it was ever in breach; {@code still} whether it is now
     * @param late how many duties to act are overdue: one late and one not yet is less than two late
     * @param owing whether something is to be done yet
     * @param due the earliest deadline of what is to be done yet, in milliseconds since 1970-01-01T00:00Z; the greatest number for none
     */
    private record Demand(boolean breached, boolean still, int late, boolean owing, long due) {
        static final Demand NONE = new Demand(false, false, 0, false, Long.MAX_VALUE);
    }

    static List<Verdict> replayed(Agreement agreement, Reading reading, String clause, List<Record> records, long at) {
        return replayed(Program.of(agreement), reading, clause, records, at);
    }

    static List<Verdict> replayed(Program agreement, Reading reading, String clause, List<Record> records, long at) {
        Monitor monitor = new Monitor(agreement);
        records.forEach(monitor::accept);
        monitor.advanceTo(at);
        return of(monitor, reading, clause);
    }

    static List<Verdict> of(Monitor monitor, Reading reading, String clause) {
        return monitor.verdicts().stream()
                .filter(v -> v.clause().equals(clause) && v.reading().isPartOf(reading))
                .toList();
    }

    /** @param now the moment asked about, in milliseconds since 1970-01-01T00:00Z */
    static Optional<Kind> between(List<Verdict> before, List<Verdict> after, long now) {
        if (said(before, true).equals(said(after, true))) {
            return Optional.empty();
        }
        if (!breaches(before, now).equals(breaches(after, now))) {
            return Optional.of(Kind.BREACH);
        }
        return Optional.of(said(before, false).equals(said(after, false)) ? Kind.DETAIL : Kind.STATUS);
    }

    private static List<String> said(List<Verdict> verdicts, boolean detail) {
        List<String> said = new ArrayList<>();
        for (Verdict v : verdicts) {
            String text = v.bearer() + " " + v.status() + " " + v.standing();
            said.add(detail ? text + " " + v.key() + " " + v.since() + " " + v.due() + " " + v.until() : text);
        }
        Collections.sort(said);
        return said;
    }

    private static Map<String, String> breaches(List<Verdict> verdicts, long now) {
        Map<String, String> breaches = new TreeMap<>();
        demands(verdicts, now).forEach((bearer, d) -> {
            if (d.breached) {
                breaches.put(bearer, d.still ? "still" : "was");
            }
        });
        return breaches;
    }

    private static Map<String, Demand> demands(List<Verdict> verdicts, long now) {
        Map<String, Demand> demands = new TreeMap<>();
        for (Verdict v : verdicts) {
            boolean still = v.status() == Status.BREACHED
                    && v.until().map(u -> u.hi() > now).orElse(true);
            boolean owing = v.status() == Status.PENDING;
            Demand d = new Demand(
                    v.isBreach(),
                    still,
                    still && v.due().isPresent() ? 1 : 0,
                    owing,
                    owing ? v.due().map(Time::hi).orElse(Long.MAX_VALUE) : Long.MAX_VALUE);
            demands.merge(
                    v.bearer(),
                    d,
                    (a, b) -> new Demand(
                            a.breached || b.breached,
                            a.still || b.still,
                            a.late + b.late,
                            a.owing || b.owing,
                            Math.min(a.due, b.due)));
        }
        return demands;
    }

    /**
     * What one moment tells about the direction in which the clause was changed, for each bearer for whom it tells anything. What is undetermined or disputed tells
     * nothing.
     */
    static Map<String, Effect> effects(List<Verdict> before, List<Verdict> after, long now) {
        Map<String, Demand> then = demands(before, now);
        Map<String, Demand> later = demands(after, now);
        Set<String> bearers = new TreeSet<>(then.keySet());
        bearers.addAll(later.keySet());
        bearers.removeAll(unclear(before));
        bearers.removeAll(unclear(after));
        Map<String, Effect> effects = new TreeMap<>();
        for (String bearer : bearers) {
            effect(then.getOrDefault(bearer, Demand.NONE), later.getOrDefault(bearer, Demand.NONE))
                    .ifPresent(e -> effects.put(bearer, e));
        }
        return effects;
    }

    private static Set<String> unclear(List<Verdict> verdicts) {
        Set<String> unclear = new TreeSet<>();
        for (Verdict v : verdicts) {
            if (v.status() == Status.UNDETERMINED || v.status() == Status.DISPUTED) {
                unclear.add(v.bearer());
            }
        }
        return unclear;
    }

    private static Optional<Effect> effect(Demand before, Demand after) {
        int order = Boolean.compare(after.still, before.still);
        order = order != 0 ? order : Boolean.compare(after.breached, before.breached);
        order = order != 0 ? order : Integer.compare(after.late, before.late);
        order = order != 0 ? order : Boolean.compare(after.owing, before.owing);
        order = order != 0 ? order : Long.compare(before.due, after.due);
        return order == 0 ? Optional.empty() : Optional.of(order > 0 ? Effect.STRENGTHENED : Effect.WEAKENED);
    }
}
