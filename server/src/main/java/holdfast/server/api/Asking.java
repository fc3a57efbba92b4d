package holdfast.server.api;

import holdfast.engine.words.DateWords;
import holdfast.record.store.Reading;
import holdfast.server.json.Refused;
import holdfast.server.room.Moment;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import holdfast.server.room.Snapshot;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which room and which moment a request is about. */
final class Asking {
    private final Rooms rooms;

    Asking(Rooms rooms) {
        this.rooms = rooms;
    }

    Room room(Context ctx) {
        String name = ctx.pathParam("agreement");
        return rooms.find(name)
                .orElseThrow(() -> new Refused(
                        404,
                        "there is no agreement `" + name + "` here",
                        "there are "
                                + String.join(
                                        ", ",
                                        rooms.all().stream().map(Room::name).toList())));
    }

    /** Whether nothing but the present is asked for. */
    private boolean isLive(Context ctx) {
        return Gate.until(ctx).isEmpty()
                && ctx.queryParam("asOf") == null
                && ctx.queryParam("about") == null
                && ctx.queryParam("size") == null
                && ctx.queryParam("since") == null;
    }

    /** The verdicts of the moment that is asked for; those of the present are there already. */
    Snapshot snapshot(Context ctx, Room room) {
        if (isLive(ctx)) {
            return room.now();
        }
        Moment moment = moment(ctx, room);
        return new Snapshot(moment, room.at(moment).verdicts());
    }

    /** {@code asOf}, {@code about}, {@code since}: an instant, or a day, whose end is meant. What is not given is the present. */
    Moment moment(Context ctx, Room room) {
        Moment latest = latest(ctx, room);
        long size = Optional.ofNullable(ctx.queryParam("size"))
                .map(s -> size(s, latest.size()))
                .orElse(latest.size());
        long asOf = instant(ctx, "asOf", room).orElse(latest.asOf());
        if (Gate.until(ctx).isPresent()) {
            asOf = Math.min(asOf, latest.asOf());
        }
        long about = instant(ctx, "about", room).orElse(asOf);
        return new Moment(size, asOf, about, instant(ctx, "since", room));
    }

    /** The present; for the public, as long ago as is told to it: also what was known earlier, and came into the record later, is not told sooner. */
    private static Moment latest(Context ctx, Room room) {
        Moment live = room.now().moment();
        return Gate.until(ctx)
                .map(until -> new Moment(
                        Math.min(live.size(), receivedBefore(room, until)),
                        Math.min(live.asOf(), until),
                        Math.min(live.now(), until)))
                .orElse(live);
    }

    /** How many entries the record had at that moment; they were received one after the other. */
    private static long receivedBefore(Room room, long until) {
        Reading store = room.record().store();
        long from = 0;
        long to = store.size();
        while (from < to) {
            long middle = (from + to) >>> 1;
            boolean before = store.entry(middle)
                    .map(e -> e.content().received().toEpochMilli() <= until)
                    .orElse(false);
            if (before) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static long size(String written, long most) {
        try {
            long size = Long.parseLong(written);
            if (size < 0 || size > most) {
                throw new Refused(400, "size=" + written + ": the record has " + most + " entries", "");
            }
            return size;
        } catch (NumberFormatException e) {
            throw new Refused(
                    400, "size=" + written + " is no number", "give the number of entries, as an answer has it");
        }
    }

    private static Optional<Long> instant(Context ctx, String name, Room room) {
        @Nullable String written = ctx.queryParam(name);
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            if (written.length() == 10) {
                return Optional.of(new DateWords(room.agreement().zone()).endOf(LocalDate.parse(written)));
            }
            // A plus in an address stands for a blank where nobody has escaped it.
            Instant instant = written.endsWith("Z")
                    ? Instant.parse(written)
                    : OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
            return Optional.of(instant.toEpochMilli());
        } catch (DateTimeException e) {
            throw new Refused(
                    400,
                    name + "=" + written + " is no moment",
                    "write `2026-03-01` for the end of that day, or `2026-03-01T18:00:00+02:00`");
        }
    }
}
