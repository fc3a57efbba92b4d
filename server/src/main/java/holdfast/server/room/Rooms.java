package holdfast.server.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms that are open, by name. Several threads may use it. */
public final class Rooms implements AutoCloseable {
    private final Map<String, Room> byName = new LinkedHashMap<>();

    public Rooms(List<Room> rooms) {
        rooms.forEach(this::add);
    }

    public synchronized void add(Room room) {
        byName.put(room.name(), room);
    }

    public synchronized Optional<Room> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order in which they were opened. */
    public synchronized List<Room> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public void close() {
        all().forEach(Room::close);
    }
}
