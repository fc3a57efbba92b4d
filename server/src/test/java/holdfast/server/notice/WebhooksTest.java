package holdfast.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are told of changes: in order, signed, again until they take it, and after a pause from where they were. */
class WebhooksTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_772_400_000));

    /** What came, as a program has it. */
    private record Came(String id, String timestamp, String signature, String body) {}

    @TempDir
    Path folder;

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
    private HttpServer program;

    @BeforeEach
    void listen() throws IOException {
        program = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        program.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            came.add(new Came(
                    exchange.getRequestHeaders().getFirst("Webhook-Id"),
                    exchange.getRequestHeaders().getFirst("Webhook-Timestamp"),
                    exchange.getRequestHeaders().getFirst("Webhook-Signature"),
                    body));
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
            exchange.close();
        });
        program.start();
    }

    @AfterEach
    void end() {
        program.stop(0);
    }

    private URI address() {
        return URI.create("http://localhost:" + program.getAddress().getPort() + "/told");
    }

    private Webhooks hooks(Webhooks.Since since) {
        return new Webhooks(
                new HookFile(Optional.of(folder.resolve("webhooks.json"))),
                new SecureRandom(),
                CLOCK,
                Duration.ofMillis(1),
                since);
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void whatIsNotTakenIsSentAgainBeforeAnythingElseAndItIsSigned() throws Exception {
        answers.addAll(List.of(500, 503));
        try (Webhooks hooks = hooks((room, told) -> Optional.empty())) {
            Hook hook = hooks.add("minsk", address());
            hooks.tell("minsk", () -> new Webhooks.Letter("1-10", "{\"a\":1}"));
            hooks.tell("elsewhere", () -> new Webhooks.Letter("9-90", "{}"));
            hooks.tell("minsk", () -> new Webhooks.Letter("2-20", "{\"a\":2}"));
            until(() -> hooks.all().getFirst().told().equals("2-20"));
            assertThat(came).extracting(Came::id).containsExactly("1-10", "1-10", "1-10", "2-20");
            assertThat(came)
                    .allSatisfy(c -> assertThat(c.signature())
                            .isEqualTo(Signature.of(hook.secret(), c.id(), 1_772_400_000, c.body())));
            assertThat(came).allSatisfy(c -> assertThat(c.timestamp()).isEqualTo("1772400000"));
        }
    }

    @Test
    void whatIsNeverTakenIsListedAndTheNextIsSentAllTheSame() throws Exception {
        for (int i = 0; i < Webhooks.TRIES; i++) {
            answers.add(410);
        }
        try (Webhooks hooks = hooks((room, told) -> Optional.empty())) {
            hooks.add("minsk", address());
            hooks.tell("minsk", () -> new Webhooks.Letter("1-10", "{}"));
            hooks.tell("minsk", () -> new Webhooks.Letter("2-20", "{}"));
            until(() -> hooks.all().getFirst().told().equals("2-20"));
            assertThat(hooks.dead())
                    .extracting(Webhooks.Dead::change, Webhooks.Dead::why)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("1-10", "it answered 410"));
            assertThat(came).hasSize(Webhooks.TRIES + 1);
        }
    }

    @Test
    void afterAPauseItIsToldWhatIsDifferentSinceTheLastThatItTook() throws Exception {
        try (Webhooks hooks = hooks((room, told) -> Optional.empty())) {
            hooks.add("minsk", address());
            hooks.tell("minsk", () -> new Webhooks.Letter("1-10", "{}"));
            until(() -> hooks.all().getFirst().told().equals("1-10"));
        }
        try (Webhooks again = hooks((room, told) -> Optional.of(new Webhooks.Letter("5-50", "since " + told)))) {
            again.comeBack("elsewhere");
            again.comeBack("minsk");
            until(() -> again.all().getFirst().told().equals("5-50"));
            assertThat(came.getLast().body()).isEqualTo("since 1-10");
        }
    }

    /** Made with Python's hmac: whoever writes the other side in another language can hold it against this. */
    @Test
    void theSignatureIsThatOfStandardWebhooks() {
        assertThat(Signature.of("AAECAwQFBgcICQoLDA0ODw==", "2-20", 1_772_400_000, "{}"))
                .isEqualTo("v1,O+UFuPUE9WLcfdSLlB8ll40FminTBisvuPP4sPcpoWc=");
    }
}
