package holdfast.server.api;

import holdfast.record.store.StoreTrouble;
import holdfast.server.access.Entrance;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.exercise.Exercises;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import holdfast.server.room.StillReading;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every path, and what answers there. */
public final class Routes implements AutoCloseable {
    private static final String EXERCISE = "/api/exercises/{exercise}";
    private static final String ROOM = "/api/agreements/{agreement}/";

    /** After so many it is worth asking again how far a record has been read. */
    private static final int SECONDS = 2;

    private final RoomApi room;
    private final Streams streams;
    private final WhyApi why;
    private final MapApi map;
    private final DraftApi drafts;
    private final LayerApi layers;
    private final ProofApi proofs;
    private final ImportApi imports;
    private final ExerciseApi exercises;
    private final NoticeApi notices;
    private final Counts counts;
    private final Gate gate;
    private final DoorApi door;
    private final ProviderApi provider;
    private final ActsApi acts;
    private final boolean readOnly;
    private final Rooms rooms;

    public Routes(Rooms rooms, Exercises exercises, Entrance entrance, String version, Optional<Path> hooks) {
        Submission submission = new Submission();
        this.rooms = rooms;
        this.room = new RoomApi(rooms, submission);
        Asking asking = room.asking();
        this.streams = new Streams(asking);
        this.why = new WhyApi(asking);
        this.map = new MapApi(asking);
        this.drafts = new DraftApi(rooms, asking, version);
        this.layers = new LayerApi(asking, version);
        this.proofs = new ProofApi(asking);
        this.imports = new ImportApi(asking, submission);
        this.exercises = new ExerciseApi(asking, exercises);
        this.notices = new NoticeApi(asking, rooms, hooks, entrance.accounts().clock());
        this.counts = new Counts(rooms);
        this.gate = new Gate(entrance);
        this.door = new DoorApi(rooms, entrance, gate);
        this.provider = new ProviderApi(entrance, door, gate);
        this.acts = new ActsApi(asking, submission);
        this.readOnly = entrance.readOnly();
    }

    public void add(JavalinConfig config) {
        config.routes.before(Routes::guard);
        gate.add(config);
        config.routes.get("/api/agreements", room::agreements);
        config.routes.get("/api/agreements/{agreement}", room::agreement);
        config.routes.get(ROOM + "verdicts", room::verdicts);
        config.routes.get(ROOM + "verdicts/{verdict}/records", why::records);
        config.routes.get(ROOM + "now", room::now);
        config.routes.get(ROOM + "replay", room::replay);
        config.routes.get(ROOM + "duties", room::duties);
        config.routes.get(ROOM + "duties.ics", room::calendar);
        config.routes.get(ROOM + "records", room::records);
        config.routes.get(ROOM + "explanations/{verdict}", why::explanation);
        config.routes.get(ROOM + "map", map::map);
        config.routes.get(ROOM + "readiness", layers::readiness);
        config.routes.get(ROOM + "territory", layers::territory);
        config.routes.get(ROOM + "ladder", layers::ladder);
        config.routes.get(ROOM + "text", drafts::text);
        config.routes.get(ROOM + "examination", drafts::examination);
        config.routes.get(ROOM + "examination.html", drafts::examinationPage);
        config.routes.get(ROOM + "brief", drafts::brief);
        config.routes.get(ROOM + "report/{day}", room::daily);
        config.routes.get(ROOM + "log", proofs::log);
        config.routes.get(ROOM + "checkpoint", proofs::checkpoint);
        config.routes.get(ROOM + "tile/<path>", proofs::tile);
        config.routes.get(ROOM + "proofs/{id}", proofs::proof);
        config.routes.post("/api/check", drafts::check);
        config.routes.post("/api/examine", drafts::examine);
        config.routes.post("/api/redline", drafts::redline);
        config.routes.get("/api/exercises", exercises::all);
        config.routes.post(ROOM + "exercises", ctx -> exercises.begin(ctx, somebody(ctx)));
        config.routes.get(EXERCISE, exercises::one);
        config.routes.post(EXERCISE + "/seat", ctx -> exercises.sit(ctx, somebody(ctx)));
        config.routes.post(EXERCISE + "/clock", ctx -> exercises.clock(ctx, somebody(ctx)));
        config.routes.post(EXERCISE + "/end", ctx -> exercises.end(ctx, somebody(ctx)));
        config.routes.get(EXERCISE + "/records.jsonl", exercises::records);
        config.routes.get(EXERCISE + "/report", exercises::report);
        config.routes.post(ROOM + "records", ctx -> room.submit(ctx, submitter(ctx)));
        config.routes.post(ROOM + "imports", ctx -> imports.take(ctx, submitter(ctx)));
        config.routes.sse(ROOM + "changes", streams::listen);
        config.routes.get(ROOM + "webhooks", notices::all);
        config.routes.post(ROOM + "webhooks", notices::add);
        config.routes.delete(ROOM + "webhooks/{id}", notices::remove);
        config.routes.get("/health", ctx -> health(ctx));
        config.routes.get("/metrics", counts::answer);
        config.routes.after(Gate.afterwards(counts::note));
        config.routes.get("/api/openapi.json", Routes::contract);
        config.routes.get(ROOM + "acts", ctx -> acts.acts(ctx, seated(ctx)));
        config.routes.get("/api/me", door::me);
        config.routes.get("/enter/{link}", door::enter);
        config.routes.get(ProviderApi.THERE, provider::there);
        config.routes.get(ProviderApi.BACK, ctx -> provider.back(ctx, ctx.queryParam("code"), ctx.queryParam("state")));
        config.routes.post("/api/session", door::begin);
        config.routes.delete("/api/session", door::end);
        config.routes.get("/api/people", door::people);
        config.routes.post("/api/people", door::invite);
        config.routes.delete("/api/people/{name}", door::remove);
        config.routes.get("/api/log-of-access", door::log);
        told(
                config,
                Room.UnknownEvents.class,
                e -> new Refused(
                        422,
                        String.valueOf(e.getMessage()),
                        "the agreement says which events there are; nothing was taken"));
        told(config, Refused.class, e -> e);
        told(config, StillReading.class, e -> Refused.stillReading(String.valueOf(e.getMessage()), e.reached()));
        told(config, StoreTrouble.class, e -> new Refused(503, String.valueOf(e.getMessage()), e.help()));
        told(config, HttpResponseException.class, e -> new Refused(e.getStatus(), String.valueOf(e.getMessage()), ""));
        config.routes.exception(
                Exception.class,
                (e, ctx) -> Gate.lastly(ctx, c -> {
                    problem(c, new Refused(500, "something went wrong inside Holdfast; please report it", ""));
                    // Of one who was gone before the answer there is nothing to report: telling it has failed.
                    System.getLogger(Routes.class.getName()).log(System.Logger.Level.ERROR, "inside Holdfast", e);
                }));
    }

