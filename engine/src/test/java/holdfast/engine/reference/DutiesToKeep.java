package holdfast.engine.reference;

import static holdfast.engine.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.reference.InForce.Borne;
import holdfast.engine.reference.Instants.Interval;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 11: the intervals in which a duty to keep was not kept. */
record DutiesToKeep(OneReading reading, Norm c, Duty.Keep duty) {

    List<Instance> intervals() {
        List<Instance> all = new ArrayList<>();
        for (Borne borne : InForce.bearers(c.bearer(), Binding.EMPTY)) {
            Holding inForce = reading.inForce.of(c, borne.binding());
            Holding d = reading.conditions.holding(duty.condition(), borne.binding());
            Instants sure = inForce.sure().minus(d.poss()).upTo(reading.now);
            Instants poss = inForce.poss().minus(d.sure()).upTo(reading.now);
            for (Interval i : poss.intervals()) {
                all.add(interval(borne, i, sure.intersect(Instants.between(i.from(), i.to()))));
            }
            if (poss.isEmpty()) {
                all.add(Instance.nothing(c.id(), borne.bearer(), Prohibitions.kept(reading, inForce)));
            }
        }
        return all;
    }

    /** @param surely the part of B⁺ in the interval */
    private Instance interval(Borne borne, Interval i, Instants surely) {
        boolean sure = !surely.isEmpty();
        long first = sure ? surely.intervals().getFirst().from() : i.from();
        Optional<Time> start = first == BEGINNING ? Optional.empty() : Optional.of(Time.at(first));
        Optional<Long> end = sure ? end(surely.intervals().getLast().to()) : Optional.empty();
        Status status = sure ? Status.BREACHED : Status.UNDETERMINED;
        SortedSet<String> support = start.isPresent() ? support(borne.binding(), first) : new TreeSet<>();
        return Instance.of(
                        c.id(),
                        borne.bearer(),
                        borne.binding(),
                        new TreeMap<>(),
                        status,
                        start,
                        Optional.empty(),
                        support)
                .dated(start, end)
                .turned(status, reading.breaches.breach(c, borne.bearer(), borne.binding(), start, end, sure, support));
    }

    /** The instant after the last; none, if that is now. */
    private Optional<Long> end(long last) {
        return last == reading.now ? Optional.empty() : Optional.of(last + 1);
    }

    /** The occurrences, in the patterns, states and levels that C and D use, one end of whose time is the start. */
    private SortedSet<String> support(Binding binding, long start) {
        Mentions mentions = new Mentions(reading);
        List<Match> used = new ArrayList<>(mentions.matches(c.whileTrue(), binding));
        used.addAll(mentions.matches(duty.condition(), binding));
        return Occurrence.union(used.stream()
                .filter(m -> m.lo() == start || m.hi() == start)
                .map(m -> m.occurrence().support())
                .toList());
    }
}
