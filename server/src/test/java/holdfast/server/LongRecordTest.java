package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A record that takes long to read: the room is open meanwhile, and nothing is concluded from a part of it. And a verdict that rests on many records. */
class LongRecordTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEXT = Path.of("../agreements/two-layer-framework/agreement.md");
    private static final String ROOM = "/api/agreements/two-layer-framework";
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final int ATTACKS = 60;

    /** A clock that stands still, and whoever asks it for the time waits until it is let go: so the room stays at its first look at the record. */
    private static final class HeldClock implements InstantSource {
        private boolean held;

        synchronized void hold(boolean to) {
            held = to;
            notifyAll();
        }

        @Override
        public synchronized Instant instant() {
            while (held && Thread.currentThread().getName().startsWith("room ")) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return NOON;
                }
            }
            return NOON;
        }
    }

    @TempDir
    Path folder;

    private final HeldClock clock = new HeldClock();

    private static String attacks() {
        List<String> lines = new ArrayList<>(
                List.of("{\"id\":\"r0\",\"event\":\"ceasefire_began\",\"occurred\":\"2026-03-01T00:00:00+02:00\"}"));
        IntStream.range(0, ATTACKS)
                .forEach(i -> lines.add("{\"id\":\"a" + (i + 100)
                        + "\",\"event\":\"attack\",\"occurred\":\"2026-03-02T10:" + (i + 100 + "").substring(1)
                        + ":00+02:00\",\"by\":\"Russia\",\"on\":\"Ukraine\",\"basis\":\"seen\"}"));
        return String.join("\n", lines);
    }

    private static HeldRoom.Client commission(HeldRoom held) {
        return held.signedIn(new Person("a member", Role.MEMBER, Optional.of("Commission")));
    }

    @Test
    void untilItIsReadWhatTheTextSaysIsAnsweredAndWhatHangsOnTheRecordIsNot() throws Exception {
        try (HeldRoom before = HeldRoom.of(folder, clock, TEXT)) {
            assertThat(commission(before).post(ROOM + "/records", attacks()).statusCode())
                    .isEqualTo(201);
        }
        clock.hold(true);
        try (HeldRoom held = HeldRoom.reading(folder, clock, TEXT)) {
            HeldRoom.Client stranger = held.stranger();
            JsonNode there = JSON.readTree(stranger.get("/api/agreements").body());
            assertThat(there.path("agreements")
                            .path(0)
                            .path("reading")
                            .path("of")
                            .asInt())
                    .isEqualTo(ATTACKS + 2);
            assertThat(stranger.get(ROOM).statusCode()).isEqualTo(200);
            assertThat(stranger.get(ROOM + "/text").statusCode()).isEqualTo(200);
            assertThat(stranger.get(ROOM + "/records").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/health").body())
                    .startsWith("here")
                    .contains("two-layer-framework reading: 0 of " + (ATTACKS + 2));
            assertThat(stranger.get("/metrics").body())
                    .contains("holdfast_entries{agreement=\"two-layer-framework\"} 0.0");
            for (String path : List.of(
                    "/verdicts",
                    "/verdicts?about=2026-03-05",
                    "/now",
                    "/replay",
                    "/duties",
                    "/duties.ics",
                    "/map",
                    "/ladder",
                    "/readiness",
                    "/territory",
                    "/verdicts/0/records",
                    "/explanations/0",
                    "/report/2026-03-05")) {
                HttpResponse<String> answer = stranger.get(ROOM + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("2");
                assertThat(answer.body()).contains("the record is still being read: 0 of 62 entries", "\"read\": 0");
            }
            clock.hold(false);
            until(held);
            assertThat(stranger.get(ROOM + "/verdicts").body()).contains("breached");
            assertThat(stranger.get("/health").body()).isEqualTo("here\n");
        }
    }

    @Test
    void aVerdictNamesTheFirstOfItsRecordsAndHowManyThereAreAndAllAreToBeHad() throws Exception {
        try (HeldRoom held = HeldRoom.of(folder, clock, TEXT)) {
            HeldRoom.Client commission = commission(held);
            assertThat(commission.post(ROOM + "/records", attacks()).statusCode())
                    .isEqualTo(201);
            while (held.rooms.getFirst().now().moment().size() < ATTACKS + 2) {
                Thread.sleep(20);
            }
            JsonNode verdict = JSON.readTree(commission.get(ROOM + "/verdicts").body())
                    .path("verdicts")
                    .valueStream()
                    .filter(v -> v.path("recordCount").asInt() >= ATTACKS)
                    .findFirst()
                    .orElseThrow();
            assertThat(verdict.path("records").size()).isEqualTo(20);
            String id = verdict.path("id").asString();
            JsonNode all = JSON.readTree(
                    commission.get(ROOM + "/verdicts/" + id + "/records").body());
            assertThat(all.path("records").size())
                    .isEqualTo(verdict.path("recordCount").asInt());
            assertThat(all.path("records").valueStream().map(JsonNode::asString))
                    .contains("a100", "a159")
                    .isSorted();
            assertThat(commission.get(ROOM + "/verdicts/0000/records").statusCode())
                    .isEqualTo(404);
            // The same verdict at the same moment, worked out anew, has the same name.
            assertThat(commission
                            .get(ROOM + "/verdicts?about=2026-03-20T14:00:00%2B02:00&asOf=2026-03-20T14:00:00%2B02:00")
                            .body())
                    .contains("\"" + id + "\"");
        }
    }

    private static void until(HeldRoom held) throws InterruptedException {
        for (int i = 0; i < 500 && held.rooms.getFirst().reading().isPresent(); i++) {
            Thread.sleep(20);
        }
        assertThat(held.rooms.getFirst().reading()).isEmpty();
    }
}
