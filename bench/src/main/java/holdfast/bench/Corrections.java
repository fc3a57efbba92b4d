package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.Monitor;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** How long the engine takes to correct one record in a long history: from the correction to verdicts that are settled again. */
final class Corrections {
    private static final long MINUTE = 60_000;

    private Corrections() {}

    static void run(Options options) {
        Events events = options.workload();
        Record[] records = Holdfast.records(events);
        Monitor monitor = Monitor.ofManyRecords(Holdfast.agreement(options.path("agreement")));
        long now = 0;
        for (Record record : records) {
            now = record.recorded();
            monitor.advanceTo(now);
            monitor.accept(record);
        }
        monitor.advanceTo(now);
        int count = options.number("corrections", 1000);
        SplittableRandom random = new SplittableRandom(7);
        correct(monitor, records, now, now, random, count, "w");
        Stopwatch all = new Stopwatch();
        // They become known after those of the first round.
        long[] nanos = correct(monitor, records, now, now + count, random, count, "c");
        System.out.printf(
                "%d corrections, processor time of the thread: %.1f microseconds each%n",
                count, all.read().thread() / 1e3 / count);
        print("wall", nanos);
    }

    private static void print(String which, long[] nanos) {
        int count = nanos.length;
        Arrays.sort(nanos);
        System.out.printf(
                "%d corrections, %s time: median %.1f, p90 %.1f, p99 %.1f, greatest %.1f microseconds%n",
                count,
                which,
                nanos[count / 2] / 1e3,
                nanos[count * 9 / 10] / 1e3,
                nanos[count * 99 / 100] / 1e3,
                nanos[count - 1] / 1e3);
    }

    /**
     * Moves random records by up to a minute either way.
     *
     * @param known when the last record before became known
     */
    private static long[] correct(
            Monitor monitor,
            Record[] records,
            long now,
            long known,
            SplittableRandom random,
            int count,
            String prefix) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            Record.Observation old = (Record.Observation) records[random.nextInt(records.length)];
            long moved = old.occurred().lo() + random.nextLong(-MINUTE, MINUTE + 1);
            Record correction = new Record.Observation(
                    prefix + i,
                    known + i + 1,
                    old.source(),
                    Optional.of(old.id()),
                    old.event(),
                    Time.at(moved),
                    old.values(),
                    old.basis(),
                    old.incident());
            // To ask for the processor time of each takes as long as the correction.
            long start = System.nanoTime();
            monitor.accept(correction);
            monitor.advanceTo(now);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }
}
