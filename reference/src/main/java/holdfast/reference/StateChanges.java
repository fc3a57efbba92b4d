package holdfast.reference;

import static holdfast.reference.Calendar.BEGINNING;
import static holdfast.reference.Calendar.NEVER;

import holdfast.engine.Time;
import holdfast.language.model.Condition;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.reference.Instants.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Section 13: when a condition begins, or ends. */
record StateChanges(OneReading reading, Trigger.OnState on) {

    List<Triggering> all() {
        Holding holding = reading.conditions.holding(on.condition(), Binding.EMPTY);
        List<Triggering> found = new ArrayList<>();
        for (Interval p : holding.poss().intervals()) {
            List<Interval> surely =
                    holding.sure().intersect(Instants.between(p.from(), p.to())).intervals();
            found.addAll(on.begins() ? beginnings(p, surely) : endings(p, surely));
        }
        return found;
    }

    private List<Triggering> beginnings(Interval p, List<Interval> surely) {
        List<Triggering> found = new ArrayList<>();
        if (surely.isEmpty()) {
            earliest(p, mayHaveChanged(after(p))).ifPresent(lo -> found.add(unsure(lo, p.to())));
            return found;
        }
        long from = surely.getFirst().from();
        if (from != BEGINNING) {
            found.add(p.from() == BEGINNING ? begun(from) : change(p.from(), from, true));
        }
        found.addAll(between(surely));
        if (surely.getLast().to() < p.to()) {
            found.add(unsure(surely.getLast().to() + 1, p.to()));
        }
        return found;
    }

    /** It may always have held: it begins with what is first known of it, if that is what made the difference. */
    private Triggering begun(long at) {
        List<Match> by = usedBy(at);
        List<Match> seen = by.stream().filter(m -> endsAt(m, at)).toList();
        long lo = least(isOpen(by) ? by : seen).orElse(at);
        return change(lo, at, !seen.isEmpty() && !isUndefined(on.condition()));
    }

    private List<Triggering> endings(Interval p, List<Interval> surely) {
        List<Triggering> found = new ArrayList<>();
        long after = after(p);
        if (surely.isEmpty()) {
            boolean undefined = isUndefined(on.condition());
            List<Match> changed = undefined ? usedBy(after) : mayHaveChanged(after);
            OptionalLong lo = earliest(p, changed);
            if (lo.isEmpty() && undefined && after != NEVER) {
                lo = OptionalLong.of(after);
            }
            lo.ifPresent(l -> found.add(unsure(l, after)));
            return found;
        }
        long first = surely.getFirst().from();
        if (p.from() < first) {
            earliest(p, mayHaveChanged(first)).ifPresent(lo -> found.add(unsure(lo, first)));
        }
        found.addAll(between(surely));
        long last = surely.getLast().to();
        if (last != NEVER) {
            found.add(change(last + 1, after, p.to() < reading.now));
        }
        return found;
    }

    private List<Triggering> between(List<Interval> surely) {
        List<Triggering> found = new ArrayList<>();
        for (int i = 1; i < surely.size(); i++) {
            found.add(unsure(surely.get(i - 1).to() + 1, surely.get(i).from()));
        }
        return found;
    }

    private static long after(Interval p) {
        return p.to() == NEVER ? NEVER : p.to() + 1;
    }

    private static OptionalLong earliest(Interval p, List<Match> changed) {
        return p.from() == BEGINNING ? least(changed) : OptionalLong.of(p.from());
    }

    private static OptionalLong least(List<Match> used) {
        return used.stream().mapToLong(Match::lo).min();
    }

    /** What may have made a difference before an instant; nothing, where all of it is known exactly. */
    private List<Match> mayHaveChanged(long before) {
        List<Match> used =
                usedBy(before).stream().filter(m -> !endsAt(m, before)).toList();
        return isOpen(used) ? used : List.of();
    }

    private List<Match> usedBy(long instant) {
        return new Mentions(reading)
                .matches(on.condition(), Binding.EMPTY).stream()
                        .filter(m -> m.lo() <= instant)
                        .toList();
    }

    private static boolean endsAt(Match m, long instant) {
        return m.lo() == instant || m.hi() == instant;
    }

    private boolean isOpen(List<Match> used) {
        return isUndefined(on.condition())
                || used.stream().anyMatch(m -> !m.sure() || !m.time().precise());
    }

    private boolean isUndefined(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> all.stream().anyMatch(this::isUndefined);
            case Condition.Any(List<Condition> any) -> any.stream().anyMatch(this::isUndefined);
            case Condition.Not(Condition negated) -> isUndefined(negated);
            case Condition.InState in ->
                reading.conditions.state(in.state()) instanceof State.Named named && isUndefined(named.condition());
            case Condition.Undefined _ -> true;
            default -> false;
        };
    }

    private static Triggering time(long lo, long hi, boolean sure) {
        return new Triggering(new Time(lo, hi), sure, Binding.EMPTY, new TreeSet<>(), hi, Optional.empty());
    }

    private Triggering change(long lo, long hi, boolean sure) {
        return time(lo, hi, sure && hi <= reading.now);
    }

    private static Triggering unsure(long lo, long hi) {
        return time(lo, hi, false);
    }
}
