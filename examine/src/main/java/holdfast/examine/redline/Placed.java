package holdfast.examine.redline;

import holdfast.engine.Record;
import holdfast.examine.play.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens at a time.
 *
 * @param at in milliseconds since 1970-01-01T00:00Z
 */
record Placed(Happening what, long at) {

    /** A history as records, in the order given. */
    static List<Record> records(List<Placed> history) {
        List<Record> records = new ArrayList<>();
        Optional<String> previous = Optional.empty();
        for (Placed placed : history) {
            String id = "r" + (records.size() + 1);
            records.add(placed.what().record(id, placed.at(), previous));
            if (placed.what() instanceof Happening.Done) {
                previous = Optional.of(id);
            }
        }
        return records;
    }

    static List<Move> moves(List<Placed> history) {
        return records(history).stream()
                .map(r -> new Move(r, Move.Why.SCENE, ""))
                .toList();
    }
}
