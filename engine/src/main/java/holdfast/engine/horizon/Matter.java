package holdfast.engine.horizon;

import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.List;

/** One observation with all that was said about it since: corrections, attributions, findings, withdrawals. It stays or goes as one. */
final class Matter {
    final List<Record> records = new ArrayList<>();

    /** The first instant of any version, in milliseconds since 1970-01-01T00:00Z; {@link Long#MAX_VALUE} where nothing was observed. */
    long first = Long.MAX_VALUE;

    /** The last instant of any version, or of what a body decided; {@link Long#MIN_VALUE} where it has no time. */
    long last = Long.MIN_VALUE;

    /** Whether it is needed for good: others may join its incident, and what a body decided may be about anything. */
    private boolean forGood;

    /** Its last version, by when it became known. */
    Record said;

    boolean stays;

    Matter(Record first) {
        this.said = first;
        add(first);
    }

    void add(Record record) {
        records.add(record);
        switch (record) {
            case Record.Observation o -> {
                first = Math.min(first, o.occurred().lo());
                last = Math.max(last, o.occurred().hi());
                forGood |= o.incident().isPresent();
                said = said instanceof Record.Observation && said.recorded() > o.recorded() ? said : o;
            }
            case Record.Finding f -> {
                // One about an observation has the time of that; where it has not come yet, none.
                if (f.about().isEmpty()) {
                    last = Math.max(last, f.occurred().hi());
                    forGood = true;
                }
            }
            case Record.Attribution ignored -> {}
            case Record.Withdrawal ignored -> {}
        }
    }

    boolean isForGood() {
        return forGood || last == Long.MIN_VALUE;
    }

    boolean isBefore(long edge) {
        return last != Long.MIN_VALUE && last < edge;
    }
}
