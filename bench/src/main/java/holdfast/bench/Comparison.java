package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Lets the contestants watch the same events in turn, each time in a fresh process, and prints the medians side by side. That all count the same violations is checked.
 */
final class Comparison {
    private static final List<String> TOOLS = List.of("hand", "esper", "holdfast");
    private static final String FLINK = "flink";

    /** What Flink opens of Java itself, by its own start script. */
    private static final List<String> OPENED =
            List.of("java.lang", "java.util", "java.util.concurrent", "java.time", "java.text", "java.net", "java.nio");

    private final Options options;
    private final List<String> tools;
    private final Map<String, Path> tables;
    private final Map<String, List<Sample>> warm = new LinkedHashMap<>();
    private final Map<String, List<Sample>> first = new LinkedHashMap<>();
    private final Map<String, List<Sample>> whole = new LinkedHashMap<>();
    private String counts = "";

    /**
     * Seconds for one pass.
     *
     * @param thread 0: no one thread did the work
     */
    private record Sample(double wall, double thread, double process) {
        static Sample of(Map<String, String> printed) {
            return new Sample(seconds(printed, "wall"), seconds(printed, "thread"), seconds(printed, "process"));
        }

        private static double seconds(Map<String, String> printed, String which) {
            return Long.parseLong(printed.getOrDefault(which, "0")) / 1e9;
        }
    }

    /** @param tables which file each tool reads; empty: they watch prepared events */
    private Comparison(Options options, List<String> tools, Map<String, Path> tables) {
        this.options = options;
        this.tools = tools;
        this.tables = tables;
    }

    /** In memory or, with {@code --from csv}, each a whole process that reads its table. */
    static void run(Options options) throws IOException, InterruptedException {
        if (!options.text("from", "memory").equals("csv")) {
            new Comparison(options, TOOLS, Map.of()).run();
            return;
        }
        Path bare = Files.createTempFile("holdfast-bench", ".csv");
        Path records = Files.createTempFile("holdfast-bench-records", ".csv");
        try {
            Events events = options.workload();
            Tables.writeBare(events, bare);
            Tables.writeRecords(events, records);
            new Comparison(options, TOOLS, Map.of("hand", bare, "esper", bare, "holdfast", records)).run();
        } finally {
            Files.delete(bare);
            Files.delete(records);
        }
    }

    /** In memory, with Flink SQL as well. */
    static void besideFlink(Options options) throws IOException, InterruptedException {
        List<String> tools = new ArrayList<>(TOOLS);
        tools.add(FLINK);
        new Comparison(options, tools, Map.of()).run();
    }

    private void run() throws IOException, InterruptedException {
        int rounds = options.number("rounds", 5);
        for (int round = 0; round < rounds; round++) {
            for (String tool : tools) {
                take(tool);
            }
            System.err.println("round " + (round + 1) + " of " + rounds + " done");
        }
        print();
    }

    private void take(String tool) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(tables.isEmpty() ? "pass" : "process", "--tool", tool));
        Optional.ofNullable(tables.get(tool)).ifPresent(table -> words.addAll(List.of("--table", table.toString())));
        for (String name : List.of("events", "gap", "seed", "passes", "agreement")) {
            options.find(name).ifPresent(value -> words.addAll(List.of("--" + name, value)));
        }
        boolean warmedUp = false;
        for (String line : program(tool).lines(words)) {
            if (line.startsWith("pass ")) {
                keep(tool, line, warmedUp ? warm : first);
                warmedUp = true;
            } else if (line.startsWith("whole ")) {
                keep(tool, line, whole);
            }
        }
        if (!warmedUp) {
            throw new IllegalStateException("`" + tool + "` printed nothing");
        }
    }

    private JavaProcess program(String tool) {
        return tool.equals(FLINK)
                ? new JavaProcess(
                        options.text("flink"),
                        "holdfast.bench.FlinkPasses",
                        OPENED.stream()
                                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                                .toList())
                : JavaProcess.THIS;
    }

    private void keep(String tool, String line, Map<String, List<Sample>> samples) {
        Map<String, String> printed = fields(line);
        check(tool, printed);
        samples.computeIfAbsent(tool, t -> new ArrayList<>()).add(Sample.of(printed));
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : line.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                fields.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return fields;
    }

    private void check(String tool, Map<String, String> printed) {
        StringBuilder these = new StringBuilder();
        for (String policy : List.of("P1", "P2", "P3", "P4")) {
            these.append(policy).append('=').append(printed.get(policy)).append(' ');
        }
        if (counts.isEmpty()) {
            counts = these.toString().trim();
        } else if (!counts.contentEquals(these.toString().trim())) {
            throw new IllegalStateException("`" + tool + "` counts " + these + "and not " + counts);
        }
    }

    private void print() {
        System.out.println("violations, the same for all: " + counts);
        table(tables.isEmpty() ? "first pass in a process" : "whole processes", first);
        if (!warm.isEmpty()) {
            table("later passes", warm);
        }
        if (tools.contains(FLINK)) {
            table("whole processes: start, making the events, and the first pass", whole);
        }
    }

    private void table(String title, Map<String, List<Sample>> samples) {
        int events = options.number("events", 1_000_000);
        System.out.printf("%n%s: medians in seconds, and how many times as long as code by hand%n", title);
        System.out.println(
                "| | wall | | processor, thread | | processor, process | | thousand events a second of its thread | of its process | by the clock |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        samples.forEach((tool, all) -> System.out.printf(
                "| %s |%s%s%s %s | %s | %s |%n",
                tool,
                column(all, samples, Sample::wall),
                column(all, samples, Sample::thread),
                column(all, samples, Sample::process),
                speed(events, all, Sample::thread),
                speed(events, all, Sample::process),
                speed(events, all, Sample::wall)));
    }

    private static String speed(int events, List<Sample> all, ToDoubleFunction<Sample> which) {
        double seconds = median(all, which);
        return seconds == 0 ? "–" : String.format(Locale.ROOT, "%,.0f", events / seconds / 1000);
    }

    private static String column(List<Sample> all, Map<String, List<Sample>> samples, ToDoubleFunction<Sample> which) {
        double own = median(all, which);
        double hand = median(samples.getOrDefault("hand", all), which);
        return own == 0 ? " – | – |" : String.format(Locale.ROOT, " %.2f | %.1f |", own, own / hand);
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> which) {
        return median(samples.stream().mapToDouble(which).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
