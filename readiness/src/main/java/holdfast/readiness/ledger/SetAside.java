package holdfast.readiness.ledger;

import java.util.List;

/**
 * Records that are in no sum, and why.
 *
 * @param mend what would bring them in; may be empty
 */
public record SetAside(List<String> records, String event, String why, String mend) {
    public SetAside {
        records = List.copyOf(records);
    }
}
