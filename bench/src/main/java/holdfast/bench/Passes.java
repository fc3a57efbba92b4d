package holdfast.bench;

import java.nio.file.Path;

/**
 * A process of its own in which one contestant watches the same prepared events several times; the first pass warms up. Prints one line for each pass, and after the first what the whole
 * process has cost until then.
 */
final class Passes {
    private Passes() {}

    static void run(Options options) {
        Events events = options.workload();
        Contestant contestant =
                contestant(options.text("tool"), events, options.path("agreement"), options.number("late", 0));
        run(options.number("passes", 3), () -> {
            Stopwatch stopwatch = new Stopwatch();
            Counts counts = contestant.watch();
            return new Pass(stopwatch.read(), counts);
        });
    }

    static <E extends Exception> void run(int passes, Watching<E> watching) throws E {
        for (int i = 0; i < passes; i++) {
            System.gc();
            Pass pass = watching.once();
            System.out.println("pass " + pass.time() + " " + pass.counts());
            if (i == 0) {
                Stopwatch.Reading whole = Stopwatch.sinceStart();
                System.out.println(
                        "whole " + (pass.time().thread() == 0 ? whole.ofManyThreads() : whole) + " " + pass.counts());
            }
        }
    }

    /** What was counted, and how long it took. */
    record Pass(Stopwatch.Reading time, Counts counts) {}

    /** Watches all events once, from nothing. */
    interface Watching<E extends Exception> {
        Pass once() throws E;
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
