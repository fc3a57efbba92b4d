package holdfast.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a process of its own, with the same settings for all contestants.
 *
 * @param settings of Java, beyond those that all have
 */
record JavaProcess(String classPath, String main, List<String> settings) {
    /** This program again. */
    static final JavaProcess THIS =
            new JavaProcess(System.getProperty("java.class.path"), Main.class.getName(), List.of());

    /** What it prints. */
    List<String> lines(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms3g",
                "-Xmx6g",
                "-XX:+UseParallelGC"));
        command.addAll(settings);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("it failed: " + String.join(" ", words));
        }
        return lines;
    }
}
