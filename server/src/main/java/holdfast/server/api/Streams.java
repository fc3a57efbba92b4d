package holdfast.server.api;

import holdfast.engine.words.DateWords;
import holdfast.server.room.Change;
import holdfast.server.room.Moment;
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

    /** A change as it is sent. */
    private record Line(Change change, String json) {}

    private final Asking asking;
    private final Map<Room, Line> lines = new ConcurrentHashMap<>();
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

    private void send(SseClient client, Room room, Change change) {
        String line = line(room, change);
        client.sendEvent(
                "change",
                PublicReply.to(client.ctx()).map(r -> r.filtered(line)).orElse(line),
                change.id());
    }

    /** Written once for all who listen. */
    private String line(Room room, Change change) {
        @Nullable Line last = lines.get(room);
        if (last != null && last.change() == change) {
            return last.json();
        }
        String line = Json.line(said(room, change));
        lines.put(room, new Line(change, line));
        return line;
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
