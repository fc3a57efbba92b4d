package holdfast.engine.horizon;

import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.List;

/** One observation with all that was said about it since: corrections, attributions, findings, withdrawals. It stays or goes as one. */
final class Matter {
    final List<Record> records = new ArrayList<>();

    /** The first instant of any version; {@link Long#MAX_VALUE} where it has no time of its own. */
    long first = Long.MAX_VALUE;

    /** The last instant of any version, in milliseconds since 1970-01-01T00:00Z; {@link Long#MAX_VALUE}: it never lies behind anything. */
    long last;

    /** Its last version; the order of arrival decides. */
    Record said;

    boolean stays;

    /** Whether the archive has it. */
    boolean archived;

    Matter(Record first) {
        this.said = first;
        this.last = Long.MIN_VALUE;
        add(first);
    }

    void add(Record record) {
        records.add(record);
        switch (record) {
            case Record.Observation o -> {
                last = o.incident().isPresent()
                        ? Long.MAX_VALUE
                        : Math.max(last, o.occurred().hi());
                first = Math.min(first, o.occurred().lo());
                said = record;
            }
            case Record.Finding f -> last = f.about().isPresent() ? last : Long.MAX_VALUE;
            case Record.Attribution ignored -> {}
            case Record.Withdrawal ignored -> {}
        }
    }
}
