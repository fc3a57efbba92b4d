package holdfast.server.api;

import holdfast.engine.words.DateWords;
import holdfast.server.access.PublicView;
import holdfast.server.json.Json;
import holdfast.server.json.VerdictJson;
import holdfast.server.json.WrittenOnce;
import holdfast.server.room.Change;
import holdfast.server.room.Moment;
import holdfast.server.room.Reached;
import holdfast.server.room.Room;
import holdfast.server.room.Snapshot;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Changes as they come, as server-sent events. The id of an event is the moment that it tells of; whoever comes back with it as {@code Last-Event-ID} is first told what is different
 * since, by whatever server has the record.
 */
final class Streams implements AutoCloseable {
    /** Whoever does not read so many is let go, and comes back with the id of the last that it read. */
    private static final int WAITING = 64;

    /** So often something is sent, that both ends see whether the other is there. */
    private static final int SECONDS = 15;

    /** So many characters of changes are kept for those who are behind. */
    private static final long KEPT = 16_000_000;

    /** What is different between two moments, as those hear it who see as much. */
    private record Asked(Room room, Moment before, Moment after, Optional<PublicView> view) {}

    private final Asking asking;
    private final WrittenOnce<Asked, String> lines = new WrittenOnce<>(KEPT, String::length);
    private final Set<BlockingQueue<Optional<Change>>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Streams(Asking asking) {
        this.asking = asking;
    }

    /** Keeps its thread for as long as somebody listens. */
    void listen(SseClient client) {
        Room room = asking.room(client.ctx());
        BlockingQueue<Optional<Change>> queue = new LinkedBlockingQueue<>(WAITING);
        boolean[] slow = {false};
        open.add(queue);
        try (AutoCloseable listening = room.listen(c -> slow[0] |= !queue.offer(Optional.of(c)))) {
            waitUntilRead(client, room, queue);
            Snapshot begun = catchUp(client, room);
            while (!client.terminated() && !slow[0] && !closed) {
                @Nullable Optional<Change> change = queue.poll(SECONDS, TimeUnit.SECONDS);
                if (change == null) {
                    client.sendComment("here");
                } else if (change.isPresent() && !change.get().after().moment().isUpTo(begun.moment())) {
                    send(client, room, change.get());
                }
            }
        } catch (Exception e) {
            // Whoever went away comes back with the id of the last event; there is nobody to tell it to.
            client.close();
        } finally {
            open.remove(queue);
        }
    }

    /** Whoever listens while the record is being read is told how far it is. */
    private void waitUntilRead(SseClient client, Room room, BlockingQueue<Optional<Change>> queue)
            throws InterruptedException {
        for (Optional<Reached> r = room.reading();
                r.isPresent() && !client.terminated() && !closed;
                r = room.reading()) {
            client.sendEvent("reading", Json.line(Json.reached(r.get())));
            queue.poll(1, TimeUnit.SECONDS);
        }
    }

    /** Lets all go who listen: they come back, to whatever server has the record. */
    @Override
    public void close() {
        closed = true;
        open.forEach(queue -> queue.offer(Optional.empty()));
    }

    private Snapshot catchUp(SseClient client, Room room) {
        Snapshot now = room.now();
        Optional<Moment> heard = heard(client, now.moment());
        if (heard.isPresent()) {
            Snapshot then = new Snapshot(heard.get(), room.at(heard.get()).verdicts());
            send(client, room, new Change(then, now));
        } else {
            client.sendEvent("begun", Json.line(RoomApi.moment(room, now.moment())), new Change(now, now).id());
        }
        return now;
    }

    private static Optional<Moment> heard(SseClient client, Moment now) {
        @Nullable String id = client.ctx().header("Last-Event-ID");
        return Optional.ofNullable(id).flatMap(Change::moment).filter(m -> m.isUpTo(now));
    }

    /** It is written once for all who listen. */
    private void send(SseClient client, Room room, Change change) {
        Optional<PublicReply> reply = PublicReply.to(client.ctx());
        Moment before = change.before().moment();
        Moment after = change.after().moment();
        String line = lines.of(new Asked(room, before, after, reply.map(PublicReply::view)), () -> {
            String said = Json.line(said(room, change));
            return reply.map(r -> r.filtered(said)).orElse(said);
        });
        client.sendEvent("change", line, change.id());
    }

    static Map<String, @Nullable Object> said(Room room, Change change) {
        Map<String, @Nullable Object> said = RoomApi.moment(room, change.after().moment());
        said.put(
                "entries",
                change.after().moment().size() - change.before().moment().size());
        said.put("verdicts", new VerdictJson(new DateWords(room.agreement().zone())).changes(change.verdicts()));
        return said;
    }
}
