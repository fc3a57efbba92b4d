package holdfast.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the contestants watch the same events in turn, each time in a fresh process, and prints the medians side by side. That all count the same violations is checked.
 */
final class Comparison {
    private static final List<String> TOOLS = List.of("hand", "esper", "holdfast");

    private final Options options;
    private final Map<String, List<Sample>> warm = new LinkedHashMap<>();
    private final Map<String, List<Sample>> first = new LinkedHashMap<>();
    private String counts = "";

    /** Seconds for one pass. */
    private record Sample(double wall, double thread, double process) {
        static Sample of(Map<String, String> printed) {
            return new Sample(seconds(printed, "wall"), seconds(printed, "thread"), seconds(printed, "process"));
        }

        private static double seconds(Map<String, String> printed, String which) {
            return Long.parseLong(printed.getOrDefault(which, "0")) / 1e9;
        }
    }

    private Comparison(Options options) {
        this.options = options;
    }

    static void run(Options options) throws IOException, InterruptedException {
        Comparison comparison = new Comparison(options);
        int rounds = options.number("rounds", 5);
        for (int round = 0; round < rounds; round++) {
            for (String tool : TOOLS) {
                comparison.take(tool);
            }
            System.err.println("round " + (round + 1) + " of " + rounds + " done");
        }
        comparison.print();
    }

    private void take(String tool) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pass", "--tool", tool));
        for (String name : List.of("events", "gap", "seed", "passes", "agreement")) {
            options.find(name).ifPresent(value -> words.addAll(List.of("--" + name, value)));
        }
        boolean warmedUp = false;
        for (String line : JavaProcess.lines(words)) {
            if (line.startsWith("pass ")) {
                Map<String, String> printed = fields(line);
                check(tool, printed);
                (warmedUp ? warm : first)
                        .computeIfAbsent(tool, t -> new ArrayList<>())
                        .add(Sample.of(printed));
                warmedUp = true;
            }
        }
        if (!warmedUp) {
            throw new IllegalStateException("`" + tool + "` printed nothing");
        }
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
        table("first pass in a process", first);
        table("later passes", warm);
    }

    private void table(String title, Map<String, List<Sample>> samples) {
        int events = options.number("events", 1_000_000);
        System.out.printf("%n%s; medians of wall time, thread's and process's processor time in seconds%n", title);
        System.out.println(
                "| | wall | thread | process | thousand events per thread second | times hand | Esper / this |");
        System.out.println("|---|---|---|---|---|---|---|");
        samples.forEach((tool, all) -> {
            double thread = median(threads(all));
            System.out.printf(
                    "| %s | %.3f | %.3f | %.3f | %,.0f | %.2f | %.2f |%n",
                    tool,
                    median(all.stream().mapToDouble(Sample::wall).toArray()),
                    thread,
                    median(all.stream().mapToDouble(Sample::process).toArray()),
                    events / thread / 1000,
                    thread / median(threads(samples.get("hand"))),
                    median(threads(samples.get("esper"))) / thread);
        });
    }

    private static double[] threads(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::thread).toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
