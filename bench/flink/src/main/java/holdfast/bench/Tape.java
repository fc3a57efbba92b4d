package holdfast.bench;

import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;

/**
 * The rows that go into a job, prepared beforehand, what comes out, and how long it took from the first to the last. Held in statics, because Flink makes copies of whatever it is handed and the
 * rows are to be neither copied nor read.
 */
final class Tape {
    private static RowData[] rows = {};
    private static long end;
    private static AtomicLongArray found = new AtomicLongArray(4);
    private static volatile Stopwatch begun = new Stopwatch();
    private static volatile Stopwatch.Reading ended = begun.read();

    private Tape() {}

    static void load(Events events) {
        rows = new RowData[events.size];
        for (int i = 0; i < events.size; i++) {
            rows[i] = GenericRowData.of(
                    (int) events.kind[i],
                    events.id[i],
                    events.party[i],
                    events.sector[i],
                    TimestampData.fromEpochMillis(events.second[i] * 1000));
        }
        end = events.second[events.size - 1] * 1000;
    }

    static void rewind() {
        found = new AtomicLongArray(4);
    }

    static int size() {
        return rows.length;
    }

    static RowData row(long index) {
        if (index == 0) {
            begun = new Stopwatch();
        }
        return rows[(int) index];
    }

    static Counts counts() {
        return new Counts(found.get(0), found.get(1), found.get(2), found.get(3));
    }

    /** From the first row that was handed over until the last violation was found. */
    static Stopwatch.Reading time() {
        return ended;
    }

    /** Counts what was violated by the end. When its rows end, Flink takes all time to be over; what is only violated after the last row is not counted. */
    static final class Found implements Sink<RowData> {
        private static final long serialVersionUID = 1;

        @Override
        public SinkWriter<RowData> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(RowData violation, Context time) {
                    if (violation.getTimestamp(1, 3).getMillisecond() <= end) {
                        found.incrementAndGet(violation.getInt(0));
                    }
                }

                @Override
                public void flush(boolean last) {
                    ended = begun.read();
                }

                @Override
                public void close() {}
            };
        }
    }
}
