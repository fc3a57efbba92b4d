package holdfast.server;

import holdfast.server.access.AccessLog;
import holdfast.server.access.Accounts;
import holdfast.server.access.Entrance;
import holdfast.server.api.Routes;
import holdfast.server.room.Room;
import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Listens, and answers for its rooms, until it is closed. */
public final class Server implements AutoCloseable {
    /** No request has more bytes. */
    private static final long LONGEST = 16_000_000;

    private final Javalin javalin;
    private final List<Room> rooms;
    private final AccessLog log;
    private final String host;

    private Server(Javalin javalin, List<Room> rooms, AccessLog log, String host) {
        this.javalin = javalin;
        this.rooms = rooms;
        this.log = log;
        this.host = host;
    }

    /** @param rooms closed with the server */
    public static Server start(ServerSettings settings, List<Room> rooms, Accounts accounts) {
        return start(settings, rooms, accounts, new AccessLog(InstantSource.system(), Optional.empty()));
    }

    /**
     * @param rooms closed with the server
     * @param log of who asked for what, closed with the server
     */
    public static Server start(ServerSettings settings, List<Room> rooms, Accounts accounts, AccessLog log) {
        Map<String, Room> byName = new LinkedHashMap<>();
        rooms.forEach(r -> byName.put(r.name(), r));
        Entrance entrance = new Entrance(accounts, log, settings.publicView(), settings.readOnly());
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = LONGEST;
            config.staticFiles.add(files -> {
                files.hostedPath = "/";
                files.directory = "/holdfast/server/page";
                files.location = Location.CLASSPATH;
            });
            new Routes(byName, entrance, settings.version()).add(config);
        });
        javalin.start(settings.host(), settings.port());
        return new Server(javalin, rooms, log, settings.host());
    }

    public String address() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + shown + ":" + javalin.port() + "/";
    }

    /** Every path that answers: {@code GET /api/agreements}. */
    List<String> paths() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(e -> e.endpoint)
                .filter(e -> e.method.isHttpMethod())
                .map(e -> e.method.name() + " " + e.path)
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
        rooms.forEach(Room::close);
        log.close();
    }
}
