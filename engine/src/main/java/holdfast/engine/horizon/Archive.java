package holdfast.engine.horizon;

import holdfast.engine.Record;
import holdfast.engine.Verdict;

/** Takes what is final behind a horizon. What it is given once is not given again. */
public interface Archive {
    /** Lets it be lost. */
    Archive NONE = new Archive() {
        @Override
        public void take(Record record) {}

        @Override
        public void take(Verdict verdict) {}
    };

    /** A record behind the horizon, in the order in which they became known. Of those that were taken so far, it may still be needed. */
    void take(Record record);

    /** A verdict that stays as it is; the records on which it rests were given before. */
    void take(Verdict verdict);
}
