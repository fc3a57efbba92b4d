package holdfast.server.api;

import holdfast.language.model.Agreement;
import holdfast.server.access.AccessLog;
import holdfast.server.access.AccountTrouble;
import holdfast.server.access.Accounts;
import holdfast.server.access.Entrance;
import holdfast.server.access.IdentityProvider;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Coming in and going out; whom the keeper lets in; and the log of who asked for what. */
final class DoorApi {
    private final Rooms rooms;
    private final Accounts accounts;
    private final AccessLog log;
    private final Gate gate;
    private final Optional<IdentityProvider> provider;

    DoorApi(Rooms rooms, Entrance entrance, Gate gate) {
        this.rooms = rooms;
        this.accounts = entrance.accounts();
        this.log = entrance.log();
        this.gate = gate;
        this.provider = entrance.provider();
    }

    void me(Context ctx) {
        Person person = Gate.person(ctx);
        Map<String, @Nullable Object> said = new LinkedHashMap<>(said(person));
        said.put("provider", provider.map(IdentityProvider::shown).orElse(null));
        Json.answer(ctx, said);
    }

    private static Map<String, @Nullable Object> said(Person person) {
        return Json.object(
                "name", person.name(),
                "role", person.role().word(),
                "actor", person.actor().orElse(null));
    }

    /** The link that somebody was given. */
    void enter(Context ctx) {
        String session = accounts.enter(ctx.pathParam("link"))
                .orElseThrow(() -> gate.unknown(
                        ctx, "this link is unknown, too old, or somebody used it", "ask the keeper for another"));
        begin(ctx, session);
        ctx.redirect("/");
    }

    /** The same for whoever types what it was given, or shows the token of a device. */
    void begin(Context ctx) {
        String session = accounts.session(Json.body(ctx).path("token").asString(""))
                .orElseThrow(() -> gate.unknown(
                        ctx, "this token is unknown, too old, or somebody used it", "ask the keeper for another"));
        begin(ctx, session);
        Json.answer(ctx, said(accounts.person(session).orElse(Person.PUBLIC)));
    }

    /** Whether the browser speaks HTTPS, with the room or with the server before it. */
    static boolean isSecure(Context ctx) {
        return "https".equals(ctx.scheme()) || "https".equals(ctx.header("X-Forwarded-Proto"));
    }

    void begin(Context ctx, String session) {
        accounts.person(session).ifPresent(person -> gate.came(ctx, person));
        Cookie cookie = new Cookie(Gate.SESSION, session, "/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(isSecure(ctx));
        ctx.cookie(cookie);
    }

    void end(Context ctx) {
        @Nullable String session = ctx.cookie(Gate.SESSION);
        if (session != null) {
            accounts.leave(session);
        }
        ctx.removeCookie(Gate.SESSION, "/");
        Json.answer(ctx, said(Person.PUBLIC));
    }

    void people(Context ctx) {
        Json.answer(
                ctx,
                Json.object(
                        "people", accounts.people().stream().map(DoorApi::said).toList()));
    }

    /** {@code {"name", "role", "actor", "device"}}: a link for a person, or a token for a device. */
    void invite(Context ctx) {
        JsonNode asked = Json.body(ctx);
        Role role = Role.of(asked.path("role").asString(""))
                .orElseThrow(() -> new Refused(
                        422,
                        "`" + asked.path("role").asString("") + "` is no role",
                        "write one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Role.values())
                                                .map(Role::word)
                                                .toList())));
        String actor = asked.path("actor").asString("").strip();
        try {
            Person person = fitting(asked.path("name").asString("").strip(), role, actor);
            boolean device = asked.path("device").asBoolean(false);
            String secret = device ? accounts.token(person) : accounts.invite(person);
            ctx.status(201);
            Json.answer(
                    ctx,
                    device
                            ? Json.object("person", said(person), "token", secret)
                            : Json.object("person", said(person), "link", "/enter/" + secret));
        } catch (AccountTrouble e) {
            throw new Refused(422, String.valueOf(e.getMessage()), e.help());
        }
    }

    private Person fitting(String name, Role role, String actor) {
        List<Agreement> texts = rooms.all().stream().map(Room::agreement).toList();
        return Person.fitting(name, role, actor, texts);
    }

    void remove(Context ctx) {
        String name = ctx.pathParam("name");
        if (name.equals(Gate.person(ctx).name())) {
            throw new Refused(
                    422, "the keeper does not put itself out of the door", "invite another keeper, who does it");
        }
        if (!accounts.remove(name)) {
            throw new Refused(404, "nobody here is called `" + name + "`", "");
        }
        people(ctx);
    }

    /** The lines of a day. */
    void log(Context ctx) {
        @Nullable String day = ctx.queryParam("day");
        try {
            LocalDate of = day == null ? log.today() : LocalDate.parse(day);
            List<Object> lines = new ArrayList<>();
            log.lines(of).forEach(l -> lines.add(Json.read(l)));
            Json.answer(ctx, Json.object("day", of.toString(), "days", log.days(), "asked", lines));
        } catch (DateTimeException e) {
            throw new Refused(400, "day=" + day + " is no day", "write `2026-03-01`");
        }
    }
}
