package holdfast.bench;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import holdfast.record.canonical.RecordJson;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

/**
 * Many who listen to one room on this computer while records come in: from the start of the server to its first answer, from the acknowledgement of a record to the moment at which the
 * last listener was told, what a query of the verdicts takes meanwhile, and how much memory the server uses. The server is a process of its own, a {@link ListenedRoom}; so are those who
 * listen, which takes processor time from it.
 */
final class Listening {
    private static final String ROOM = "/api/agreements/mission/";

    private Listening() {}

    static void run(Options options) throws IOException, InterruptedException {
        int behind = options.number("records", 1_000_000);
        int listeners = options.number("listeners", 1_000);
        int rate = options.number("rate", 100);
        int seconds = options.number("seconds", 20);
        Path folder = Files.createTempDirectory("holdfast-bench-listening-");
        Optional<String> kept = options.find("record");
        long size = kept.isPresent()
                ? copied(Path.of(kept.get()), folder)
                : prepared(folder, options.path("mission"), behind);
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options.text("server", "-Xmx1g").split(" ")));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), ListenedRoom.class.getName(), folder.toString()));
        Process server = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            URI address = URI.create(out.readLine());
            String token = out.readLine();
            Clients clients = new Clients(address, token);
            clients.get("/api/agreements");
            seconds("start to first answer, " + (size - 1) + " records behind it", begun);
            clients.get(ROOM.substring(0, ROOM.length() - 1));
            seconds("start to the text", begun);
            while (!clients.isAnswered(ROOM + "verdicts")) {
                Thread.sleep(50);
            }
            seconds("start to the verdicts", begun);
            measured(clients, size, listeners, rate, seconds);
            System.out.println("memory of the server at its highest: " + highest(server.pid()));
        } finally {
            server.destroy();
        }
    }

    private static void seconds(String what, long begun) {
        System.out.println(String.format(Locale.ROOT, "%s: %.2f s", what, (System.nanoTime() - begun) / 1e9));
    }

    /** A record that was prepared before. */
    private static long copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        try (SharedRecord record = SharedRecord.open(
                Stores.open(RecordPlace.of(to.toString()), Opening.READ), Optional.empty(), InstantSource.system())) {
            return record.signedSize();
        }
    }

    private static String highest(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return "unknown on this system";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM"))
                    .map(l -> l.replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("");
        }
    }

    private static long prepared(Path folder, Path text, int records) throws IOException {
        Agreement agreement = AgreementReader.read(text).agreement().orElseThrow();
        SigningKeys keys = SigningKeys.generate("bench.example/mission", new SecureRandom());
        keys.write(folder.resolve("log.key"));
        try (SharedRecord record = SharedRecord.make(
                        Stores.open(RecordPlace.of(folder.toString()), Opening.MAKE), keys, InstantSource.system())
                .orElseThrow()) {
            record.submit("keeper", s -> Texts.submit(s, "mission", text, agreement));
            int batch = 10_000;
            for (int from = 0; from < records; from += batch) {
                int first = from;
                record.submit("Mission", submitting -> {
                    for (int i = first; i < Math.min(records, first + batch); i++) {
                        submitting.submit(new Statement.OfRecord(RecordJson.of(record(i)), Optional.empty()));
                    }
                    return first;
                });
            }
            return record.signedSize();
        }
    }

    /** As a mission reports, one a minute from 1 January 2024. */
    private static Record record(int i) {
        long at = 1_704_067_200_000L + i * 60_000L;
        return new Record.Observation(
                "smm:" + i,
                at + 3_600_000,
                "https://example.org/reports/" + i / 40,
                Optional.empty(),
                i % 3 == 0 ? "shelling" : "small_arms_fire",
                Time.at(at),
                Map.of(
                        "by",
                        new Value.Actor("North"),
                        "town",
                        new Value.Text("Lower Bridge " + i % 90),
                        "count",
                        Value.Number.of(i % 13)),
                Basis.SEEN,
                Optional.empty(),
                Optional.of("Mission"));
    }

    private static void measured(Clients clients, long size, int listeners, int rate, int seconds)
            throws InterruptedException {
        int total = rate * seconds;
        // By size of the record: when it was acknowledged, and when each listener was told of it or of more.
        Map<Long, Long> acknowledged = new ConcurrentSkipListMap<>();
        List<Heard> heard = new ArrayList<>();
        CountDownLatch open = new CountDownLatch(listeners);
        AtomicLong broken = new AtomicLong();
        for (int i = 0; i < listeners; i++) {
            Heard one = new Heard(size, total);
            heard.add(one);
            Thread.ofVirtual().start(() -> clients.listen(one, open, broken));
        }
        open.await();
        Thread writer = Thread.ofVirtual().start(() -> write(clients, rate, total, acknowledged));
        List<Long> queries = new ArrayList<>();
        while (writer.isAlive()) {
            long asked = System.nanoTime();
            clients.get(ROOM + "verdicts");
            queries.add(System.nanoTime() - asked);
            Thread.sleep(20);
        }
        writer.join();
        Thread.sleep(2_000);
        told("from the acknowledgement to the last of " + listeners + " listeners", late(acknowledged, heard));
        told("a query of the verdicts meanwhile", queries);
        System.out.println(
                "listeners that were cut off: " + broken.get() + "; records acknowledged: " + acknowledged.size());
    }

    private static void write(Clients clients, int rate, int total, Map<Long, Long> acknowledged) {
        long begun = System.nanoTime();
        for (int i = 0; i < total; i++) {
            long wanted = begun + i * 1_000_000_000L / rate;
            long wait = wanted - System.nanoTime();
            if (wait > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(wait);
            }
            long size = clients.submit(i);
            acknowledged.put(size, System.nanoTime());
        }
    }

    private static List<Long> late(Map<Long, Long> acknowledged, List<Heard> heard) {
        List<Long> late = new ArrayList<>();
        acknowledged.forEach((size, at) -> {
            long last = heard.stream().mapToLong(h -> h.toldOf(size)).max().orElse(0);
            late.add(last == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, last - at));
        });
        return late;
    }

    private static void told(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: median %.0f ms, p99 %.0f ms, most %.0f ms (%d)",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                sorted.length));
    }

    /** When one listener was told of which size. */
    private static final class Heard {
        private final long first;
        private final AtomicLongArray at;

        Heard(long first, int total) {
            this.first = first;
            this.at = new AtomicLongArray(total + 1);
        }

        void told(long size) {
            long now = System.nanoTime();
            for (int i = (int) Math.min(size - first, at.length() - 1L); i >= 0 && at.get(i) == 0; i--) {
                at.set(i, now);
            }
        }

        long toldOf(long size) {
            long when = at.get((int) (size - first));
            return when == 0 ? Long.MAX_VALUE : when;
        }
    }

    private record Clients(URI address, String token, HttpClient http) {
        Clients(URI address, String token) {
            this(address, token, HttpClient.newHttpClient());
        }

        /** Whether there is an answer already; a server that is still reading says so. */
        boolean isAnswered(String path) {
            HttpResponse<String> answer = answer(HttpRequest.newBuilder(address.resolve(path)));
            if (answer.statusCode() == 503) {
                return false;
            }
            good(answer);
            return true;
        }

        String get(String path) {
            return send(HttpRequest.newBuilder(address.resolve(path)));
        }

        /** @return the size of the record with it */
        long submit(int i) {
            String record = "{\"event\":\"" + (i % 3 == 0 ? "shelling" : "small_arms_fire") + "\",\"id\":\"live" + i
                    + "\",\"occurred\":\"" + Instant.ofEpochSecond(1_764_547_200L + i)
                    + "\",\"by\":\"South\",\"town\":\"Upper Ford\",\"count\":1}";
            String answer = send(HttpRequest.newBuilder(address.resolve(ROOM + "records"))
                    .POST(HttpRequest.BodyPublishers.ofString(record)));
            String entry = answer.replaceAll("(?s).*\"entry\": (\\d+).*", "$1");
            return Long.parseLong(entry) + 1;
        }

        private String send(HttpRequest.Builder request) {
            return good(answer(request));
        }

        private static String good(HttpResponse<String> answer) {
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }

        private HttpResponse<String> answer(HttpRequest.Builder request) {
            try {
                return http.send(
                        request.header("Authorization", "Bearer " + token).build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** A socket and no more: a thousand browsers would leave nothing of the computer to the server. */
        void listen(Heard heard, CountDownLatch open, AtomicLong broken) {
            try (Socket socket = new Socket(address.getHost(), address.getPort());
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1024)) {
                socket.getOutputStream()
                        .write(("GET " + ROOM + "changes HTTP/1.1\r\nHost: " + address.getAuthority()
                                        + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                boolean begun = false;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        heard.told(Long.parseLong(line.substring(4, line.indexOf('-', 4))));
                        if (!begun) {
                            begun = true;
                            open.countDown();
                        }
                    }
                }
            } catch (IOException e) {
                broken.incrementAndGet();
                open.countDown();
            }
        }
    }
}
