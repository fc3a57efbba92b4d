package holdfast.reference;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import holdfast.language.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An instance of a clause, or an episode, interval or window of one, and how it stands: a verdict in the making (section 14).
 *
 * @param binding what its variables stand for, the bearer's included
 * @param breach the breach that it is, surely or not; a refuted one is none
 * @param real false for the verdict of a bearer that has no instance
 * @param sure false where there may be no such instance
 * @param waiver whether it is cured by a waiver, not by an act
 */
record Instance(
        String clause,
        String bearer,
        Binding binding,
        SortedMap<String, Value> key,
        Status status,
        Standing standing,
        Optional<Time> since,
        Optional<Time> due,
        Optional<Time> until,
        SortedSet<String> records,
        Optional<Breach> breach,
        boolean real,
        boolean sure,
        Optional<Done> fulfilled,
        Optional<Done> cured,
        Waiver waiver) {

    /** That it is done, surely or perhaps, and when. */
    record Done(Time time, boolean sure) {}

    /** Whether a waiver, and not an act, made good what was not done in time. */
    enum Waiver {
        NO,
        PERHAPS,
        YES
    }

    /** A bearer's one verdict where there is nothing else to say. */
    static Instance nothing(String clause, String bearer, Status status) {
        return new Instance(
                clause,
                bearer,
                Binding.EMPTY,
                new TreeMap<>(),
                status,
                Standing.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty(),
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                Waiver.NO);
    }

    /** What is neither a breach nor cured. */
    static Instance of(
            String clause,
            String bearer,
            Binding binding,
            SortedMap<String, Value> key,
            Status status,
            Optional<Time> since,
            Optional<Time> due,
            SortedSet<String> records) {
        return new Instance(
                clause,
                bearer,
                binding,
                key,
                status,
                Standing.NONE,
                since,
                due,
                Optional.empty(),
                records,
                Optional.empty(),
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                Waiver.NO);
    }

    /** With the breach that it is; what findings make of it comes later. */
    Instance turned(Status to, Breach breach) {
        return turned(to, Standing.NONE, Optional.of(breach));
    }

    Instance turned(Status to, Standing standing, Optional<Breach> breach) {
        Optional<Done> still = to != status && status == Status.CURED ? Optional.empty() : cured;
        return new Instance(
                clause, bearer, binding, key, to, standing, since, due, until, records, breach, real, sure, fulfilled,
                still, waiver);
    }

    Instance dated(Optional<Time> since, Optional<Time> until) {
        return new Instance(
                clause, bearer, binding, key, status, standing, since, due, until, records, breach, real, sure,
                fulfilled, cured, waiver);
    }

    /** One that there may not be. */
    Instance perhaps() {
        return new Instance(
                clause, bearer, binding, key, status, standing, since, due, until, records, breach, real, false,
                fulfilled, cured, waiver);
    }

    /** When it is, or may be, fulfilled, and cured. */
    Instance done(Optional<Done> fulfilled, Optional<Done> cured) {
        return new Instance(
                clause, bearer, binding, key, status, standing, since, due, until, records, breach, real, sure,
                fulfilled, cured, waiver);
    }

    Instance waived(Waiver waiver) {
        return new Instance(
                clause, bearer, binding, key, status, standing, since, due, until, records, breach, real, sure,
                fulfilled, cured, waiver);
    }

    Verdict verdict(Reading reading) {
        boolean told = status == Status.BREACHED || status == Status.CURED;
        boolean own = !told || breach.filter(b -> !b.own()).isEmpty();
        return new Verdict(
                clause, reading, bearer, key, status, standing, since, due, until, List.copyOf(records), own);
    }
}
