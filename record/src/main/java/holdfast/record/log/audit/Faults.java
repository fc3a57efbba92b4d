package holdfast.record.log.audit;

import java.util.ArrayList;
import java.util.List;

/** The faults that an audit came upon; of very many only the first are kept. */
final class Faults {
    private static final int MOST = 1_000;

    private final List<Fault> listed = new ArrayList<>();
    private long untold;

    void add(Fault fault) {
        if (listed.size() < MOST) {
            listed.add(fault);
        } else {
            untold++;
        }
    }

    List<Fault> listed() {
        return listed;
    }

    long untold() {
        return untold;
    }
}
