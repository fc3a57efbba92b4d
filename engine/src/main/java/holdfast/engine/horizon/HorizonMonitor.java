package holdfast.engine.horizon;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches an agreement without end (semantics, section 16). What is told later than a horizon after it happened is not taken, and said to be so; therefore what lies behind the
 * horizon is final as far as nothing in the text looks back so far. That goes to an archive, with the records on which it rests, and is forgotten. What is said of all else is what a
 * {@link Monitor} says that was told the same records and never forgets.
 */
public final class HorizonMonitor {
    /** So many records are taken before it is worth to look for what can go. */
    private static final int FEWEST = 1_024;

    private final Program program;
    private final LookBack back;
    private final long horizon;
    private final Archive archive;
    private final int fewest;

    private Monitor monitor;
    private Final finals = Final.NONE;
    private Map<String, Matter> matters = new HashMap<>();

    /** By the ids of which they speak, and which have not come. */
    private final Map<String, Matter> awaited = new HashMap<>();

    /** Of those at hand, the ids of those that the archive has. */
    private final Set<String> archived = new HashSet<>();

    private long now = Long.MIN_VALUE;
    private int takenSince;
    private int wait;
    private boolean anyWent;

    /** @param horizon in milliseconds, more than 0 */
    public HorizonMonitor(Agreement agreement, long horizon, Archive archive) {
        this(agreement, horizon, archive, FEWEST);
    }

    /** @param fewest so many records are taken before anything is forgotten */
    public HorizonMonitor(Agreement agreement, long horizon, Archive archive, int fewest) {
        if (horizon <= 0 || fewest < 1) {
            throw new IllegalArgumentException(
                    "a horizon lies in the past, and something is taken before it is forgotten");
        }
        this.program = Program.of(agreement);
        this.back = LookBack.of(agreement, horizon);
        this.horizon = horizon;
        this.archive = archive;
        this.fewest = fewest;
        this.wait = fewest;
        this.monitor = new Monitor(program);
    }

    /**
     * Takes a record, unless what it speaks of lies behind the horizon.
     *
     * @return empty if it was taken
     */
    public Optional<Behind> accept(Record record) {
        Optional<Behind> late = behind(record);
        if (late.isPresent()) {
            return late;
        }
        monitor.accept(record);
        Matter matter = new Matter(record);
        matters.put(record.id(), matter);
        for (String id : spokenOf(record)) {
            Matter other = matters.get(id);
            join(matter, other == null ? awaited.put(id, matter) : other);
        }
        join(matter, awaited.remove(record.id()));
        takenSince++;
        return Optional.empty();
    }

    /** What speaks of one another is one matter, whichever came first. */
    private void join(Matter matter, @Nullable Matter other) {
        if (other != null && other != matter) {
            other.records.forEach(matter::add);
            other.records.forEach(r -> matters.put(r.id(), matter));
            awaited.replaceAll((id, waiting) -> waiting == other ? matter : waiting);
        }
    }

    private Optional<Behind> behind(Record record) {
        List<String> targets = spokenOf(record);
        if (anyWent && !matters.keySet().containsAll(targets)) {
            return Optional.of(new Behind(record, Behind.Why.SPEAKS_OF_WHAT_IS_NOT_AT_HAND));
        }
        boolean old = targets.stream().map(matters::get).anyMatch(m -> m != null && m.first < edge());
        if (old) {
            return Optional.of(new Behind(record, Behind.Why.SPEAKS_OF_WHAT_HAPPENED));
        }
        long happened = switch (record) {
            case Record.Observation o -> o.occurred().lo();
            case Record.Finding f -> f.occurred().lo();
            case Record.Attribution ignored -> Long.MAX_VALUE;
            case Record.Withdrawal ignored -> Long.MAX_VALUE;
        };
        return happened < edge() ? Optional.of(new Behind(record, Behind.Why.HAPPENED)) : Optional.empty();
    }

    /** What it corrects, and what it is about: these may be two. */
    private static List<String> spokenOf(Record record) {
        List<String> spokenOf = new ArrayList<>();
        record.corrects().ifPresent(spokenOf::add);
        switch (record) {
            case Record.Observation ignored -> {}
            case Record.Finding f -> f.about().ifPresent(spokenOf::add);
            case Record.Attribution a -> spokenOf.add(a.about());
            case Record.Withdrawal w -> spokenOf.add(w.withdraws());
        }
        return spokenOf;
    }

    /** The first instant that is not behind the horizon. */
    private long edge() {
        return now < Long.MIN_VALUE + horizon ? Long.MIN_VALUE : now - horizon;
    }

    /** Moves on to {@code now}, milliseconds since 1970-01-01T00:00Z; an earlier moment than before changes nothing. */
    public void advanceTo(long moment) {
        if (moment <= now) {
            return;
        }
        now = moment;
        monitor.advanceTo(now);
        if (takenSince >= wait) {
            forget();
        }
    }

    /** Lets go of all that is final now, however little that is. */
    public void forget() {
        takenSince = 0;
        List<Verdict> said = monitor.verdicts();
        boolean went = false;
        for (Retention.Of of : Retention.Of.values()) {
            Retention kept = new Retention(back, edge(), of, Set.copyOf(matters.values()), matters, said);
            if (!kept.anythingGoes()) {
                break;
            }
            Monitor without = without(kept);
            if (kept.saysTheSame(without.verdicts(), finals.with(kept.finals()))) {
                let(kept, without);
                went = true;
                break;
            }
        }
        // What could not go is not looked at again before there is as much anew.
        wait = Math.max(fewest, went ? matters.size() / 2 : 2 * matters.size());
    }

    private Monitor without(Retention kept) {
        Monitor fresh = new Monitor(program);
        kept.stays().forEach(fresh::accept);
        fresh.advanceTo(now);
        return fresh;
    }

    private void let(Retention kept, Monitor without) {
        for (Record record : kept.forArchive()) {
            if (archived.add(record.id())) {
                archive.take(record);
            }
        }
        kept.finals().forEach(archive::take);
        finals = finals.with(kept.finals());
        matters.values().removeIf(m -> !m.stays);
        awaited.values().removeIf(m -> !m.stays);
        // A map does not become smaller by what is taken out of it.
        matters = new HashMap<>(matters);
        archived.retainAll(matters.keySet());
        anyWent = true;
        monitor = without;
    }

    /** The verdicts that may still change, and those of whoever has nothing on record; not those that went to the archive. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : monitor.verdicts()) {
            if (!finals.denies(verdict)) {
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    /** How many verdicts of each kind went to the archive. */
    public Final finals() {
        return finals;
    }

    /** Of what is watched still: see {@link Monitor}. */
    public Monitor watched() {
        return monitor;
    }

    /** How many records are at hand. */
    public int held() {
        return matters.size();
    }
}
