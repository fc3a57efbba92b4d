package holdfast.report.history;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.horizon.Behind;
import holdfast.engine.horizon.HorizonMonitor;
import holdfast.engine.monitor.Monitor;
import java.util.ArrayList;
import java.util.List;

/** How records are watched: all of them for good, or with a horizon. */
public sealed interface Watch {
    /** @return false: it was told too late, and not taken */
    boolean accept(Record record);

    /**
     * Told before a record that became known then is taken.
     *
     * @param recorded milliseconds since 1970-01-01T00:00Z
     */
    default void comes(long recorded) {}

    /** Whether rows are taken in place of records, and it costs less. */
    default boolean takesRows() {
        return monitor().hasFirstTier();
    }

    /** What watches those records that are at hand. */
    Monitor monitor();

    default void advanceTo(long now) {
        monitor().advanceTo(now);
    }

    default List<Verdict> verdicts() {
        return monitor().verdicts();
    }

    /** Nothing is ever forgotten. */
    record OfAll(Monitor monitor) implements Watch {
        @Override
        public boolean accept(Record record) {
            monitor.accept(record);
            return true;
        }
    }

    /**
     * Nothing is ever forgotten; as long as records come in the order in which they became known, time goes with them, so that what they tell need not wait until all are read. Before it
     * is asked for verdicts nobody sees at which moment it stands.
     */
    final class Along implements Watch {
        private final Monitor monitor;
        private final long until;
        private boolean inOrder = true;
        private long last = Long.MIN_VALUE;

        /** @param until the moment that will be asked about; the last at which something became known, if that is earlier */
        public Along(Monitor monitor, long until) {
            this.monitor = monitor;
            this.until = until;
        }

        @Override
        public void comes(long recorded) {
            inOrder &= recorded >= last;
            if (inOrder && recorded > last) {
                monitor.advanceTo(Math.min(last, until));
                last = recorded;
            }
        }

        @Override
        public boolean accept(Record record) {
            comes(record.recorded());
            monitor.accept(record);
            return true;
        }

        @Override
        public Monitor monitor() {
            return monitor;
        }
    }

    /**
     * What is final is forgotten; time goes by the records, in the order in which they are read.
     *
     * @param late takes what was told too late
     */
    record WithHorizon(HorizonMonitor forgetful, List<Behind> late) implements Watch {
        public WithHorizon(HorizonMonitor forgetful) {
            this(forgetful, new ArrayList<>());
        }

        @Override
        public boolean takesRows() {
            return false;
        }

        @Override
        public boolean accept(Record record) {
            forgetful.advanceTo(record.recorded());
            return forgetful
                    .accept(record)
                    .map(behind -> {
                        late.add(behind);
                        return false;
                    })
                    .orElse(true);
        }

        @Override
        public void advanceTo(long now) {
            forgetful.advanceTo(now);
        }

        @Override
        public List<Verdict> verdicts() {
            // So that what went does not hang on how many records came at a time.
            forgetful.forget();
            return forgetful.verdicts();
        }

        @Override
        public Monitor monitor() {
            return forgetful.watched();
        }
    }
}
