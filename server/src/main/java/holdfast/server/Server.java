package holdfast.server;

import holdfast.server.access.AccessLog;
import holdfast.server.access.Accounts;
import holdfast.server.access.Entrance;
import holdfast.server.api.Routes;
import holdfast.server.exercise.Exercises;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Listens, and answers for its rooms, until it is closed. */
public final class Server implements AutoCloseable {
    /** No request has more bytes. */
    private static final long LONGEST = 16_000_000;

    final Javalin javalin;
    private final Rooms rooms;
    private final Routes routes;
    private final AccessLog log;
    private final String host;

    private Server(Javalin javalin, Rooms rooms, Routes routes, AccessLog log, String host) {
        this.javalin = javalin;
        this.rooms = rooms;
        this.routes = routes;
        this.log = log;
        this.host = host;
    }

    /** @param open closed with the server */
    public static Server start(ServerSettings settings, List<Room> open, Accounts accounts) {
        return start(settings, open, accounts, new AccessLog(InstantSource.system(), Optional.empty()));
    }

    /**
     * @param open closed with the server
     * @param log of who asked for what, closed with the server
     */
    public static Server start(ServerSettings settings, List<Room> open, Accounts accounts, AccessLog log) {
        Entrance entrance =
                new Entrance(accounts, log, settings.publicView(), settings.readOnly(), settings.provider());
        Rooms rooms = new Rooms(open);
        Exercises exercises = new Exercises(rooms, settings.exercises(), settings.clock(), settings.version());
        Routes routes = new Routes(
                rooms,
                exercises,
                entrance,
                settings.version(),
                Optional.of(settings.exercises().resolveSibling("webhooks.json")));
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
            routes.add(config);
        });
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            routes.close();
            rooms.close();
            throw new CannotListen(e);
        }
        open.forEach(Room::begin);
        return new Server(javalin, rooms, routes, log, settings.host());
    }

    /** Something else listens there, or it is not allowed. */
    public static final class CannotListen extends RuntimeException {
        CannotListen(Throwable cause) {
            super(cause);
        }
    }

    public String address() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + shown + ":" + javalin.port() + "/";
    }

    @Override
    public void close() {
        routes.close();
        javalin.stop();
        rooms.close();
        log.close();
    }
}
