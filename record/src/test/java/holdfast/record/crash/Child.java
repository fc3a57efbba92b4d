package holdfast.record.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An {@link Ingester} in a process of its own. */
final class Child {
    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final Thread reader;

    private Child(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Child start(String place, Path keys, String prefix, long from, int batch, int batches) throws IOException {
        return new Child(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ingester.class.getName(),
                        place,
                        keys.toString(),
                        prefix,
                        Long.toString(from),
                        Integer.toString(batch),
                        Integer.toString(batches))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (said) {
                    said.add(line);
                    said.notifyAll();
                }
            }
        } catch (IOException e) {
            // It was killed while it spoke: what it said before counts.
        }
    }

    /** Until it has said so much, or has ended. */
    void awaitLines(int lines) throws InterruptedException {
        synchronized (said) {
            while (said.size() < lines && process.isAlive()) {
                said.wait(100);
            }
        }
    }

    /** SIGKILL: nothing of it runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    int await() throws InterruptedException {
        int status = process.waitFor();
        reader.join();
        return status;
    }

    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }
}
