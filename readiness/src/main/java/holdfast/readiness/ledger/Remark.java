package holdfast.readiness.ledger;

import java.util.List;

/** Something about records that are in the sums, and that cannot be as it is told. */
public record Remark(List<String> records, String what) {
    public Remark {
        records = List.copyOf(records);
    }
}
