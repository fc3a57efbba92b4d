package holdfast.bench;

import java.nio.file.Path;

/** A process of its own in which one contestant watches the same prepared events several times; the first pass warms up. Prints one line for each pass. */
final class Passes {
    private Passes() {}

    static void run(Options options) {
        Events events = options.workload();
        Contestant contestant =
                contestant(options.text("tool"), events, options.path("agreement"), options.number("late", 0));
        int passes = options.number("passes", 3);
        for (int pass = 0; pass < passes; pass++) {
            System.gc();
            Stopwatch stopwatch = new Stopwatch();
            Counts counts = contestant.watch();
            System.out.println("pass " + stopwatch.read() + " " + counts);
        }
    }

    private static Contestant contestant(String tool, Events events, Path agreement, int late) {
        return switch (tool) {
            case "hand" -> HandWritten.over(events);
            case "esper" -> Esper.over(events);
            case "holdfast" -> Holdfast.over(events, agreement, late);
            case "records" -> Holdfast.overRecords(events, agreement);
            default -> throw new IllegalArgumentException("there is no contestant `" + tool + "`");
        };
    }
}
