package holdfast.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How long something takes, by the clock on the wall and in processor time: of this thread, and of the whole process with its compiler and its collector. On a machine that is shared with
 * others, only processor time says what the work itself costs.
 */
final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long wall = System.nanoTime();
    private final long thread = threadNanos();
    private final long process = SYSTEM.getProcessCpuTime();

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What the process has cost since it began. */
    static Reading sinceStart() {
        long wall = ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000;
        return new Reading(wall, threadNanos(), SYSTEM.getProcessCpuTime());
    }

    /** The most memory that the process has had, in kilobytes; 0 where the system does not say (see proc(5), `VmHWM`). */
    static long peakKilobytes() {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    Reading read() {
        return new Reading(System.nanoTime() - wall, threadNanos() - thread, SYSTEM.getProcessCpuTime() - process);
    }

    /**
     * Nanoseconds.
     *
     * @param thread 0: no one thread did the work
     */
    record Reading(long wall, long thread, long process) {
        Reading ofManyThreads() {
            return new Reading(wall, 0, process);
        }

        @Override
        public String toString() {
            return "wall=" + wall + " thread=" + thread + " process=" + process;
        }
    }
}
