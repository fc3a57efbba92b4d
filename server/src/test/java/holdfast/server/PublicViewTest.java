package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.access.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What whoever has not signed in is told, and what is kept from it, in every answer and in the stream of changes. */
class PublicViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "/api/agreements/two-layer-framework";

    /** Each of these stands in the record, and nowhere else. */
    private static final List<String> SECRET =
            List.of("Document 4711", "Hidden Village", "Hidden Hamlet", "48.123", "38.456", "rid-hidden");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-02T12:00:00Z"));
    private HeldRoom held;

    @AfterEach
    void close() {
        held.close();
    }

    private void open(Optional<PublicView> view) throws IOException {
        held = HeldRoom.guarded(folder, clock, view, Path.of("../agreements/two-layer-framework/agreement.md"));
    }

    private void anAttackIsReported() throws InterruptedException {
        HeldRoom.Client france = held.signedIn(new Person("observer", Role.OBSERVER, Optional.of("France")));
        long before = held.rooms.getFirst().now().moment().size();
        assertThat(france.post(ROOM + "/records", """
                        {"id":"rid-hidden-0","event":"ceasefire_began","occurred":"2026-03-01T00:00:00Z","basis":"seen"}
                        {"id":"rid-hidden-1","source":"Document 4711","event":"attack","occurred":"2026-03-02T10:00:00Z","basis":"seen","values":{"by":"Russia","on":"Ukraine","town":"Hidden Hamlet","place":{"name":"Hidden Village","lat":48.1234,"lon":38.4567},"killed":2}}
                        """).statusCode()).isEqualTo(201);
        while (held.rooms.getFirst().now().moment().size() < before + 2) {
            Thread.sleep(20);
        }
    }

    @Test
    void nobodyLooksInWithoutSigningInWhereTheRoomIsNotOpenToThePublic() throws Exception {
        open(Optional.empty());
        for (String path : paths()) {
            assertThat(held.stranger().get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(held.stranger().get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void thePublicSeesAllWhereNothingIsKeptFromIt() throws Exception {
        open(Optional.of(PublicView.WHOLE));
        anAttackIsReported();
        assertThat(held.stranger().get(ROOM + "/map").body()).contains("Hidden Village");
        assertThat(held.stranger().get(ROOM + "/records").body()).contains("Document 4711");
    }

    @Test
    void whatIsWithheldIsInNoAnswerToThePublic() throws Exception {
        open(Optional.of(new PublicView(Duration.ZERO, Optional.of(new BigDecimal(10)), true)));
        anAttackIsReported();
        int shown = 0;
        for (String path : paths()) {
            HttpResponse<String> answer = held.stranger().get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            SECRET.forEach(s -> assertThat(answer.body()).as(path).doesNotContain(s));
            shown += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(shown).isGreaterThan(7);
        assertThat(held.stranger().get(ROOM + "/verdicts").body()).contains("breached");
    }

    @Test
    void placesAreToldToWithinTheKilometresThatTheKeeperChose() throws Exception {
        open(Optional.of(new PublicView(Duration.ZERO, Optional.of(new BigDecimal(10)), false)));
        anAttackIsReported();
        JsonNode incident = JSON.readTree(held.stranger().get(ROOM + "/map").body())
                .path("features")
                .valueStream()
                .filter(f -> f.path("properties").path("kind").asString().equals("incident"))
                .findFirst()
                .orElseThrow();
        double lon = incident.path("geometry").path("coordinates").path(0).doubleValue();
        double lat = incident.path("geometry").path("coordinates").path(1).doubleValue();
        assertThat(Math.abs(lat - 48.1234) * 111.2).isLessThan(5.1);
        assertThat(Math.abs(lon - 38.4567) * 111.2 * Math.cos(Math.toRadians(48)))
                .isLessThan(5.1);
    }

    @Test
    void thePublicIsToldADayLaterAlsoOfWhatHadHappenedLongBefore() throws Exception {
        open(Optional.of(new PublicView(Duration.ofHours(24), Optional.empty(), false)));
        anAttackIsReported();
        assertThat(breaches(held.stranger())).isZero();
        assertThat(breaches(held.stranger(), "?asOf=2026-03-02T12:00:00Z&about=2026-03-02T12:00:00Z"))
                .isZero();
        assertThat(held.stranger().get(ROOM + "/verdicts?size=3").statusCode()).isEqualTo(400);
        assertThat(held.stranger().get(ROOM + "/changes").statusCode()).isEqualTo(403);
        HeldRoom.Client signedIn = held.signedIn(new Person("somebody", Role.PARTY, Optional.of("Ukraine")));
        assertThat(breaches(signedIn)).isPositive();
        clock.pass(Duration.ofHours(25));
        assertThat(breaches(held.stranger())).isPositive();
    }

    @Test
    void theStreamOfChangesKeepsFromThePublicWhatTheAnswersKeep() throws Exception {
        open(Optional.of(new PublicView(Duration.ZERO, Optional.of(new BigDecimal(10)), true)));
        anAttackIsReported();
        HttpResponse<Stream<String>> again = held.stranger()
                .http()
                .send(
                        HttpRequest.newBuilder(URI.create(held.url(ROOM + "/changes")))
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", "1-" + clock.millis())
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(again.statusCode()).isEqualTo(200);
        try (Stream<String> lines = again.body()) {
            String change =
                    lines.filter(l -> l.contains("breached")).findFirst().orElseThrow();
            SECRET.forEach(s -> assertThat(change).doesNotContain(s));
        }
    }

    private static int breaches(HeldRoom.Client client) {
        return breaches(client, "");
    }

    private static int breaches(HeldRoom.Client client, String query) {
        HttpResponse<String> answer = client.get(ROOM + "/verdicts" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (int) JSON.readTree(answer.body())
                .path("verdicts")
                .valueStream()
                .filter(v -> v.path("status").asString().equals("breached"))
                .count();
    }

    /** Every path that can be asked for, as the server has them. */
    private List<String> paths() {
        String verdict = JSON.readTree(held.signedIn(new Person("looks", Role.PARTY, Optional.of("Ukraine")))
                        .get(ROOM + "/verdicts")
                        .body())
                .path("verdicts")
                .path(0)
                .path("id")
                .asString();
        return held.paths().stream()
                .filter(p -> p.startsWith("GET /api/"))
                .filter(p -> !p.endsWith("/changes") && !p.endsWith("/me") && !p.endsWith("openapi.json"))
                .map(p -> p.substring(4)
                        .replace("{agreement}", "two-layer-framework")
                        .replace("{verdict}", verdict)
                        .replace("{id}", "rid-hidden-1")
                        .replace("{day}", "2026-03-02")
                        .replace("{exercise}", "none")
                        .replace("<path>", "entries/000"))
                .toList();
    }
}
