package holdfast.bench;

import holdfast.engine.horizon.Archive;
import holdfast.engine.horizon.HorizonMonitor;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.report.history.Watch;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What the monitor holds in memory while a long stream goes by: the heap after a collection, at each million. The events are made as they are needed and not kept. */
final class Memory {
    private static final int STEP = 1_000_000;
    private static final long DAY = 86_400_000;

    private final Watch watch;
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private int taken;

    private Memory(Watch watch) {
        this.watch = watch;
    }

    static void run(Options options) {
        int days = options.number("horizon", 0);
        Agreement agreement = Holdfast.agreement(options.path("agreement"));
        Memory memory = new Memory(
                days == 0
                        ? new Watch.OfAll(Monitor.ofManyRecords(agreement))
                        : new Watch.WithHorizon(new HorizonMonitor(agreement, days * DAY, Archive.NONE)));
        memory.print();
        Workload.generate(
                options.number("events", 10_000_000),
                options.number("gap", 10),
                options.number("seed", 42),
                memory::take);
        System.out.println(Holdfast.counts(memory.watch.monitor().breaches()) + " held");
        if (memory.watch instanceof Watch.WithHorizon within) {
            within.forgetful().finals().counts().forEach(System.out::println);
            System.out.println(within.late().size() + " told too late, "
                    + within.forgetful().held() + " records at hand");
        }
    }

    private void take(long second, Workload.Kind kind, int id, int party, int sector, int rounds) {
        watch.advanceTo(second * 1000);
        watch.accept(Holdfast.record(taken, second, kind, id, party, sector, rounds));
        if (++taken % STEP == 0) {
            print();
        }
    }

    private void print() {
        System.gc();
        System.out.printf(
                "%,d events: %,d MB%n", taken, memory.getHeapMemoryUsage().getUsed() / (1024 * 1024));
    }
}
