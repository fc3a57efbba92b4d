package holdfast.cli.replay;

import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records that were read, so that those that are quoted need not be read again: which ones they are is known only with the verdicts. Of very many it lets go, so that memory does not grow with them; then their
 * files are read a second time.
 */
final class RecordsInHand {
    private final int most;
    private final List<Record> records = new ArrayList<>();
    private boolean tooMany;

    /** @param most how many are kept; 0: none */
    RecordsInHand(int most) {
        this.most = most;
        this.tooMany = most == 0;
    }

    void add(Record record) {
        tooMany |= records.size() >= most;
        if (tooMany) {
            records.clear();
        } else {
            records.add(record);
        }
    }

    /** All of them, in the order in which they were read; empty where they were too many. */
    Optional<List<Record>> all() {
        return tooMany ? Optional.empty() : Optional.of(records);
    }
}
