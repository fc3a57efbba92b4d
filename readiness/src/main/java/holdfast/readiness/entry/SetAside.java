package holdfast.readiness.entry;

import java.util.List;

/**
 * Records that are in no sum, and why.
 *
 * @param attribute in which the fault stands; empty: in none
 * @param mend what would bring them in; may be empty
 */
public record SetAside(List<String> records, String event, String attribute, String why, String mend) {
    public SetAside {
        records = List.copyOf(records);
    }
}
