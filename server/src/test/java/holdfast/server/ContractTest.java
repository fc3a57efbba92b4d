package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract: nothing answers that is not in it, and what answers keeps to it. */
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "/api/agreements/two-layer-framework";
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");

    private static final String ATTACK = """
            {"id":"r0","event":"ceasefire_began","source":"Commission","occurred":"2026-03-01T00:00:00+02:00","basis":"seen"}
            {"id":"r1","event":"attack","source":"Commission","occurred":"2026-03-02T10:00:00+02:00","by":"Russia","on":"Ukraine","basis":"seen"}
            """;

    @TempDir
    static Path folder;

    private static HeldRoom held;
    private static HeldRoom.Client commission;
    private static JsonNode contract;

    @BeforeAll
    static void open() throws Exception {
        held = HeldRoom.of(
                folder, InstantSource.fixed(NOON), Path.of("../agreements/two-layer-framework/agreement.md"));
        commission = held.signedIn(new Person("a member", Role.MEMBER, Optional.of("Commission")));
        assertThat(commission.post(ROOM + "/records", ATTACK).statusCode()).isEqualTo(201);
        while (held.rooms.getFirst().now().moment().size() < 3) {
            Thread.sleep(20);
        }
        contract = JSON.readTree(commission.get("/api/openapi.json").body());
    }

    @AfterAll
    static void close() {
        held.close();
    }

    @Test
    void everyPathThatAnswersIsInTheContractAndTheOtherWayRound() {
        Set<String> promised = new TreeSet<>();
        contract.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(m ->
                                promised.add(m.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> answered = new TreeSet<>();
        held.paths().forEach(p -> answered.add(p.replace('<', '{').replace('>', '}')));
        answered.removeIf(p -> p.endsWith("*"));
        assertThat(answered).containsAll(promised);
        assertThat(promised).containsAll(answered);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/agreements, /api/agreements",
        "'', ''",
        "/verdicts, /verdicts",
        "/verdicts?about=2026-03-05, /verdicts",
        "/now, /now",
        "/now?since=2026-03-01, /now",
        "/replay, /replay",
        "/duties, /duties",
        "/duties?for=Poland, /duties",
        "/records, /records",
        "/map, /map",
        "/ladder, /ladder",
        "/readiness, /readiness",
        "/territory, /territory",
        "/log, /log",
        "/api/me, /api/me"
    })
    void whatIsAnsweredKeepsToTheContract(String path, String promised) {
        boolean whole = path.startsWith("/api");
        HttpResponse<String> answer = commission.get(whole ? path : ROOM + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        keeps(answer.body(), schema(whole ? promised : "/api/agreements/{agreement}" + promised, "get", "200"));
    }

    @Test
    void anExplanationKeepsToTheContractAndSaysWhichRecordsItRestsOn() {
        JsonNode verdicts = JSON.readTree(commission.get(ROOM + "/verdicts").body());
        JsonNode breached = verdicts.path("verdicts")
                .valueStream()
                .filter(v -> v.path("records").toString().contains("r1"))
                .findFirst()
                .orElseThrow();
        String body = commission
                .get(ROOM + "/explanations/" + breached.path("id").asString())
                .body();
        keeps(body, schema("/api/agreements/{agreement}/explanations/{verdict}", "get", "200"));
        assertThat(JSON.readTree(body).path("records").toString()).contains("\"id\":\"r1\"", "\"entry\":2");
    }

    @Test
    void aDraftIsCheckedWithTheWordsOfTheCommand() {
        String text = JSON.writeValueAsString(java.util.Map.of("text", """
                ## Article 1

                ```holdfast
                party Alfa
                1.1  Alfa must not atack
                ```
                """));
        String body = held.stranger().post("/api/check", text).body();
        keeps(body, schema("/api/check", "post", "200"));
        assertThat(JSON.readTree(body).path("problems").path(0).path("words").asString())
                .contains("draft.md:5", "atack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/agreements/nowhere",
                ROOM + "/verdicts?about=yesterday",
                ROOM + "/verdicts?size=99",
                ROOM + "/duties?for=Nobody",
                ROOM + "/explanations/0000",
                ROOM + "/tile/0/999",
                ROOM + "/proofs/none",
                "/enter/nothing",
                "/api/nothing"
            })
    void whatCannotBeAnsweredSaysWhyAndHowToMendIt(String path) {
        HttpResponse<String> answer = held.stranger().get(path);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        keeps(answer.body(), contract.path("components").path("schemas").path("Problem"));
    }

    @Test
    void theSameMomentIsGivenTheSameBytes() {
        String path = ROOM + "/replay?size=3&asOf=2026-03-10&about=2026-03-12";
        assertThat(held.stranger().get(path).body())
                .isEqualTo(commission.get(path).body());
    }

    private static JsonNode schema(String path, String method, String status) {
        JsonNode schema = contract.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(schema.isMissingNode()).as(path).isFalse();
        return schema;
    }

    /** The parts of the contract to which a schema refers go with it. */
    private static void keeps(String body, JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", contract.path("components"));
        var read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
        assertThat(read.validate(body, InputFormat.JSON)).as(body).isEmpty();
    }
}
