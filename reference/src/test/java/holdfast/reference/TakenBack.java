package holdfast.reference;

import holdfast.engine.Record;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that take others back, one after the other, until nothing is left. What a monitor has made of a record it must
 * then undo, in every part of it; that few histories ask for.
 */
public final class TakenBack {
    private TakenBack() {}

    /** A withdrawal of each that is no withdrawal itself, by whoever spoke in it, a millisecond apart after the last. */
    public static List<Record> each(List<Record> records) {
        long recorded = records.stream().mapToLong(Record::recorded).max().orElse(0);
        List<Record> withdrawals = new ArrayList<>();
        for (Record record : records) {
            if (!(record instanceof Record.Withdrawal)) {
                recorded++;
                withdrawals.add(new Record.Withdrawal(
                        "takes back " + record.id(), recorded, record.source(), record.id(), record.author()));
            }
        }
        return withdrawals;
    }
}