    /**
     * Whoever asked is told what is wrong. Whoever is gone by now, with the request, is not told: and Javalin tells what fails here to itself, again and again without end, so nothing may
     * be thrown.
     */
    private static <E extends Exception> void told(JavalinConfig config, Class<E> kind, Function<E, Refused> refusal) {
        config.routes.exception(kind, (e, ctx) -> Gate.lastly(ctx, c -> problem(c, refusal.apply(e))));
    }

    @Override
    public void close() {
        streams.close();
        notices.close();
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

    /** That the server lives, and which of its records are still being read. */
    private void health(Context ctx) {
        StringBuilder said = new StringBuilder("here\n");
        for (Room room : rooms.all()) {
            room.reading()
                    .ifPresent(reached -> said.append(room.name())
                            .append(" reading: ")
                            .append(reached)
                            .append('\n'));
        }
        ctx.result(said.toString());
    }

    private static void contract(Context ctx) throws IOException {
        try (InputStream in = Objects.requireNonNull(Routes.class.getResourceAsStream("openapi.json"))) {
            ctx.contentType("application/json").result(in.readAllBytes());
        }
    }

    private static Person somebody(Context ctx) {
        Person person = Gate.person(ctx);
        if (person.role() == Role.PUBLIC) {
            throw new Refused(401, "this is for those who have signed in", "");
        }
        return person;
    }

    private Person submitter(Context ctx) {
        if (readOnly) {
            throw new Refused(403, "nothing can be submitted here: the room was opened to be read only", "");
        }
        return seated(ctx);
    }

    /** In the room of an exercise everybody is whom they sit for. */
    private Person seated(Context ctx) {
        Person person = Gate.person(ctx);
        return person.role() == Role.PUBLIC
                ? person
                : exercises.seat(ctx.pathParam("agreement"), person).orElse(person);
    }

    private static void problem(Context ctx, Refused refused) {
        Gate.refused(ctx, String.valueOf(refused.getMessage()));
        ctx.status(refused.status());
        Map<String, @Nullable Object> said = Json.object(
                "type", "about:blank",
                "title", refused.getMessage(),
                "status", refused.status(),
                "help", refused.help().isEmpty() ? null : refused.help(),
                "problems", refused.problems());
        refused.reading().ifPresent(reached -> {
            ctx.header("Retry-After", String.valueOf(SECONDS));
            said.put("reading", Json.reached(reached));
        });
        ctx.contentType("application/problem+json").result(Json.text(said).getBytes(StandardCharsets.UTF_8));
    }
}
