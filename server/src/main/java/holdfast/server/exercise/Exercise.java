package holdfast.server.exercise;

import holdfast.record.entry.Entry;
import holdfast.server.access.Person;
import holdfast.server.room.Room;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One exercise: a room of its own, with its own clock, in which people sit for others. */
public final class Exercise implements AutoCloseable {
    /**
     * What was done that is no record: somebody sat down, time was moved.
     *
     * @param at what the clock of the exercise showed
     */
    public record Step(Instant at, String who, String what) {}

    private final String id;
    private final String of;
    private final String host;
    private final Begin begin;
    private final Room room;
    private final ExerciseClock clock;
    private final Map<String, Person> seats = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private Optional<Instant> ended = Optional.empty();

    Exercise(String id, String of, String host, Begin begin, Room room, ExerciseClock clock) {
        this.id = id;
        this.of = of;
        this.host = host;
        this.begin = begin;
        this.room = room;
        this.clock = clock;
    }

    /** The name of its room. */
    public String id() {
        return id;
    }

    /** The name of the room whose text is played. */
    public String of() {
        return of;
    }

    /** Who began it, and has its clock in hand. */
    public String host() {
        return host;
    }

    public Begin begin() {
        return begin;
    }

    public Room room() {
        return room;
    }

    public ExerciseClock clock() {
        return clock;
    }

    /** Takes a seat; whoever sat elsewhere leaves that seat, and several may share one. */
    public synchronized void sit(String who, Person as) {
        checkOpen();
        seats.put(who, as);
        step(who, "sits for " + as.actor().orElse("nobody"));
    }

    /** As whom somebody acts here; empty: only looks on. */
    public synchronized Optional<Person> seat(String who) {
        return ended.isPresent() ? Optional.empty() : Optional.ofNullable(seats.get(who));
    }

    public synchronized Map<String, Person> seats() {
        return new LinkedHashMap<>(seats);
    }

    /** @return false where that lies in the past of the exercise */
    public synchronized boolean moveTo(String who, Instant instant) {
        checkOpen();
        boolean moved = clock.moveTo(instant);
        if (moved) {
            step(who, "moves the clock on");
        }
        return moved;
    }

    public synchronized void runs(String who, int times) {
        checkOpen();
        clock.runs(times);
        step(who, times == 0 ? "stops the clock" : "lets the clock run " + times + " times as fast");
    }

    /** Nobody acts any more; it can still be looked at. */
    public synchronized void end(String who) {
        if (ended.isEmpty()) {
            clock.runs(0);
            step(who, "ends the exercise");
            ended = Optional.of(clock.instant());
        }
    }

    public synchronized boolean isOver() {
        return ended.isPresent();
    }

    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    private void step(String who, String what) {
        steps.add(new Step(clock.instant(), who, what));
    }

    private void checkOpen() {
        if (ended.isPresent()) {
            throw new Over();
        }
    }

    /** The records that were on the table at the end, as lines that {@code holdfast replay --records} takes. */
    public byte[] records() {
        StringBuilder lines = new StringBuilder();
        long size = room.record().signedSize();
        room.record()
                .store()
                .read(
                        0,
                        size,
                        entry -> line(entry).ifPresent(l -> lines.append(l).append('\n')));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> line(Entry entry) {
        return entry.recordBytes().map(b -> new String(b, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        room.close();
    }

    /** It has ended. */
    public static final class Over extends RuntimeException {
        Over() {
            super("the exercise is over");
        }
    }
}
