package holdfast.record.log.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteVerifier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A witness that is asked over HTTP. */
public final class WitnessServer implements AutoCloseable {
    private final Witness witness;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, HttpServer http) {
        this.witness = witness;
        this.http = http;
    }

    /** @param address with port 0, any that is free is taken */
    public static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        WitnessServer server = new WitnessServer(witness, HttpServer.create(address, 0));
        server.http.setExecutor(server.threads);
        server.http.createContext("/", server::answer);
        server.http.start();
        return server;
    }

    public InetSocketAddress address() {
        return http.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answered(exchange));
        }
    }

    private Answer answered(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals("/add-checkpoint")) {
            return method.equals("POST")
                    ? added(exchange)
                    : new Answer(405, "text/plain; charset=utf-8", "a checkpoint is sent here with POST\n");
        }
        return path.equals("/") && method.equals("GET")
                ? new Answer(200, "text/plain; charset=utf-8", about())
                : new Answer(404, "text/plain; charset=utf-8", "send checkpoints to /add-checkpoint\n");
    }

    private Answer added(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Note.LONGEST + 1);
        if (body.length > Note.LONGEST) {
            return Answer.badRequest("the request is longer than " + Note.LONGEST + " bytes");
        }
        try {
            return witness.add(body);
        } catch (RuntimeException e) {
            // Whatever it is, such as a full disk: nothing was cosigned.
            return Answer.failed("the witness cannot remember checkpoints at the moment, so it cosigns none");
        }
    }

    private String about() {
        return "This is a witness of logs. Its keys:\n\n"
                + witness.keys().stream().map(NoteVerifier::vkey).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
