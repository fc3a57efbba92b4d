package holdfast.reference;

import static holdfast.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import holdfast.reference.InForce.Borne;
import holdfast.reference.Instants.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
            boolean open = false;
            for (Interval p : inForce.poss().upTo(reading.now).intervals()) {
                List<Interval> surely = inForce.sure()
                        .intersect(Instants.between(p.from(), p.to()))
                        .intervals();
                Mentions mentions = new Mentions(reading);
                List<Match> used = mentions.matches(c.whileTrue(), borne.binding());
                for (Interval j : surely) {
                    OptionalLong first = mentions.beginning(used, p, j);
                    open |= first.isEmpty() && j.from() != BEGINNING;
                    first.ifPresent(lo -> found.addAll(windows(borne, new Stretch(j, p, lo))));
                }
                open |= surely.size() != 1;
            }
            if (open) {
                found.add(Instance.nothing(c.id(), borne.bearer(), Status.UNDETERMINED));
            }
            if (found.isEmpty() && !inForce.isTrueAt(Time.at(reading.now))) {
                found.add(Instance.nothing(c.id(), borne.bearer(), Prohibitions.kept(reading, inForce)));
            }
            all.addAll(found);
        }
        return all;
    }

    /** A stretch in which the clause is surely in force, and the one around it in which it may be. */
    private record Stretch(Interval surely, Interval possibly, long first) {

        /** Whether its beginning and its end are known. */
        boolean isCertain() {
            return first == surely.from() && surely.to() == possibly.to();
        }

        /** When it begins. */
        Time from() {
            return new Time(first, surely.from());
        }
    }

    private List<Instance> windows(Borne borne, Stretch j) {
        List<Match> acts =
                reading.breaches.acts(c, reading.inForce.by(borne, c, duty.act()), borne.binding(), duty.where());
        List<Instance> found = new ArrayList<>();
        for (int i = 0; (i == 0 ? j.from() : w(j, i)).lo() <= j.possibly().to(); i++) {
            // (w_i, w_i+1]; the first includes s
            Time first = i == 0 ? j.from() : w(j, i);
            Window window = new Window(i + 1, i == 0 ? first : new Time(first.lo() + 1, first.hi() + 1), w(j, i + 1));
            if (window.last().hi() <= j.surely().to()
                    && reading.now > window.last().hi()) {
                complete(borne, window, acts).ifPresent(found::add);
            } else if (j.surely().to() == reading.now
                    && reading.now >= window.first().hi()
                    && reading.now <= window.last().lo()) {
                found.add(current(borne, window, acts));
            } else if (reading.now >= window.first().lo()
                    && (window.last().lo() <= j.possibly().to() || j.possibly().to() == reading.now)
                    && !j.isCertain()) {
                found.add(undetermined(borne, window, window.possiblyIn(acts)));
            }
        }
        return found;
    }

    private Time w(Stretch j, int i) {
        return reading.calendar.shift(j.from(), duty.every(), i);
    }

    private record Window(int number, Time first, Time last) {

        List<Match> surelyIn(List<Match> acts) {
            return acts.stream()
                    .filter(a -> a.sure() && a.lo() >= first.hi() && a.hi() <= last.lo())
                    .sorted(Match.BY_END)
                    .toList();
        }

        List<Match> possiblyIn(List<Match> acts) {
            return acts.stream()
                    .filter(a -> a.hi() >= first.lo() && a.lo() <= last.hi())
                    .toList();
        }
    }

    private Optional<Instance> complete(Borne borne, Window window, List<Match> acts) {
        if (!window.surelyIn(acts).isEmpty()) {
            return Optional.empty();
        }
        List<Match> possible = window.possiblyIn(acts);
        if (!possible.isEmpty()) {
            return Optional.of(undetermined(borne, window, possible));
        }
        Optional<Time> due = Optional.of(window.last());
        return Optional.of(window(borne, window, Status.BREACHED, due, new TreeSet<>())
                .dated(due, due)
                .turned(Status.BREACHED, breach(borne, window, true)));
    }

    private Instance undetermined(Borne borne, Window window, List<Match> possible) {
        SortedSet<String> records = Occurrence.union(
                possible.stream().map(a -> a.occurrence().support()).toList());
        return window(borne, window, Status.UNDETERMINED, Optional.empty(), records)
                .turned(Status.UNDETERMINED, breach(borne, window, false));
    }

    private Breach breach(Borne borne, Window window, boolean sure) {
        Optional<Time> due = Optional.of(window.last());
        return reading.breaches.breach(c, borne.bearer(), borne.binding(), due, due, sure, new TreeSet<>());
    }

    private Instance current(Borne borne, Window window, List<Match> acts) {
        List<Match> in = window.surelyIn(acts);
        List<Match> possible = window.possiblyIn(acts);
        if (in.isEmpty() && !possible.isEmpty()) {
            SortedSet<String> records = Occurrence.union(
                    possible.stream().map(a -> a.occurrence().support()).toList());
            return window(borne, window, Status.UNDETERMINED, Optional.empty(), records);
        }
        if (in.isEmpty()) {
            return window(borne, window, Status.PENDING, Optional.empty(), new TreeSet<>());
        }
        Match done = in.getFirst();
        long lo = Math.max(
                window.first().lo(),
                possible.stream().mapToLong(Match::lo).min().orElseThrow());
        Optional<Time> since = Optional.of(new Time(lo, done.hi()));
        return window(borne, window, Status.FULFILLED, since, done.occurrence().support());
    }

    private Instance window(
            Borne borne, Window window, Status status, Optional<Time> since, SortedSet<String> records) {
        SortedMap<String, Value> key = new TreeMap<>();
        key.put("window", Value.Number.of(window.number()));
        Optional<Time> due = Optional.of(window.last());
        return Instance.of(c.id(), borne.bearer(), borne.binding(), key, status, since, due, records);
    }
}
