package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import java.util.Arrays;
import java.util.function.Supplier;

/** What it costs to be told a hundred times of what changed while a history goes by, beside not being told, and beside being told everything each time. */
final class Cuts {
    private static final int CUTS = 100;

    private enum Asked {
        NOTHING,
        CHANGES,
        EVERYTHING
    }

    private Cuts() {}

    static void run(Options options) {
        Record[] records = Holdfast.records(options.workload());
        Agreement agreement = Holdfast.agreement(options.path("agreement"));
        int rounds = options.number("rounds", 3);
        run(records, () -> new Monitor(agreement), "second tier alone", rounds);
        run(records, () -> Monitor.ofManyRecords(agreement), "both tiers", rounds);
    }

    private static void run(Record[] records, Supplier<Monitor> made, String tiers, int rounds) {
        long[][] times = new long[Asked.values().length][rounds];
        for (int round = -1; round < rounds; round++) {
            for (Asked asked : Asked.values()) {
                times[asked.ordinal()][Math.max(round, 0)] = pass(records, made.get(), asked);
            }
        }
        for (Asked asked : Asked.values()) {
            Arrays.sort(times[asked.ordinal()]);
            System.out.printf(
                    "%s, %,d events, asked %d times for %s: %.2f s of the thread, median%n",
                    tiers,
                    records.length,
                    CUTS,
                    asked.name().toLowerCase(java.util.Locale.ROOT),
                    times[asked.ordinal()][rounds / 2] / 1e9);
        }
    }

    private static long pass(Record[] records, Monitor monitor, Asked asked) {
        int each = Math.max(1, records.length / CUTS);
        Stopwatch stopwatch = new Stopwatch();
        for (int i = 0; i < records.length; i++) {
            monitor.advanceTo(records[i].recorded());
            monitor.accept(records[i]);
            if (i % each == each - 1) {
                switch (asked) {
                    case NOTHING -> {}
                    case CHANGES -> monitor.drain();
                    case EVERYTHING -> monitor.verdicts();
                }
            }
        }
        return stopwatch.read().thread();
    }
}
