package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spin, asked one of the examiner's questions of an equal model: a breach has grown, each of n guarantors must respond within 72 hours, up to k defect, whoever keeps its word responds at any of
 * twelve ticks of six hours or at the deadline. Is there a run in which nobody has responded by then? The examiner answers that and every other row of the table.
 */
final class ModelChecker {
    private static final int DEFECTORS = 3;
    private static final Pattern STATES = Pattern.compile("([0-9.e+]+) states, stored");

    private ModelChecker() {}

    static void compare(int rounds, int mostSeconds) throws IOException, InterruptedException {
        System.out.println("\nbeside Spin: n guarantors, up to " + DEFECTORS
                + " defectors, can it come to nothing by the deadline?");
        if (!isInstalled("spin") || !isInstalled("gcc")) {
            System.out.println("  spin or gcc is not installed: left out");
            return;
        }
        System.out.println("       n  Holdfast s    Spin s   states   Spin/Holdfast  same answer");
        for (int n : new int[] {3, 4, 6, 8, 10, 12}) {
            Examining.Figures ours = Examining.measured(Examining.text(n, 1, 3), DEFECTORS, rounds);
            boolean empty = n <= DEFECTORS;
            Found spin = spin(n, mostSeconds);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%8d  %10.2f  %8s  %7s  %14s  %s",
                    n,
                    ours.seconds(),
                    spin.finished() ? String.format(Locale.ROOT, "%.2f", spin.seconds()) : ">" + mostSeconds,
                    spin.states(),
                    spin.finished() ? String.format(Locale.ROOT, "%.1f", spin.seconds() / ours.seconds()) : "–",
                    spin.finished() ? (spin.violated() == empty ? "yes" : "NO") : "–"));
        }
    }

    private static boolean isInstalled(String command) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }

    private record Found(boolean finished, boolean violated, double seconds, String states) {}

    private static Found spin(int n, int mostSeconds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("spin");
        Files.writeString(folder.resolve("ladder.pml"), model(n));
        run(folder, List.of("spin", "-a", "ladder.pml"), 60);
        run(folder, List.of("gcc", "-O2", "-DSAFETY", "-DMEMLIM=4096", "-o", "pan", "pan.c"), 120);
        long start = System.nanoTime();
        String said = run(folder, List.of("./pan", "-m100000"), mostSeconds);
        double seconds = (System.nanoTime() - start) / 1e9;
        Matcher states = STATES.matcher(said);
        String count = states.find() ? states.group(1) : "–";
        return new Found(!count.equals("–"), said.contains("errors: 1"), seconds, count);
    }

    private static String run(Path folder, List<String> command, int seconds) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return "";
        }
        return Files.readString(out);
    }

    private static String model(int n) {
        return """
                #define N %d
                #define K %d
                #define TICKS 12
                byte tick = 0, defectors = 0;
                bit answered = 0;
                bit defects[N];
                bit acted[N];
                active proctype ladder() {
                  byte i = 0;
                  do
                  :: i < N -> if :: defectors < K -> defects[i] = 1; defectors++ :: skip fi; i++
                  :: else -> break
                  od;
                  do
                  :: tick < TICKS ->
                     i = 0;
                     do
                     :: i < N -> if :: !defects[i] && !acted[i] -> acted[i] = 1; answered = 1 :: skip fi; i++
                     :: else -> break
                     od;
                     tick++
                  :: else -> break
                  od;
                  i = 0;
                  do
                  :: i < N -> if :: !defects[i] && !acted[i] -> acted[i] = 1; answered = 1 :: else -> skip fi; i++
                  :: else -> break
                  od;
                  assert(answered)
                }
                """.formatted(n, DEFECTORS);
    }
}
