package holdfast.bench;

import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.Snapshot;
import holdfast.engine.monitor.compile.Program;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long it takes to write down what a monitor of a million duties that are still open knows, and to make another of that; and to look a day back. Alone in a fresh process, as a
 * user would: nothing is warmed up.
 */
final class Snapshots {
    private static final long DAY = 86_400_000;

    private Snapshots() {}

    static void run(Options options) throws IOException {
        Program program = Program.of(Holdfast.agreement(options.path("agreement")));
        int alarms = options.number("events", 1_000_000);
        Monitor monitor = Monitor.ofManyRecords(program);
        Holdfast.Feed feed = new Holdfast.Feed(monitor);
        for (int i = 0; i < alarms; i++) {
            // All within a day: every one of them is open.
            feed.take(i, i * (DAY / alarms), Workload.Kind.ALARM, i, i % Workload.PARTIES, i % Workload.SECTORS, 0);
        }
        Path file = Files.createTempFile("holdfast-bench", ".snapshot");
        try {
            Stopwatch writing = new Stopwatch();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                Snapshot.write(monitor, out);
            }
            System.out.printf("%,d duties written: %s, %,d bytes%n", alarms, writing.read(), Files.size(file));
            Stopwatch reading = new Stopwatch();
            Monitor other;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                other = Snapshot.read(program, in);
            }
            System.out.printf("and read: %s%n", reading.read());
            check(monitor, other);
        } finally {
            Files.delete(file);
        }
        lookBack(options, program);
    }

    private static void check(Monitor monitor, Monitor other) {
        if (!monitor.verdicts().equals(other.verdicts())) {
            throw new IllegalStateException("the two say different things");
        }
        for (Monitor each : List.of(monitor, other)) {
            each.advanceTo(10 * DAY);
        }
        if (!monitor.breaches().equals(other.breaches())) {
            throw new IllegalStateException("later the two say different things");
        }
    }

    private static void lookBack(Options options, Program program) {
        Events events = options.workload();
        Monitor monitor = Monitor.ofManyRecords(program);
        Holdfast.Feed feed = new Holdfast.Feed(monitor);
        Stopwatch whole = new Stopwatch();
        long now = 0;
        for (int i = 0; i < events.size; i++) {
            now = events.second[i] * 1000;
            feed.take(i, now, events.kind(i), events.id[i], events.party[i], events.sector[i], events.rounds[i]);
        }
        System.out.printf("%,d events: %s%n", events.size, whole.read());
        for (int i = 0; i < 3; i++) {
            Stopwatch back = new Stopwatch();
            monitor.advanceTo(now - DAY);
            System.out.printf("a day back: %s%n", back.read());
            monitor.advanceTo(now);
        }
    }
}
