package holdfast.report.daily.ladder;

import holdfast.engine.Dissent;
import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What was known at a moment.
 *
 * @param facts what the records known by then say happened, whenever it did
 * @param verdicts at the moment asked about
 * @param records those known by then, by id
 * @param dissent those among them that have no effect
 */
public record Known(
        long asOf, List<KnownFact> facts, List<Verdict> verdicts, Map<String, Record> records, List<Dissent> dissent) {

    private static final Comparator<Record> ORDER =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    /** @param now the moment of the verdicts, not after {@code asOf} */
    public static Known at(long asOf, long now, List<Record> records, Supplier<Monitor> monitors) {
        Monitor monitor = monitors.get();
        Map<String, Record> known = new TreeMap<>();
        for (Record record : records) {
            if (record.recorded() <= asOf) {
                monitor.accept(record);
                known.put(record.id(), record);
            }
        }
        monitor.advanceTo(now);
        List<Verdict> verdicts = monitor.verdicts();
        monitor.advanceTo(asOf);
        return new Known(asOf, monitor.facts(), verdicts, known, monitor.dissent());
    }

    /** What a record is about in the end: the observation that it attributes, finds upon or takes back; itself, if it is one. */
    public Optional<Record.Observation> subject(Record record) {
        return switch (record) {
            case Record.Observation o -> Optional.of(o);
            case Record.Attribution a -> earlier(a.about(), a).flatMap(this::subject);
            case Record.Finding f -> f.about().flatMap(id -> earlier(id, f)).flatMap(this::subject);
            case Record.Withdrawal w -> earlier(w.withdraws(), w).flatMap(this::subject);
        };
    }

    /** The observation with which a chain of corrections begins. */
    public Record.Observation first(Record.Observation o) {
        return o.corrects()
                .flatMap(id -> earlier(id, o))
                .filter(Record.Observation.class::isInstance)
                .map(r -> first((Record.Observation) r))
                .orElse(o);
    }

    /** A record that another names. It was known before it, or both have no end. */
    private Optional<Record> earlier(String id, Record than) {
        return Optional.ofNullable(records.get(id)).filter(r -> ORDER.compare(r, than) < 0);
    }

    /** Whether it has no effect. */
    public Optional<Dissent> setAside(Record record) {
        return dissent.stream().filter(d -> d.record().id().equals(record.id())).findFirst();
    }
}
