package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.room.Room;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** Whoever comes with bad intentions, or with a broken program: is refused in plain words, learns nothing, and keeps nobody else waiting. */
class HostileRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "/api/agreements/two-layer-framework";
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    private static final String REPORT =
            "{\"id\":\"a1\",\"event\":\"attack\",\"occurred\":\"2026-03-02T10:00:00Z\",\"basis\":\"seen\",\"values\":{\"by\":\"Russia\"}}";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private HeldRoom held;
    private String keeper;
    private String france;

    @BeforeEach
    void open() throws IOException {
        held = HeldRoom.guarded(
                folder, clock, Optional.empty(), Path.of("../agreements/two-layer-framework/agreement.md"));
        keeper = held.accounts.token(new Person("the keeper", Role.KEEPER, Optional.empty()));
        france = held.accounts.token(new Person("somebody", Role.GUARANTOR, Optional.of("France")));
    }

    @AfterEach
    void close() {
        held.close();
    }

    // Who comes in

    @Test
    void aLinkLetsInOnceAndNotForEver() {
        String link = invited("{\"name\":\"Anna\",\"role\":\"party\",\"actor\":\"Ukraine\"}");
        HeldRoom.Client anna = held.stranger();
        HttpResponse<String> entered = anna.get(link);
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("set-cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
        assertThat(anna.get("/api/me").body()).contains("Anna", "party", "Ukraine");
        assertThat(held.stranger().get(link).statusCode()).as("again").isEqualTo(401);
        String late = invited("{\"name\":\"Boris\",\"role\":\"party\",\"actor\":\"Ukraine\"}");
        clock.pass(Duration.ofDays(8));
        assertThat(held.stranger().get(late).statusCode()).as("too late").isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItIsLeftAloneAndInAnyCaseAfterAWeek() {
        HeldRoom.Client idle = held.signedIn(new Person("idle", Role.PARTY, Optional.of("Ukraine")));
        assertThat(idle.get(ROOM + "/acts").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofHours(13));
        assertThat(idle.get(ROOM + "/acts").statusCode()).isEqualTo(401);
        HeldRoom.Client busy = held.signedIn(new Person("busy", Role.PARTY, Optional.of("Ukraine")));
        for (int hours = 10; hours < 168; hours += 10) {
            clock.pass(Duration.ofHours(10));
            assertThat(busy.get(ROOM + "/acts").statusCode()).isEqualTo(200);
        }
        clock.pass(Duration.ofHours(10));
        assertThat(busy.get(ROOM + "/acts").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverIsRemovedIsOutAtOnceAndWhoSignsOutToo() {
        HeldRoom.Client anna = held.signedIn(new Person("Anna", Role.PARTY, Optional.of("Ukraine")));
        String device = held.accounts.token(new Person("Anna", Role.PARTY, Optional.of("Ukraine")));
        assertThat(asked(device, "GET", ROOM + "/acts", "").statusCode()).isEqualTo(200);
        assertThat(asked(keeper, "DELETE", "/api/people/Anna", "").statusCode()).isEqualTo(200);
        assertThat(anna.get(ROOM + "/acts").statusCode()).isEqualTo(401);
        assertThat(asked(device, "GET", ROOM + "/acts", "").statusCode()).isEqualTo(401);
        HeldRoom.Client boris = held.signedIn(new Person("Boris", Role.PARTY, Optional.of("Ukraine")));
        boris.send(HttpRequest.newBuilder(URI.create(held.url("/api/session")))
                .DELETE()
                .build());
        assertThat(boris.get(ROOM + "/acts").statusCode()).isEqualTo(401);
    }

    @Test
    void peopleAndDevicesAreThereAfterTheRoomWasClosedAndOpenedAgain() throws IOException {
        close();
        held = HeldRoom.guarded(
                folder, clock, Optional.empty(), Path.of("../agreements/two-layer-framework/agreement.md"));
        assertThat(asked(france, "GET", ROOM + "/acts", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverForgesATokenIsSoonToldToWait() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            answers.add(asked("forged" + i, "GET", ROOM + "/acts", "").statusCode());
        }
        assertThat(answers.subList(0, 20)).containsOnly(401);
        assertThat(answers.subList(20, 25)).containsOnly(429);
        assertThat(asked(france, "GET", ROOM + "/acts", "").statusCode())
                .as("whoever is known")
                .isEqualTo(200);
        clock.pass(Duration.ofMinutes(2));
        assertThat(asked("forged", "GET", ROOM + "/acts", "").statusCode()).isEqualTo(401);
    }

    @Test
    void onlyTheKeeperLetsPeopleInAndReadsTheLog() {
        for (String path : List.of("/api/people", "/api/people/", "/api/log-of-access", "/api/log-of-access/")) {
            assertThat(asked(france, "GET", path, "").statusCode()).as(path).isEqualTo(403);
            assertThat(held.stranger().get(path).statusCode()).as(path).isEqualTo(401);
        }
        String somebody = "{\"name\":\"X\",\"role\":\"keeper\"}";
        assertThat(asked(france, "POST", "/api/people", somebody).statusCode()).isEqualTo(403);
        assertThat(asked(france, "DELETE", "/api/people/the%20keeper", "").statusCode())
                .isEqualTo(403);
        assertThat(asked(keeper, "POST", "/api/people", "{\"name\":\"X\",\"role\":\"party\",\"actor\":\"France\"}")
                        .body())
                .contains("no agreement here has a party `France`", "Russia, Ukraine");
    }

    @Test
    void noSecretIsInAnyFileButTheRecordsOwnKey() throws IOException {
        String link = invited("{\"name\":\"Anna\",\"role\":\"party\",\"actor\":\"Ukraine\"}");
        HeldRoom.Client anna = held.stranger();
        String cookie = anna.get(link).headers().firstValue("set-cookie").orElseThrow();
        anna.get(ROOM + "/acts?token=" + france);
        asked("forged-secret", "GET", "/api/me", "");
        String session = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        List<String> secrets =
                List.of(keeper, france, session, link.substring(link.lastIndexOf('/') + 1), "forged-secret");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                secrets.forEach(s -> assertThat(text).as(file.toString()).doesNotContain(s));
            }
        }
        String log = asked(keeper, "GET", "/api/log-of-access", "").body();
        assertThat(log).contains("/enter/…", "\"Anna\"", "\"status\": 401");
    }

    // Who only seems to come in

    @Test
    void whatThePageOfSomebodyElseSendsIsRefused() {
        HeldRoom.Client anna = held.signedIn(new Person("Anna", Role.PARTY, Optional.of("Ukraine")));
        String own = held.server.address().replaceFirst("/$", "");
        for (String[] header : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "http://elsewhere.example"},
            {"Origin", "null"},
            {"Origin", "http://localhost:1"},
            {"Origin", own.replace("http:", "http://x@")}
        }) {
            for (String path : List.of(ROOM + "/records", "/api/session", "/api/check")) {
                assertThat(anna.send(posted(path, REPORT, header[0], header[1])).statusCode())
                        .as(path + " " + String.join(" ", header))
                        .isEqualTo(403);
            }
        }
        assertThat(anna.send(posted(ROOM + "/records", REPORT, "Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(anna.send(posted(ROOM + "/records?dryRun", REPORT, "Origin", own))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void nobodySpeaksInTheNameOfAnother() {
        for (String other : List.of("Commission", "Special Commission", "Russia")) {
            for (String member : List.of("author", "source")) {
                String forged = REPORT.replace("{\"id\"", "{\"" + member + "\":\"" + other + "\",\"id\"");
                HttpResponse<String> answer = asked(france, "POST", ROOM + "/records", forged);
                assertThat(answer.statusCode()).as(forged).isEqualTo(403);
                assertThat(answer.body()).contains("leave `author`");
            }
        }
        String twice = REPORT.replace("{\"id\"", "{\"author\":\"France\",\"author\":\"Commission\",\"id\"");
        assertThat(asked(france, "POST", ROOM + "/records", twice).statusCode()).isEqualTo(400);
        String hidden = REPORT.replace("{\"id\"", "{\"author\u200b\":\"Commission\",\"id\"");
        assertThat(asked(france, "POST", ROOM + "/records", hidden).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void nobodyVotesOrPromisesYesterdayOrTomorrow() {
        String pledge =
                "{\"id\":\"p1\",\"event\":\"pledge\",%s\"values\":{\"by\":\"France\",\"item\":\"x\",\"quantity\":1,\"due\":\"2026-06-30\"}}";
        for (String moment : List.of("2026-03-02T11:00:00Z", "2026-03-02T13:00:00Z", "2026-03-02")) {
            String late = pledge.formatted("\"occurred\":\"" + moment + "\",");
            assertThat(asked(france, "POST", ROOM + "/records", late).statusCode())
                    .as(moment)
                    .isBetween(400, 499);
        }
        String now = pledge.formatted("");
        assertThat(asked(france, "POST", ROOM + "/records", now).statusCode()).isEqualTo(201);
        clock.pass(Duration.ofHours(2));
        assertThat(asked(france, "POST", ROOM + "/records", now).body())
                .as("whoever was cut off sends it again")
                .contains("\"there\"");
    }

    // Programs that are broken, or meant to break

    @Test
    void whatIsTooLongIsNotRead() {
        String long17 = "x".repeat(17_000_000);
        for (String path : List.of(ROOM + "/records", ROOM + "/imports?name=a.csv", "/api/session", "/api/check")) {
            try {
                HttpResponse<String> answer = asked(france, "POST", path, long17);
                assertThat(answer.statusCode()).as(path).isBetween(400, 499);
                tellsNothing(answer.body());
            } catch (IllegalStateException closed) {
                // The connection is closed before so much is read.
            }
        }
        assertThat(asked(france, "GET", ROOM + "/acts", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsSlowKeepsNobodyElseWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = socket();
                slow.add(socket);
                String half = i % 2 == 0
                        ? "GET /api/me HTT"
                        : "POST " + ROOM + "/records HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{";
                socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            assertThat(asked(france, "GET", ROOM + "/acts", "").statusCode()).isEqualTo(200);
            assertThat(asked(france, "POST", ROOM + "/records", REPORT).statusCode())
                    .isEqualTo(201);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** What is left to do for one who is gone fails, and was once tried again without end, and with a line in the log each time. */
    @Test
    void whoeverGoesAwayInTheMiddleOfListeningLeavesNothingRunning() throws IOException, InterruptedException {
        Room room = held.rooms.getFirst();
        int before = room.listening();
        AtomicInteger said = new AtomicInteger();
        Logger log = Logger.getLogger("holdfast.server.api");
        Handler counting = new CountingLog(said);
        log.addHandler(counting);
        for (int i = 0; i < 20; i++) {
            Socket socket = socket();
            String listening =
                    "GET %s/changes HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(ROOM, france);
            socket.getOutputStream().write(listening.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            if (i % 2 == 0) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
        assertThat(room.listening()).isGreaterThan(before);
        assertThat(asked(france, "POST", ROOM + "/records", REPORT).statusCode())
                .isEqualTo(201);
        close();
        for (int tries = 0; tries < 100 && room.listening() > before; tries++) {
            Thread.sleep(100);
        }
        assertThat(room.listening()).isEqualTo(before);
        Thread.sleep(500);
        log.removeHandler(counting);
        assertThat(said).hasValueLessThanOrEqualTo(60);
        open();
    }

    @Test
    void noPathLeadsOutOfTheRoom() throws IOException {
        for (String path : List.of(
                "/../people.json",
                "/..%2f..%2fpeople.json",
                "/%2e%2e/%2e%2e/people.json",
                "/page/../../../people.json",
                "//api/people",
                "/%61pi/people",
                "/api/%70eople",
                "/api//people",
                "/api/./people",
                "/x/../api/people",
                "/api/people;a=b",
                "/API/PEOPLE",
                "/api\\people",
                "/api/people%00",
                "/api/agreements/..%2f..%2fpeople",
                "/api/agreements/two-layer-framework/../../people",
                "/api/agreements/%2e%2e/records",
                ROOM + "/tile/..%2f..%2f..%2fpeople.json",
                ROOM + "/tile/../../../people.json",
                ROOM + "/report/..%2fx",
                "http://elsewhere.example/api/people",
                "/enter/../api/people",
                "/\u0001",
                "*")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 [34].*");
            assertThat(answer).as(path).doesNotContain("\"people\"").doesNotContain("sha256");
            tellsNothing(answer);
        }
    }

    @Test
    void markupInEveryTextStaysText() {
        String json = JSON.writeValueAsString(SCRIPT);
        String written =
                "{\"id\":%1$s,\"event\":\"attack\",\"source\":%1$s,\"occurred\":\"2026-03-02T10:00:00Z\",\"incident\":%1$s,\"note\":%1$s,\"basis\":\"seen\",\"values\":{\"by\":\"Russia\",\"town\":%1$s,\"place\":{\"name\":%1$s,\"lat\":48.1,\"lon\":38.1}}}"
                        .formatted(json);
        String began =
                "{\"id\":\"c\",\"event\":\"ceasefire_began\",\"occurred\":\"2026-03-01T00:00:00Z\",\"basis\":\"seen\"}\n";
        assertThat(asked(france, "POST", ROOM + "/records", began + written).statusCode())
                .isEqualTo(201);
        for (String path : held.paths()) {
            if (path.startsWith("GET /api/agreements/")
                    && !path.endsWith("/changes")
                    && !path.contains("examination")) {
                String asked = path.substring(4)
                        .replace("{agreement}", "two-layer-framework")
                        .replace("{day}", "2026-03-02")
                        .replaceAll("[{<].*[}>]", "none");
                HttpResponse<String> answer = asked(france, "GET", asked, "");
                assertThat(answer.statusCode()).as(asked).isLessThan(500);
                assertThat(answer.headers().firstValue("content-security-policy"))
                        .as(asked)
                        .isPresent();
                assertThat(answer.headers().firstValue("x-content-type-options"))
                        .contains("nosniff");
                if (answer.headers().firstValue("content-type").orElse("").contains("html")) {
                    assertThat(answer.body())
                            .as(asked)
                            .doesNotContain("<script>alert")
                            .doesNotContain("<img src=x");
                }
            }
        }
        HttpResponse<String> named = asked(
                keeper, "POST", "/api/people", "{\"name\":" + json + ",\"role\":\"party\",\"actor\":\"Ukraine\"}");
        assertThat(named.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void whateverIsSentIsAnsweredInPlainWords() {
        Random random = new Random(14);
        List<String> paths = List.of(
                ROOM + "/records",
                ROOM + "/records?dryRun",
                ROOM + "/imports?name=a.csv",
                ROOM + "/imports?name=a.xlsx&dryRun=true",
                ROOM + "/imports?name=a.json",
                "/api/session",
                "/api/check",
                "/api/people",
                ROOM + "/exercises");
        for (int i = 0; i < 240; i++) {
            String body = broken(random);
            String path = paths.get(i % paths.size());
            HttpResponse<String> answer = asked(i % 2 == 0 ? keeper : france, "POST", path, body);
            assertThat(answer.statusCode()).as(path + "\n" + body).isLessThan(500);
            tellsNothing(answer.body());
        }
        for (int i = 0; i < 120; i++) {
            String query = java.net.URLEncoder.encode(broken(random), StandardCharsets.UTF_8);
            String name = List.of("size", "asOf", "about", "since", "for", "before", "limit")
                    .get(i % 7);
            String of = List.of("/verdicts", "/records", "/duties", "/now").get(i % 4);
            HttpResponse<String> answer = asked(france, "GET", ROOM + of + "?" + name + "=" + query, "");
            assertThat(answer.statusCode()).as(name + "=" + query).isLessThan(500);
            tellsNothing(answer.body());
        }
    }

    private static final class CountingLog extends Handler {
        private final AtomicInteger said;

        CountingLog(AtomicInteger said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord line) {
            said.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** A record, with some of its signs changed, doubled or left out. */
    private static String broken(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "" : REPORT);
        String signs = "{}[]\",:\\\u0000\n\ud800é0-9e.<>/'%&";
        for (int n = random.nextInt(12); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                case 1 -> text.insert(at, text.substring(0, random.nextInt(text.length() + 1)));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(6)));
            }
        }
        return text.length() > 4000 ? text.substring(0, 4000) : text.toString();
    }

    private static void tellsNothing(String answer) {
        assertThat(answer)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContain("jetty")
                .doesNotContain("something went wrong inside");
    }

    private String invited(String person) {
        HttpResponse<String> answer = asked(keeper, "POST", "/api/people", person);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("link").stringValue();
    }

    private HttpRequest posted(String path, String body, String header, String value) {
        return HttpRequest.newBuilder(URI.create(held.url(path)))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> asked(String token, String method, String path, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(held.url(path)))
                            .header("Authorization", "Bearer " + token)
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Socket socket() throws IOException {
        return new Socket("localhost", URI.create(held.server.address()).getPort());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(all);
            return all.toString(StandardCharsets.UTF_8);
        }
    }
}
