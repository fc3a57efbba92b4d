package holdfast.server.api;

import holdfast.record.store.StoreTrouble;
import holdfast.server.access.Accounts;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.room.Room;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every path, and what answers there. */
public final class Routes {
    private static final String SESSION = "holdfast";

    private final RoomApi room;
    private final Streams streams;
    private final Accounts accounts;
    private final boolean readOnly;

    public Routes(Map<String, Room> rooms, Accounts accounts, boolean readOnly) {
        this.room = new RoomApi(rooms);
        this.streams = new Streams(room.asking());
        this.accounts = accounts;
        this.readOnly = readOnly;
    }

    public void add(JavalinConfig config) {
        config.routes.before(Routes::guard);
        config.routes.get("/api/agreements", room::agreements);
        config.routes.get("/api/agreements/{agreement}", room::agreement);
        config.routes.get("/api/agreements/{agreement}/verdicts", room::verdicts);
        config.routes.get("/api/agreements/{agreement}/now", room::now);
        config.routes.get("/api/agreements/{agreement}/replay", room::replay);
        config.routes.get("/api/agreements/{agreement}/duties", room::duties);
        config.routes.get("/api/agreements/{agreement}/duties.ics", room::calendar);
        config.routes.get("/api/agreements/{agreement}/records", room::records);
        config.routes.post("/api/agreements/{agreement}/records", ctx -> {
            Person person = person(ctx);
            if (readOnly || person.role() == Role.PUBLIC) {
                throw new Refused(403, "nothing can be submitted here without signing in", "");
            }
            room.submit(ctx, person);
        });
        config.routes.sse("/api/agreements/{agreement}/changes", streams::listen);
        config.routes.get("/api/me", this::me);
        config.routes.get("/enter/{link}", this::enter);
        config.routes.exception(Refused.class, (e, ctx) -> problem(ctx, e));
        config.routes.exception(
                StoreTrouble.class,
                (e, ctx) -> problem(ctx, new Refused(503, String.valueOf(e.getMessage()), e.help())));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) -> problem(ctx, new Refused(e.getStatus(), String.valueOf(e.getMessage()), "")));
        config.routes.exception(Exception.class, (e, ctx) -> {
            System.getLogger(Routes.class.getName()).log(System.Logger.Level.ERROR, ctx.path(), e);
            problem(ctx, new Refused(500, "something went wrong inside Holdfast; please report it", ""));
        });
    }

    private static void guard(Context ctx) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-store");
    }

    private Person person(Context ctx) {
        @Nullable String session = ctx.cookie(SESSION);
        return Optional.ofNullable(session).flatMap(accounts::person).orElse(Person.PUBLIC);
    }

    private void me(Context ctx) {
        Person person = person(ctx);
        Json.answer(
                ctx,
                Json.object(
                        "name", person.name(),
                        "role", person.role().name().toLowerCase(java.util.Locale.ROOT),
                        "actor", person.actor().orElse(null)));
    }

    private void enter(Context ctx) {
        String session = accounts.enter(ctx.pathParam("link"))
                .orElseThrow(() -> new Refused(403, "this link is unknown, or somebody used it", "ask for another"));
        Cookie cookie = new Cookie(SESSION, session, "/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        ctx.cookie(cookie);
        ctx.redirect("/");
    }

    private static void problem(Context ctx, Refused refused) {
        ctx.status(refused.status());
        Map<String, @Nullable Object> said = Json.object(
                "type", "about:blank",
                "title", refused.getMessage(),
                "status", refused.status(),
                "help", refused.help().isEmpty() ? null : refused.help(),
                "problems", refused.problems());
        ctx.contentType("application/problem+json").result(Json.text(said).getBytes(StandardCharsets.UTF_8));
    }
}
