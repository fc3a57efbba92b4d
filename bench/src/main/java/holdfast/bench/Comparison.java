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
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
    /** How each tool is begun. */
    private final Map<String, JavaProcess> programs;

    private final Map<String, List<Sample>> warm = new LinkedHashMap<>();
    private final Map<String, List<Sample>> first = new LinkedHashMap<>();
    private final Map<String, List<Sample>> whole = new LinkedHashMap<>();
    private String counts = "";

    /**
     * Seconds for one pass.
     *
     * @param thread 0: no one thread did the work
     * @param peak the most memory of the process, in megabytes; 0: it was not asked for
     */
    private record Sample(double wall, double thread, double process, double peak) {
        static Sample of(Map<String, String> printed) {
            return new Sample(
                    seconds(printed, "wall"),
                    seconds(printed, "thread"),
                    seconds(printed, "process"),
                    Long.parseLong(printed.getOrDefault("peak", "0")) / 1024.0);
        }

        private static double seconds(Map<String, String> printed, String which) {
            return Long.parseLong(printed.getOrDefault(which, "0")) / 1e9;
        }
    }

    /** @param tables which file each tool reads; empty: they watch prepared events */
    private Comparison(Options options, Map<String, JavaProcess> programs, Map<String, Path> tables) {
        this.options = options;
        this.tools = List.copyOf(programs.keySet());
        this.programs = programs;
        this.tables = tables;
    }

    /** In memory or, with {@code --from csv}, each a whole process that reads its table. */
    static void run(Options options) throws IOException, InterruptedException {
        if (options.text("from", "memory").equals("csv")) {
            fromTables(options);
        } else {
            new Comparison(options, again(JavaProcess.ROOMY), Map.of()).run();
        }
    }

    private static Map<String, JavaProcess> again(List<String> settings) {
        Map<String, JavaProcess> programs = new LinkedHashMap<>();
        TOOLS.forEach(tool -> programs.put(tool, JavaProcess.again(settings)));
        return programs;
    }

    /** Twice, as what is best for one tool is not for the other: with much room and both compilers, and begun quickly. */
    private static void fromTables(Options options) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdfast-bench");
        try {
            Map<String, Path> tables = tables(options.workload(), folder, "all");
            Map<String, Path> some = tables(Events.of(30_000, 10, 7), folder, "some");
            for (List<String> settings : List.of(JavaProcess.ROOMY, JavaProcess.QUICK)) {
                System.out.println("\n" + String.join(" ", settings));
                Map<String, JavaProcess> prepared = new LinkedHashMap<>();
                for (String tool : TOOLS) {
                    prepared.put(tool, prepared(tool, settings, some, folder, options));
                }
                new Comparison(options, prepared, tables).run();
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Map<String, Path> tables(Events events, Path folder, String name) throws IOException {
        Path bare = folder.resolve(name + "-bare.csv");
        Path records = folder.resolve(name + ".csv");
        Tables.writeBare(events, bare);
        Tables.writeRecords(events, records);
        return Map.of("hand", bare, "esper", bare, "holdfast", records);
    }

    /** With its classes as it left them over a few other events, as the command `holdfast` has them from its first use. */
    private static JavaProcess prepared(
            String tool, List<String> settings, Map<String, Path> tables, Path folder, Options options)
            throws IOException, InterruptedException {
        Path classes = folder.resolve(tool + settings.hashCode() + ".aot");
        JavaProcess.again(settings).with("-XX:AOTCacheOutput=" + classes).lines(process(tool, tables, options));
        return JavaProcess.again(settings).with("-XX:AOTCache=" + classes).with("-Xlog:disable");
    }

    private static List<String> process(String tool, Map<String, Path> tables, Options options) {
        return List.of(
                "process",
                "--tool",
                tool,
                "--table",
                Objects.requireNonNull(tables.get(tool)).toString(),
                "--agreement",
                options.text("agreement"));
    }

    /** In memory, with Flink SQL as well. */
    static void besideFlink(Options options) throws IOException, InterruptedException {
        Map<String, JavaProcess> programs = again(JavaProcess.ROOMY);
        List<String> settings = new ArrayList<>(JavaProcess.ROOMY);
        OPENED.forEach(name -> settings.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        programs.put(FLINK, new JavaProcess(options.text("flink"), "holdfast.bench.FlinkPasses", settings));
        new Comparison(options, programs, Map.of()).run();
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
        List<String> words = new ArrayList<>();
        if (tables.isEmpty()) {
            words.addAll(List.of("pass", "--tool", tool));
            for (String name : List.of("events", "gap", "seed", "passes", "agreement")) {
                options.find(name).ifPresent(value -> words.addAll(List.of("--" + name, value)));
            }
        } else {
            words.addAll(process(tool, tables, options));
        }
        boolean warmedUp = false;
        for (String line : Objects.requireNonNull(programs.get(tool)).lines(words)) {
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
                "| | wall | | processor, thread | | processor, process | | thousand events a second of its thread | of its process | by the clock | MB at most |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        samples.forEach((tool, all) -> System.out.printf(
                "| %s |%s%s%s %s | %s | %s | %s |%n",
                tool,
                column(all, samples, Sample::wall),
                column(all, samples, Sample::thread),
                column(all, samples, Sample::process),
                speed(events, all, Sample::thread),
                speed(events, all, Sample::process),
                speed(events, all, Sample::wall),
                megabytes(median(all, Sample::peak))));
    }

    private static String speed(int events, List<Sample> all, ToDoubleFunction<Sample> which) {
        double seconds = median(all, which);
        return seconds == 0 ? "–" : String.format(Locale.ROOT, "%,.0f", events / seconds / 1000);
    }

    private static String megabytes(double peak) {
        return peak == 0 ? "–" : String.format(Locale.ROOT, "%.0f", peak);
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
