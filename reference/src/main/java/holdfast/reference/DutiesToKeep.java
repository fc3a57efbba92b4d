package holdfast.reference;

import static holdfast.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.reference.InForce.Borne;
import holdfast.reference.Instants.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 11: the intervals in which a duty to keep was not kept. */
record DutiesToKeep(OneReading reading, Norm c, Duty.Keep duty) {

    List<Instance> intervals() {
        List<Instance> all = new ArrayList<>();
        for (Borne borne : InForce.bearers(c.bearer(), Binding.EMPTY)) {
            Holding inForce = reading.inForce.of(c, borne.binding());
            Holding d = reading.conditions.holding(
                    duty.condition(), borne.binding(), reading.conditions.happened(c.whileTrue()));
            Instants sure = inForce.sure().minus(d.poss()).upTo(reading.now);
            Instants poss = inForce.poss().minus(d.sure()).upTo(reading.now);
            for (Interval i : poss.intervals()) {
                List<Interval> surely =
                        sure.intersect(Instants.between(i.from(), i.to())).intervals();
                if (surely.isEmpty()) {
                    all.add(undetermined(borne, i));
                }
                for (Interval s : surely) {
                    all.add(breach(borne, i, s, surely.getFirst()));
                }
            }
            if (poss.isEmpty()) {
                all.add(Instance.nothing(c.id(), borne.bearer(), Prohibitions.kept(reading, inForce)));
            }
        }
        return all;
    }

    /** @param earliest the first of the stretch, with which this one may be one */
    private Instance breach(Borne borne, Interval i, Interval s, Interval earliest) {
        OptionalLong first = new Mentions(reading).beginning(used(borne.binding()), i, earliest);
        Optional<Time> start = first.isEmpty() ? Optional.empty() : Optional.of(new Time(first.getAsLong(), s.from()));
        Optional<Time> end = s.to() == reading.now
                ? Optional.empty()
                : Optional.of(new Time(s.to() + 1, i.to() == reading.now ? Long.MAX_VALUE : i.to() + 1));
        SortedSet<String> support = start.isPresent() ? support(borne.binding(), s.from()) : new TreeSet<>();
        return instance(borne, Status.BREACHED, start, support)
                .dated(start, end.filter(e -> e.hi() <= reading.now))
                .turned(
                        Status.BREACHED,
                        reading.breaches
                                .breach(c, borne.bearer(), borne.binding(), start, end, true, support)
                                .of(s.equals(earliest), Optional.empty()));
    }

    private Instance undetermined(Borne borne, Interval i) {
        Optional<Time> start = i.from() == BEGINNING
                ? Optional.empty()
                : Optional.of(new Time(i.from(), i.to() == reading.now ? i.from() : i.to()));
        SortedSet<String> support = start.isPresent() ? support(borne.binding(), i.from()) : new TreeSet<>();
        Optional<Time> end = Optional.of(new Time(i.from(), i.to() == reading.now ? Long.MAX_VALUE : i.to() + 1));
        return instance(borne, Status.UNDETERMINED, start.map(t -> Time.at(t.lo())), support)
                .turned(
                        Status.UNDETERMINED,
                        reading.breaches.breach(c, borne.bearer(), borne.binding(), start, end, false, support));
    }

    private Instance instance(Borne borne, Status status, Optional<Time> start, SortedSet<String> support) {
        return Instance.of(
                c.id(), borne.bearer(), borne.binding(), new TreeMap<>(), status, start, Optional.empty(), support);
    }

    /** The occurrences, in the patterns, states and levels that C and D use, one end of whose time is the start. */
    private SortedSet<String> support(Binding binding, long start) {
        return Occurrence.union(used(binding).stream()
                .filter(m -> m.lo() == start || m.hi() == start)
                .map(m -> m.occurrence().support())
                .toList());
    }

    private List<Match> used(Binding binding) {
        Mentions mentions = new Mentions(reading);
        List<Match> used = new ArrayList<>(mentions.matches(c.whileTrue(), binding));
        used.addAll(mentions.matches(duty.condition(), binding));
        return used;
    }
}
