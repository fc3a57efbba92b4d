package holdfast.engine.reference;

import static holdfast.engine.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.reference.InForce.Borne;
import holdfast.engine.reference.Instants.Interval;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 12: the windows of a recurring duty. */
record RecurringDuties(OneReading reading, Norm c, Duty.Recur duty) {

    List<Instance> windows() {
        List<Instance> all = new ArrayList<>();
        for (Borne borne : InForce.bearers(c.bearer(), Binding.EMPTY)) {
            Holding inForce = reading.inForce.of(c, borne.binding());
            List<Instance> found = new ArrayList<>();
            for (Interval j : inForce.sure().upTo(reading.now).intervals()) {
                if (j.from() != BEGINNING) {
                    found.addAll(windows(borne, j));
                }
            }
            if (found.isEmpty() && inForce.isFalseAt(Time.at(reading.now))) {
                boolean never = inForce.poss().upTo(reading.now).isEmpty();
                found.add(Instance.nothing(c.id(), borne.bearer(), never ? Status.NOT_YET_DUE : Status.LAPSED));
            }
            all.addAll(found);
        }
        return all;
    }

    private List<Instance> windows(Borne borne, Interval j) {
        List<Match> acts =
                reading.breaches.acts(c, reading.inForce.by(borne, c, duty.act()), borne.binding(), duty.where());
        List<Instance> found = new ArrayList<>();
        for (int i = 0; w(j, i) <= j.to(); i++) {
            // (w_i, w_i+1]; the first includes s
            Window window = new Window(i + 1, i == 0 ? j.from() : w(j, i) + 1, w(j, i + 1));
            if (window.last() <= j.to() && reading.now > window.last()) {
                complete(borne, window, acts).ifPresent(found::add);
            } else if (j.to() == reading.now && reading.now >= window.first()) {
                found.add(current(borne, window, acts));
            }
        }
        return found;
    }

    private long w(Interval j, int i) {
        return reading.calendar.shift(j.from(), duty.every(), i);
    }

    private record Window(int number, long first, long last) {

        List<Match> surelyIn(List<Match> acts) {
            return acts.stream()
                    .filter(a -> a.sure() && a.lo() >= first && a.hi() <= last)
                    .sorted(Match.BY_END)
                    .toList();
        }

        List<Match> possiblyIn(List<Match> acts) {
            return acts.stream().filter(a -> a.hi() >= first && a.lo() <= last).toList();
        }
    }

    private Optional<Instance> complete(Borne borne, Window window, List<Match> acts) {
        if (!window.surelyIn(acts).isEmpty()) {
            return Optional.empty();
        }
        Optional<Time> due = Optional.of(Time.at(window.last()));
        List<Match> possible = window.possiblyIn(acts);
        boolean sure = possible.isEmpty();
        Breach breach = reading.breaches.breach(
                c, borne.bearer(), borne.binding(), due, Optional.of(window.last()), sure, new TreeSet<>());
        SortedSet<String> records = Occurrence.union(
                possible.stream().map(a -> a.occurrence().support()).toList());
        if (sure) {
            return Optional.of(window(borne, window, Status.BREACHED, due, records)
                    .dated(due, Optional.of(window.last()))
                    .turned(Status.BREACHED, breach));
        }
        return Optional.of(window(borne, window, Status.UNDETERMINED, Optional.empty(), records)
                .turned(Status.UNDETERMINED, breach));
    }

    private Instance current(Borne borne, Window window, List<Match> acts) {
        List<Match> in = window.surelyIn(acts);
        return in.isEmpty()
                ? window(borne, window, Status.PENDING, Optional.empty(), new TreeSet<>())
                : window(
                        borne,
                        window,
                        Status.FULFILLED,
                        Optional.of(in.getFirst().time()),
                        in.getFirst().occurrence().support());
    }

    private Instance window(
            Borne borne, Window window, Status status, Optional<Time> since, SortedSet<String> records) {
        SortedMap<String, Value> key = new TreeMap<>();
        key.put("window", Value.Number.of(window.number()));
        Optional<Time> due = Optional.of(Time.at(window.last()));
        return Instance.of(c.id(), borne.bearer(), borne.binding(), key, status, since, due, records);
    }
}
