package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A table-top: a breach on the table, roles taken, time moved by hand, and the verdicts answer; the real record knows nothing of it. */
class ExerciseTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final String ROOM = "/api/agreements/two-layer-framework";

    private static final String STORY = """
            {"title": "The first night", "clock": "2026-03-02T12:00:00+02:00", "records": [
              {"id":"c","event":"ceasefire_began","source":"Commission","occurred":"2026-03-01T00:00:00+02:00"},
              {"id":"a","event":"attack","source":"Commission","occurred":"2026-03-02T10:00:00+02:00","by":"Russia","on":"Ukraine","basis":"seen"}
            ]}
            """;

    @TempDir
    static Path folder;

    private static HeldRoom held;
    private static HeldRoom.Client host;
    private static HeldRoom.Client other;

    @BeforeAll
    static void open() throws Exception {
        held = HeldRoom.of(
                folder, InstantSource.fixed(NOON), Path.of("../agreements/two-layer-framework/agreement.md"));
        host = held.signedIn(new Person("Anna", Role.OBSERVER, Optional.empty()));
        other = held.signedIn(new Person("Bohdan", Role.OBSERVER, Optional.empty()));
    }

    @AfterAll
    static void close() {
        held.close();
    }

    private static JsonNode begun() {
        var answer = host.post(ROOM + "/exercises", STORY);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static String status(String exercise, String clause, String bearer) throws InterruptedException {
        // A beat of the room.
        Thread.sleep(500);
        return JSON.readTree(
                        other.get("/api/agreements/" + exercise + "/verdicts").body())
                .path("verdicts")
                .valueStream()
                .filter(v -> v.path("clause").asString().equals(clause)
                        && v.path("bearer").asString().equals(bearer))
                .map(v -> v.path("status").asString())
                .findFirst()
                .orElse("none");
    }

    @Test
    void whoStaysSilentIsLateAsSoonAsTheClockIsMovedPastItsDeadline() throws Exception {
        String id = begun().path("id").asString();
        assertThat(status(id, "2.1", "Russia")).isEqualTo("breached");
        assertThat(status(id, "4.1", "Ukraine")).isEqualTo("pending");
        assertThat(host.post("/api/exercises/" + id + "/clock", "{\"to\":\"2026-03-10T00:00:00+02:00\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(status(id, "4.1", "Ukraine")).isIn("breached", "lapsed", "undetermined");
    }

    @Test
    void theRealRecordKnowsNothingOfIt() {
        long before = held.rooms.getFirst().record().signedSize();
        begun();
        assertThat(held.rooms.getFirst().record().signedSize()).isEqualTo(before);
    }

    @Test
    void onlyTheHostMovesTheClockAndNeverBack() {
        String id = begun().path("id").asString();
        assertThat(other.post("/api/exercises/" + id + "/clock", "{\"speed\":10}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(host.post("/api/exercises/" + id + "/clock", "{\"to\":\"2026-03-01T00:00:00+02:00\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoHasNoSeatActsForNobodyAndWhoEndsItIsGivenAReportAndRecords() {
        String id = begun().path("id").asString();
        String report = "/api/exercises/" + id;
        assertThat(other.post("/api/agreements/" + id + "/records", "{}").statusCode())
                .isEqualTo(403);
        assertThat(other.post(report + "/seat", "{\"actor\":\"Poland\"}").body())
                .contains("Bohdan");
        assertThat(host.post(report + "/end", "{}").statusCode()).isEqualTo(200);
        assertThat(other.post(report + "/seat", "{\"actor\":\"France\"}").statusCode())
                .isEqualTo(409);
        assertThat(host.get(report + "/report").body())
                .contains("The first night", "Bohdan", "Poland", "2.1", "Nothing of it happened");
        assertThat(host.get(report + "/records.jsonl").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"attack\"");
    }

    @Test
    void recordsThatCannotBeUsedAreRefusedWithTheirFaults() {
        var answer = host.post(
                ROOM + "/exercises",
                "{\"records\":[{\"id\":\"x\",\"event\":\"atack\",\"source\":\"me\",\"occurred\":\"2026-03-02T10:00:00+02:00\"}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
    }
}
