package holdfast.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a process of its own.
 *
 * @param settings of Java
 */
record JavaProcess(String classPath, String main, List<String> settings) {
    /** The settings that all contestants have. */
    static final List<String> ROOMY = List.of("-Xms3g", "-Xmx6g", "-XX:+UseParallelGC");

    /** As the command `holdfast` begins what is soon done: the compiler that is quick, and a collector without threads of its own in little room. */
    static final List<String> QUICK = List.of(
            "-Xmx600m", "-Xmn24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders");

    /** This program again. */
    static JavaProcess again(List<String> settings) {
        return new JavaProcess(System.getProperty("java.class.path"), Main.class.getName(), settings);
    }

    JavaProcess with(String setting) {
        List<String> more = new ArrayList<>(settings);
        more.add(setting);
        return new JavaProcess(classPath, main, more);
    }

    /** What it prints. */
    List<String> lines(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
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
