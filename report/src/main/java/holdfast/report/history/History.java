package holdfast.report.history;

import holdfast.engine.Dissent;
import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.intake.RecordTaker;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Unjudged;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What was known at a moment, told to a monitor record by record; beside the verdicts it counts what a report says of the records themselves. */
public final class History {
    private final Agreement agreement;
    private final Watch watch;
    private final long asOf;
    private final Set<String> events = new LinkedHashSet<>();
    private final Set<String> once;
    private final Map<List<Object>, Long> ofOnce = new LinkedHashMap<>();
    private final long[] ofBasis = new long[Basis.values().length];
    private final Unjudged unjudged;
    private long last = Long.MIN_VALUE;
    private long taken;

    /** An id that comes twice, in files of which each alone is good: the reader tells of it at the end, with its lines. */
    private Optional<IllegalArgumentException> refused = Optional.empty();

    /** @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z: what became known later is not taken */
    public History(Agreement agreement, Monitor monitor, long asOf) {
        this(agreement, new Watch.OfAll(monitor), asOf);
    }

    /** @param watch how the records are watched */
    public History(Agreement agreement, Watch watch, long asOf) {
        this.once = agreement.events().stream()
                .map(EventType::name)
                .filter(agreement::countsOnce)
                .collect(Collectors.toSet());
        this.agreement = agreement;
        this.watch = watch;
        this.asOf = asOf;
        this.unjudged = new Unjudged(agreement);
    }

    /** @return whether it was known in time, and taken */
    public boolean accept(Record record) {
        boolean known = false;
        if (record.recorded() <= asOf && refused.isEmpty()) {
            try {
                if (!watch.accept(record)) {
                    return true;
                }
                known = true;
                taken++;
                last = Math.max(last, record.recorded());
                unjudged.look(record);
                if (record instanceof Record.Observation observation) {
                    events.add(observation.event());
                    ofBasis[observation.basis().ordinal()]++;
                    if (once.contains(observation.event()) && record.corrects().isEmpty()) {
                        ofOnce.merge(List.of(observation.event(), observation.values()), 1L, Long::sum);
                    }
                }
            } catch (IllegalArgumentException e) {
                refused = Optional.of(e);
            }
        }
        return known;
    }

    /** Takes rows in place of records, for whom nobody else wants to see; empty where that gains nothing. */
    public Optional<RecordTaker> taker() {
        return watch.takesRows() ? Optional.of(new Taker()) : Optional.empty();
    }

    private final class Taker implements RecordTaker {
        @Override
        public void accept(Record record) {
            History.this.accept(record);
        }

        @Override
        public Optional<Rows> rows(
                String event, String source, Optional<String> author, Basis basis, String beginning) {
            return once.contains(event)
                    ? Optional.empty()
                    : Optional.of(
                            new Counted(watch.monitor().rows(event, source, author, basis, beginning), event, basis));
        }

        @Override
        public Set<String> needed(String event) {
            return unjudged.asked(event);
        }
    }

    /** Counts what it passes on. */
    private final class Counted implements Rows {
        private final Rows rows;
        private final String event;
        private final Basis basis;
        private boolean any;

        Counted(Rows rows, String event, Basis basis) {
            this.rows = rows;
            this.event = event;
            this.basis = basis;
        }

        @Override
        public int code(int attribute, Value value) {
            return rows.code(attribute, value);
        }

        @Override
        public void take(int number, long recorded, long occurred, int[] codes) {
            if (recorded > asOf || refused.isPresent()) {
                return;
            }
            try {
                watch.comes(recorded);
                rows.take(number, recorded, occurred, codes);
                if (!any) {
                    any = true;
                    events.add(event);
                }
                taken++;
                last = Math.max(last, recorded);
                ofBasis[basis.ordinal()]++;
            } catch (IllegalArgumentException e) {
                refused = Optional.of(e);
            }
        }
    }

    public long taken() {
        return taken;
    }

    /** Somebody looked whether this happened, also if it did not. */
    public void looked(String event) {
        events.add(event);
    }

    public Set<String> events() {
        return events;
    }

    /** Of the events of which only the first counts, how many records are of a further one. */
    public Map<String, Long> again() {
        Map<String, Long> again = new TreeMap<>();
        ofOnce.forEach((same, n) -> {
            if (n > 1) {
                again.merge((String) same.getFirst(), n - 1, Long::sum);
            }
        });
        return again;
    }

    public Map<Basis, Long> bases() {
        Map<Basis, Long> bases = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            if (ofBasis[basis.ordinal()] > 0) {
                bases.put(basis, ofBasis[basis.ordinal()]);
            }
        }
        return bases;
    }

    public List<Unjudged.Line> unjudged() {
        return unjudged.lines(agreement);
    }

    public Map<String, String> ruled() {
        return watch.monitor().ruled();
    }

    public Optional<Long> last() {
        return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(last);
    }

    /** Shows the records that may be quoted, of all that were taken. */
    public void show(Quoted quoted) {
        watch.monitor().forEachRecordOf(quoted.wanted(), quoted.powers(), quoted::look);
    }

    public List<Verdict> verdictsAt(long now) {
        refused.ifPresent(e -> {
            throw e;
        });
        watch.advanceTo(now);
        return watch.verdicts();
    }

    public List<Dissent> dissent() {
        return watch.monitor().dissent();
    }

    /** Asked for last: the monitor is moved on. */
    public Ahead ahead(long now, long until, boolean asked, UnaryOperator<List<Verdict>> chosen) {
        return LookAhead.of(watch.monitor(), now, until, asked, chosen);
    }
}
