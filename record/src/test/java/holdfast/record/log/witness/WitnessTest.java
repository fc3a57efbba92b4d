package holdfast.record.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.record.log.audit.SmallLog;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.tree.ConsistencyProof;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.log.trust.Policy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final NoteSigner KEY = SmallLog.key("witness.example/oslo", SignatureType.ED25519_COSIGNATURE, 2);

    @TempDir
    Path folder;

    private SmallLog log;
    private Note at100;
    private Note at300;
    private Witness witness;
    private FolderMemory memory;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void aLogAndItsWitness() {
        log = new SmallLog(folder.resolve("log"), SmallLog.logKey(), List.of(), false);
        at100 = log.append(SmallLog.entries(0, 100));
        at300 = log.append(SmallLog.entries(100, 300));
        memory = FolderMemory.open(folder.resolve("witness"));
        open.add(memory);
        witness = witness(memory, List.of(KEY));
    }

    private static Witness witness(WitnessMemory memory, List<NoteSigner> keys) {
        return new Witness(keys, List.of(SmallLog.logKey().verifier()), memory, InstantSource.fixed(NOON));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private ConsistencyProof proof(long from, long to) {
        return ConsistencyProof.make(from, to, new TileHashes(300, FolderTiles.copy(folder.resolve("log"))));
    }

    private Answer ask(long old, long size, Note note) {
        return witness.add(new AddCheckpoint(old, proof(old, size).hashes(), note).bytes());
    }

    @Test
    void aCheckpointThatOnlyAddsIsCosignedWithTheTime() {
        Answer first = ask(0, 100, at100);
        assertThat(first.status()).isEqualTo(200);
        Answer second = ask(100, 300, at300);
        assertThat(second.status()).isEqualTo(200);
        Note with = at300.with(Note.lines(second.body()).getFirst());
        assertThat(with.open(List.of(KEY.verifier())).signed())
                .singleElement()
                .satisfies(s -> assertThat(s.time()).contains(NOON.getEpochSecond()));
    }

    @Test
    void theSameCheckpointMayBeCosignedAgain() {
        ask(0, 300, at300);
        assertThat(ask(300, 300, at300).status()).isEqualTo(200);
    }

    @Test
    void whoeverAsksFromAnotherSizeIsToldTheSizeThatTheWitnessSaw() {
        ask(0, 100, at100);
        Answer answer = ask(0, 300, at300);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("100\n");
        assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
    }

    @Test
    void anotherTreeOfTheSameSizeIsNotCosigned() {
        ask(0, 300, at300);
        Note other = log.checkpoint(new Checkpoint(SmallLog.ORIGIN, 300, TreeHash.EMPTY_ROOT));
        assertThat(ask(300, 300, other).status()).isEqualTo(409);
    }

    @Test
    void aTreeThatDoesNotBeginWithTheOneBeforeIsNotCosigned() {
        ask(0, 100, at100);
        List<Hash> bent = new ArrayList<>(proof(100, 300).hashes());
        bent.set(0, TreeHash.EMPTY_ROOT);
        assertThat(witness.add(new AddCheckpoint(100, bent, at300).bytes()).status())
                .isEqualTo(422);
        assertThat(witness.add(new AddCheckpoint(100, List.of(), at300).bytes()).status())
                .isEqualTo(422);
        assertThat(ask(100, 300, at300).status()).as("and it has not forgotten").isEqualTo(200);
    }

    @Test
    void aLogThatTheWitnessDoesNotKnowIsNotCosigned() {
        String text = new Checkpoint("example.org/other", 1, TreeHash.EMPTY_ROOT).text();
        Note other = new Note(text, List.of(SmallLog.logKey().sign(text, 0)));
        assertThat(ask(0, 0, other).status()).isEqualTo(404);
    }

    @Test
    void aCheckpointThatTheLogDidNotSignIsNotCosigned() {
        NoteSigner stranger = SmallLog.key(SmallLog.ORIGIN, SignatureType.ED25519, 77);
        Note forged = new Note(at100.text(), List.of(stranger.sign(at100.text(), 0)));
        assertThat(ask(0, 100, forged).status()).isEqualTo(403);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        String right = new String(new AddCheckpoint(0, List.of(), at100).bytes(), StandardCharsets.UTF_8);
        List<String> wrong = List.of(
                "",
                "old 0\n",
                right.replace("old 0", "old 00"),
                right.replace("old 0", "new 0"),
                right.replace("old 0", "old -1"),
                right.replace("old 0", "old 101"),
                right.replace("old 0\n", "old 0\nabc\n"),
                right.replace("old 0\n", "old 0\n" + (TreeHash.EMPTY_ROOT + "\n").repeat(64)));
        for (String request : wrong) {
            assertThat(witness.add(request.getBytes(StandardCharsets.UTF_8)).status())
                    .as(request)
                    .isEqualTo(400);
        }
    }

    @Test
    void aWitnessThatWasStoppedAndStartedAgainHasForgottenNothing() {
        ask(0, 300, at300);
        memory.close();
        FolderMemory again = FolderMemory.open(folder.resolve("witness"));
        open.add(again);
        witness = witness(again, List.of(KEY));
        assertThat(ask(0, 100, at100).body()).isEqualTo("300\n");
    }

    @Test
    void twoWitnessesInOneFolderCannotRun() {
        assertThatThrownBy(() -> FolderMemory.open(folder.resolve("witness")))
                .hasMessageContaining("another witness runs in the folder");
    }

    private WitnessServer serve(Witness one) throws Exception {
        WitnessServer server = WitnessServer.start(one, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        open.add(server);
        return server;
    }

    private static Policy.Witness entry(String name, NoteVerifier key, WitnessServer server) {
        return new Policy.Witness(name, key, Optional.of(url(server)));
    }

    private static String url(WitnessServer server) {
        return "http://localhost:" + server.address().getPort() + "/";
    }

    @Test
    void aLogCollectsCosignaturesOverTheNet() throws Exception {
        NoteSigner second = SmallLog.key("witness.example/warsaw", SignatureType.ML_DSA_44, 3);
        WitnessServer oslo = serve(witness);
        FolderMemory other = FolderMemory.open(folder.resolve("warsaw"));
        open.add(other);
        WitnessServer warsaw = serve(witness(other, List.of(second)));
        Policy policy = new Policy(
                List.of(new Policy.Log(SmallLog.logKey().verifier(), Optional.empty())),
                List.of(
                        entry("Oslo", KEY.verifier(), oslo),
                        entry("Warsaw", second.verifier(), warsaw),
                        new Policy.Witness(
                                "Gone",
                                SmallLog.key("gone", SignatureType.ED25519_COSIGNATURE, 4)
                                        .verifier(),
                                Optional.of("http://localhost:1/"))),
                List.of(new Policy.Group("two", 2, List.of("Oslo", "Warsaw", "Gone"))),
                Optional.of("two"));
        try (WitnessClient client = new WitnessClient(Duration.ofSeconds(10))) {
            client.collect(policy, at100, size -> proof(size, 100));
            WitnessClient.Collected collected = client.collect(policy, at300, size -> proof(size, 300));
            assertThat(collected.outcomes())
                    .extracting(WitnessClient.Outcome::witness)
                    .containsExactly("Oslo", "Warsaw", "Gone");
            assertThat(collected.outcomes().getLast())
                    .isEqualTo(new WitnessClient.Outcome.Failed("Gone", "it cannot be reached"));
            assertThat(policy.judge(collected.note()).isAccepted()).isTrue();
        }
    }

    @Test
    void aForkIsToldAtOnce() throws Exception {
        WitnessServer server = serve(witness);
        Policy policy =
                new Policy(List.of(), List.of(entry("Oslo", KEY.verifier(), server)), List.of(), Optional.empty());
        ask(0, 300, at300);
        SmallLog other = new SmallLog(folder.resolve("other"), SmallLog.logKey(), List.of(), false);
        Note fork = other.append(SmallLog.entries(1, 501));
        TileHashes hashes = new TileHashes(500, FolderTiles.copy(folder.resolve("other")));
        try (WitnessClient client = new WitnessClient(Duration.ofSeconds(10))) {
            assertThat(client.collect(policy, fork, size -> ConsistencyProof.make(size, 500, hashes))
                            .outcomes())
                    .singleElement()
                    .isInstanceOf(WitnessClient.Outcome.Contradicted.class);
            assertThat(client.collect(policy, at100, size -> proof(size, 100)).outcomes())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WitnessClient.Outcome.Contradicted.class,
                            c -> assertThat(c.why()).contains("it has cosigned a tree of size 300"));
        }
    }

    @Test
    void theWitnessShowsItsKeysAndRefusesWhatItDoesNotDo() throws Exception {
        WitnessServer server = serve(witness);
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(get(http, url(server)).body()).contains(KEY.verifier().vkey());
            assertThat(get(http, url(server) + "add-checkpoint").statusCode()).isEqualTo(405);
            assertThat(get(http, url(server) + "other").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(HttpClient http, String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aWitnessThatCannotRememberCosignsNothing() throws Exception {
        WitnessMemory full = new WitnessMemory() {
            @Override
            public Optional<Note> latest(String origin) {
                return Optional.empty();
            }

            @Override
            public void remember(String origin, Note checkpoint) {
                throw new java.io.UncheckedIOException(new java.io.IOException("no space left on device"));
            }
        };
        WitnessServer server = serve(witness(full, List.of(KEY)));
        Policy policy =
                new Policy(List.of(), List.of(entry("Oslo", KEY.verifier(), server)), List.of(), Optional.empty());
        try (WitnessClient client = new WitnessClient(Duration.ofSeconds(10))) {
            assertThat(client.collect(policy, at100, size -> proof(size, 100))
                            .note()
                            .signatures())
                    .hasSize(1);
        }
    }
}
