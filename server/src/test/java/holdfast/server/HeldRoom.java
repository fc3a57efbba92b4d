package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.check.Catalogue;
import holdfast.language.AgreementReader;
import holdfast.language.given.Findings;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Store;
import holdfast.record.store.Stores;
import holdfast.server.access.AccessLog;
import holdfast.server.access.Accounts;
import holdfast.server.access.IdentityProvider;
import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.room.Room;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server on this computer with one room for each of some texts, and clients of it. */
public final class HeldRoom implements AutoCloseable {
    private static final long AT_ONCE = 2_000;

    public final Server server;
    public final Accounts accounts;
    public final List<Room> rooms = new ArrayList<>();

    private HeldRoom(
            Path folder,
            InstantSource clock,
            Accounts accounts,
            AccessLog log,
            Optional<PublicView> publicView,
            Optional<IdentityProvider> provider,
            long atOnce,
            List<Path> texts)
            throws IOException {
        for (Path text : texts) {
            String name = text.getFileName().toString().equals("agreement.md")
                    ? text.toAbsolutePath().getParent().getFileName().toString()
                    : text.getFileName().toString().replace(".md", "");
            rooms.add(room(folder.resolve(name), name, text, clock, atOnce));
        }
        this.accounts = accounts;
        server = Server.start(
                new ServerSettings(
                        "localhost", 0, false, "of a test", publicView, provider, folder.resolve("exercises"), clock),
                rooms,
                accounts,
                log);
    }

    /** @param texts documents, such as {@code ../agreements/minsk-2015/agreement.md} */
    public static HeldRoom of(Path folder, InstantSource clock, Path... texts) throws IOException {
        return open(folder, clock, AT_ONCE, texts);
    }

    /** Takes records into the first room, past the door. */
    public void put(String from, String lines) {
        assertThat(rooms.getFirst()
                        .submit(lines.getBytes(StandardCharsets.UTF_8), from, false)
                        .problems())
                .isEmpty();
    }

    /** One that takes every record for a long one, and is open while it reads it. */
    static HeldRoom reading(Path folder, InstantSource clock, Path... texts) throws IOException {
        return open(folder, clock, 0, texts);
    }

    /** One whose people and log are kept in the folder, and go by the same clock. */
    public static HeldRoom guarded(Path folder, InstantSource clock, Optional<PublicView> publicView, Path... texts)
            throws IOException {
        return kept(folder, clock, publicView, Optional.empty(), texts);
    }

    /** One into which people also come through an identity provider. */
    static HeldRoom behind(Path folder, InstantSource clock, IdentityProvider provider, Path... texts)
            throws IOException {
        return kept(folder, clock, Optional.of(PublicView.WHOLE), Optional.of(provider), texts);
    }

    private static HeldRoom open(Path folder, InstantSource clock, long atOnce, Path... texts) throws IOException {
        return new HeldRoom(
                folder,
                clock,
                new Accounts(new SecureRandom()),
                new AccessLog(InstantSource.system(), Optional.empty()),
                Optional.of(PublicView.WHOLE),
                Optional.empty(),
                atOnce,
                List.of(texts));
    }

    private static HeldRoom kept(
            Path folder,
            InstantSource clock,
            Optional<PublicView> publicView,
            Optional<IdentityProvider> provider,
            Path... texts)
            throws IOException {
        return new HeldRoom(
                folder,
                clock,
                new Accounts(new SecureRandom(), clock, Optional.of(folder.resolve("people.json"))),
                new AccessLog(clock, Optional.of(folder.resolve("access"))),
                publicView,
                provider,
                AT_ONCE,
                List.of(texts));
    }

    private static Room room(Path folder, String name, Path text, InstantSource clock, long atOnce) throws IOException {
        Agreement agreement = AgreementReader.read(text, new Findings(Catalogue.numbers()))
                .agreement()
                .orElseThrow();
        Files.createDirectories(folder);
        Path keys = folder.resolve("log.key");
        Store store;
        if (Files.exists(keys)) {
            store = Stores.open(new RecordPlace.Folder(folder), Opening.WRITE);
        } else {
            SigningKeys.generate("holdfast.invalid/" + name, new SecureRandom()).write(keys);
            store = Stores.open(new RecordPlace.Folder(folder), Opening.MAKE);
            SharedRecord.make(store, SigningKeys.read(keys), clock)
                    .orElseThrow()
                    .submit("keeper", s -> Texts.submit(s, name, text, agreement));
        }
        SharedRecord record = SharedRecord.open(store, Optional.of(SigningKeys.read(keys)), clock);
        return Room.open(name, record, clock, "of a test", atOnce).orElseThrow();
    }

    public String url(String path) {
        return server.address() + path.replaceFirst("^/", "");
    }

    /** Every path that answers: {@code GET /api/agreements}. */
    List<String> paths() {
        return server.javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(e -> e.endpoint)
                .filter(e -> e.method.isHttpMethod())
                .map(e -> e.method.name() + " " + e.path)
                .toList();
    }

    /** Somebody with a client. */
    public final class Client {
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        public HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(url(path))).build());
        }

        public HttpResponse<String> post(String path, String body) {
            return send(HttpRequest.newBuilder(URI.create(url(path)))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        public HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public HttpClient http() {
            return http;
        }
    }

    /** Whoever has not signed in. */
    public Client stranger() {
        return new Client();
    }

    public Client signedIn(Person person) {
        Client client = new Client();
        client.get("/enter/" + accounts.invite(person));
        return client;
    }

    @Override
    public void close() {
        server.close();
    }
}
