package holdfast.readiness.entry;

import java.util.List;

/**
 * Something about records that are in the sums, and that cannot be as it is told.
 *
 * @param attribute in which it stands; empty: in none alone
 */
public record Remark(List<String> records, String attribute, String what) {
    public Remark {
        records = List.copyOf(records);
    }

    public Remark(List<String> records, String what) {
        this(records, "", what);
    }
}
