package holdfast.bench;

import holdfast.engine.monitor.Monitor;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What the monitor holds in memory while a long stream goes by: the heap after a collection, at each million. The events are made as they are needed and not kept. */
final class Memory {
    private static final int STEP = 1_000_000;

    private final Monitor monitor;
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private int taken;

    private Memory(Monitor monitor) {
        this.monitor = monitor;
    }

    static void run(Options options) {
        Memory memory = new Memory(new Monitor(Holdfast.agreement(options.path("agreement"))));
        memory.print();
        Workload.generate(
                options.number("events", 10_000_000),
                options.number("gap", 10),
                options.number("seed", 42),
                memory::take);
        System.out.println(Holdfast.counts(memory.monitor.breaches()));
    }

    private void take(long second, Workload.Kind kind, int id, int party, int sector, int rounds) {
        monitor.advanceTo(second * 1000);
        monitor.accept(Holdfast.record(taken, second, kind, id, party, sector, rounds));
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
