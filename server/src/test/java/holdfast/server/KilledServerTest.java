package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The server is killed with {@code kill -9} while records come in, and started again ({@code -Dkills=20} for more than the usual two). No record that was acknowledged is lost, and none is
 * there twice; and whoever listens has, at the end, heard of every verdict that came, went or changed.
 */
class KilledServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "api/agreements/two-layer-framework/";
    private static final int KILLS = Integer.getInteger("kills", 2);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private String heard = "";
    private Process process;
    private String address = "";
    private String token = "";

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRoom.class.getName(),
                        folder.toString(),
                        "../agreements/two-layer-framework/agreement.md")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = out.readLine();
        token = out.readLine();
    }

    @Test
    void noAcknowledgedRecordIsLostAndWhoeverListensMissesNothing() throws Exception {
        start();
        submit("ceasefire", "\"ceasefire_began\",\"occurred\":\"2026-03-01T00:00:00+02:00\"");
        Random random = new Random(14);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Thread listener = Thread.ofVirtual().start(this::listen);
            int first = next;
            next += 12;
            int last = next;
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = first; i < last; i++) {
                    attack(i);
                }
            });
            Thread.sleep(300 + random.nextInt(900));
            process.destroyForcibly().waitFor();
            writer.join();
            listener.join();
            start();
            // Whoever was cut off sends it again.
            for (int i = first; i < last; i++) {
                attack(i);
            }
        }
        assertThat(acknowledged).hasSize(next + 1);
        assertThat(ids()).containsExactlyElementsOf(new TreeSet<>(acknowledged));
        Thread listener = Thread.ofVirtual().start(this::listen);
        Thread.sleep(1_500);
        process.destroy();
        listener.join();
        start();
        String size = heard.substring(0, heard.indexOf('-'));
        String about = java.time.Instant.ofEpochMilli(Long.parseLong(heard.substring(heard.indexOf('-') + 1)))
                .toString();
        assertThat(verdicts)
                .isEqualTo(counted(get(ROOM + "verdicts?size=" + size + "&asOf=" + about + "&about=" + about)));
    }

    private void attack(int i) {
        submit(
                "a" + i,
                "\"attack\",\"occurred\":\"2026-03-" + (i / 20 + 2 < 10 ? "0" : "") + (i / 20 + 2) + "T"
                        + (i % 20 < 10 ? "0" : "") + i % 20
                        + ":00:00+02:00\",\"by\":\"Russia\",\"on\":\"Ukraine\",\"basis\":\"seen\"");
    }

    private void submit(String id, String rest) {
        try {
            HttpResponse<String> answer = http.send(
                    request(ROOM + "records")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\",\"event\":" + rest + "}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            acknowledged.add(id);
        } catch (IOException e) {
            // It was killed: nobody was told that this record is there.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private List<String> ids() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        get(ROOM + "records?limit=1000").path("entries").forEach(e -> {
            JsonNode record = e.path("entry").path("record");
            if (!record.isMissingNode()) {
                ids.add(record.path("id").asString());
            }
        });
        ids.sort(null);
        return ids;
    }

    private static Map<String, Integer> counted(JsonNode answer) {
        Map<String, Integer> counted = new TreeMap<>();
        answer.path("verdicts").forEach(v -> counted.merge(v.path("id").asString(), 1, Integer::sum));
        return counted;
    }

    /** Until the server is gone; what is heard is laid over what was known. */
    private void listen() {
        HttpRequest.Builder asking = request(ROOM + "changes").header("Accept", "text/event-stream");
        if (!heard.isEmpty()) {
            asking.header("Last-Event-ID", heard);
        }
        try (Stream<String> lines =
                http.send(asking.build(), HttpResponse.BodyHandlers.ofLines()).body()) {
            String[] id = {""};
            lines.forEach(line -> {
                if (line.startsWith("id: ")) {
                    id[0] = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    hear(id[0], JSON.readTree(line.substring(6)));
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            // It was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String id, JsonNode said) {
        if (heard.isEmpty()) {
            try {
                verdicts.putAll(
                        counted(get(ROOM + "verdicts?size=" + said.path("size").asString() + "&asOf="
                                + said.path("asOf").asString().replace("+", "%2B") + "&about="
                                + said.path("about").asString().replace("+", "%2B"))));
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
        heard = id;
        JsonNode changes = said.path("verdicts");
        changes.path("added").forEach(v -> count(v, 1));
        changes.path("gone").forEach(v -> count(v, -1));
        changes.path("changed").forEach(c -> {
            count(c.path("before"), -1);
            count(c.path("after"), 1);
        });
    }

    private void count(JsonNode verdict, int by) {
        verdicts.merge(verdict.path("id").asString(), by, (a, b) -> a + b == 0 ? null : a + b);
    }
}
