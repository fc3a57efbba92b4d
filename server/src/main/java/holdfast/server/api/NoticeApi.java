package holdfast.server.api;

import holdfast.engine.words.DateWords;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.notice.Hook;
import holdfast.server.notice.Webhooks;
import holdfast.server.room.Change;
import holdfast.server.room.Moment;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import holdfast.server.room.Snapshot;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks: the keeper says which programs are told of a room's changes, and sees what they never took. */
final class NoticeApi implements AutoCloseable {
    private final Asking asking;
    private final Rooms rooms;
    private final Webhooks hooks;

    /** @param file where hooks are kept; empty: they are forgotten with the server */
    NoticeApi(Asking asking, Rooms rooms, Optional<Path> file, InstantSource clock) {
        this.asking = asking;
        this.rooms = rooms;
        this.hooks = Webhooks.of(file, clock, this::since);
        rooms.all().forEach(room -> {
            room.whenRead(() -> hooks.comeBack(room.name()));
            room.listen(change -> hooks.tell(room.name(), () -> letter(room, change)));
        });
    }

    private Optional<Webhooks.Letter> since(String name, String told) {
        Optional<Moment> then = Change.moment(told);
        return rooms.find(name)
                .flatMap(room -> then.filter(t -> t.isUpTo(room.now().moment()))
                        .map(t -> letter(
                                room, new Change(new Snapshot(t, room.at(t).verdicts()), room.now()))));
    }

    /** A CloudEvent in its structured form (cloudevents.io, version 1.0). */
    private static Webhooks.Letter letter(Room room, Change change) {
        String id = room.name() + "/" + change.id();
        Map<String, @Nullable Object> event = Json.object(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/api/agreements/" + room.name(),
                "type",
                "holdfast.change",
                "time",
                new DateWords(room.agreement().zone())
                        .iso(change.after().moment().now()),
                "datacontenttype",
                "application/json",
                "data",
                Streams.said(room, change));
        return new Webhooks.Letter(change.id(), Json.line(event));
    }

    void all(Context ctx) {
        Room room = asking.room(ctx);
        List<Hook> ofRoom =
                hooks.all().stream().filter(h -> h.room().equals(room.name())).toList();
        Json.answer(
                ctx,
                Json.object(
                        "webhooks",
                        ofRoom.stream()
                                .map(h -> Json.object(
                                        "id", h.id(),
                                        "url", h.url().toString(),
                                        "told", h.told().isEmpty() ? null : h.told()))
                                .toList(),
                        "dead",
                        hooks.dead().stream()
                                .filter(d -> ofRoom.stream().anyMatch(h -> h.id().equals(d.hook())))
                                .map(d -> Json.object("id", d.hook(), "change", d.change(), "why", d.why()))
                                .toList()));
    }

    /** The secret is told this once. */
    void add(Context ctx) {
        Room room = asking.room(ctx);
        Hook hook = hooks.add(room.name(), url(Json.body(ctx).path("url").asString("")));
        ctx.status(201);
        Json.answer(ctx, Json.object("id", hook.id(), "url", hook.url().toString(), "secret", hook.secret()));
    }

    private static URI url(String written) {
        try {
            URI url = new URI(written);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Said below, as of any other that is none.
        }
        throw new Refused(400, "`" + written + "` is no web address", "write it as https://example.org/holdfast");
    }

    void remove(Context ctx) {
        String id = ctx.pathParam("id");
        if (!hooks.remove(id)) {
            throw new Refused(404, "there is no webhook `" + id + "`", "");
        }
        ctx.status(204);
    }

    @Override
    public void close() {
        hooks.close();
    }
}
