package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The four policies as the agreement beside this module, watched by the {@link Monitor} like any other. */
final class Holdfast {
    private static final List<Value.Actor> PARTIES = IntStream.range(0, Workload.PARTIES)
            .mapToObj(i -> new Value.Actor("Party" + i))
            .toList();

    private Holdfast() {}

    static Agreement agreement(Path file) {
        var outcome = AgreementReader.read(file);
        return outcome.agreement()
                .orElseThrow(() -> new IllegalStateException(
                        "the agreement `" + file + "` is not good: " + outcome.diagnostics()));
    }

    /** The record of an event; its time in milliseconds. */
    static Record record(int number, long second, Workload.Kind kind, int id, int party, int sector, int rounds) {
        long instant = second * 1000;
        return new Record.Observation(
                "e" + number,
                instant,
                "bench",
                Optional.empty(),
                event(kind),
                Time.at(instant),
                values(kind, id, party, sector, rounds),
                Basis.SEEN,
                Optional.empty());
    }

    static String event(Workload.Kind kind) {
        return switch (kind) {
            case ALARM -> "alarm";
            case WARNING -> "warning";
            case RESPONSE -> "response";
            case FIRE -> "fire";
            case TRUCE_START -> "tstart";
            case TRUCE_STOP -> "tstop";
        };
    }

    private static Map<String, Value> values(Workload.Kind kind, int id, int party, int sector, int rounds) {
        return switch (kind) {
            case ALARM -> Map.of("id", Value.Number.of(id), "by", party(party), "sector", Value.Number.of(sector));
            case WARNING, RESPONSE -> Map.of("id", Value.Number.of(id));
            case FIRE ->
                Map.of(
                        "id",
                        Value.Number.of(id),
                        "by",
                        party(party),
                        "sector",
                        Value.Number.of(sector),
                        "rounds",
                        Value.Number.of(rounds));
            case TRUCE_START, TRUCE_STOP -> Map.of("sector", Value.Number.of(sector));
        };
    }

    static Value.Actor party(int party) {
        return PARTIES.get(party);
    }

    static Counts counts(List<Verdict> verdicts) {
        return new Counts(
                breaches(verdicts, "1.1"),
                breaches(verdicts, "2.1"),
                breaches(verdicts, "3.1"),
                breaches(verdicts, "4.1"));
    }

    private static long breaches(List<Verdict> verdicts, String clause) {
        return verdicts.stream().filter(v -> v.clause().equals(clause)).count();
    }

    static Record[] records(Events events) {
        Record[] records = new Record[events.size];
        for (int i = 0; i < records.length; i++) {
            records[i] = record(
                    i,
                    events.second[i],
                    events.kind(i),
                    events.id[i],
                    events.party[i],
                    events.sector[i],
                    events.rounds[i]);
        }
        return records;
    }

    /** In memory, with the records prepared: every event settled before the next. */
    static Contestant over(Events events, Path file) {
        Agreement agreement = agreement(file);
        Record[] records = records(events);
        return () -> {
            Monitor monitor = new Monitor(agreement);
            for (Record record : records) {
                monitor.advanceTo(record.recorded());
                monitor.accept(record);
            }
            return counts(monitor.breaches());
        };
    }
}
