package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The four policies as the agreement beside this module, watched by the {@link Monitor} like any other. */
final class Holdfast {
    private static final List<Value.Actor> PARTIES = IntStream.range(0, Workload.PARTIES)
            .mapToObj(i -> new Value.Actor("Party" + i))
            .toList();

    private static final long DAY = 86_400_000;

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

    /**
     * In memory, from the same columns as the others: every event settled before the next.
     *
     * @param late so many of a hundred become known up to a day after they happened, and so in another order
     */
    static Contestant over(Events events, Path file, int late) {
        Agreement agreement = agreement(file);
        long[] known = known(events, late);
        int[] order = IntStream.range(0, events.size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> known[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return () -> {
            Monitor monitor = Monitor.ofManyRecords(agreement);
            Feed feed = new Feed(monitor);
            for (int i : order) {
                feed.take(
                        i,
                        known[i],
                        events.second[i] * 1000,
                        events.kind(i),
                        events.id[i],
                        events.party[i],
                        events.sector[i],
                        events.rounds[i]);
            }
            return counts(monitor.breaches());
        };
    }

    private static long[] known(Events events, int late) {
        SplittableRandom random = new SplittableRandom(5);
        long[] known = new long[events.size];
        for (int i = 0; i < known.length; i++) {
            known[i] = events.second[i] * 1000 + (random.nextInt(100) < late ? random.nextLong(DAY) : 0);
        }
        return known;
    }

    /** In memory, with a record prepared for each event. */
    static Contestant overRecords(Events events, Path file) {
        Agreement agreement = agreement(file);
        Record[] records = records(events);
        return () -> {
            Monitor monitor = Monitor.ofManyRecords(agreement);
            for (Record record : records) {
                monitor.advanceTo(record.recorded());
                monitor.accept(record);
            }
            return counts(monitor.breaches());
        };
    }

    /** Passes events on as rows. */
    static final class Feed {
        private final Monitor monitor;
        private final Rows[] rows = new Rows[Workload.Kind.values().length];
        private final int[] parties = new int[Workload.PARTIES];
        private final int[] one = new int[1];
        private final int[] three = new int[3];
        private final int[] four = new int[4];

        Feed(Monitor monitor) {
            this.monitor = monitor;
            for (Workload.Kind kind : Workload.Kind.values()) {
                rows[kind.ordinal()] = monitor.rows(event(kind), "bench", Optional.empty(), Basis.SEEN, "e");
            }
            for (int i = 0; i < parties.length; i++) {
                parties[i] = rows[Workload.Kind.ALARM.ordinal()].code(1, PARTIES.get(i));
            }
        }

        void take(int number, long instant, Workload.Kind kind, int id, int party, int sector, int rounds) {
            take(number, instant, instant, kind, id, party, sector, rounds);
        }

        void take(
                int number, long known, long occurred, Workload.Kind kind, int id, int party, int sector, int rounds) {
            monitor.advanceTo(known);
            rows[kind.ordinal()].take(number, known, occurred, codes(kind, id, party, sector, rounds));
        }

        private int[] codes(Workload.Kind kind, int id, int party, int sector, int rounds) {
            return switch (kind) {
                case ALARM -> {
                    three[0] = Rows.code(id);
                    three[1] = parties[party];
                    three[2] = Rows.code(sector);
                    yield three;
                }
                case WARNING, RESPONSE -> {
                    one[0] = Rows.code(id);
                    yield one;
                }
                case FIRE -> {
                    four[0] = Rows.code(id);
                    four[1] = parties[party];
                    four[2] = Rows.code(sector);
                    four[3] = Rows.code(rounds);
                    yield four;
                }
                case TRUCE_START, TRUCE_STOP -> {
                    one[0] = Rows.code(sector);
                    yield one;
                }
            };
        }
    }
}
