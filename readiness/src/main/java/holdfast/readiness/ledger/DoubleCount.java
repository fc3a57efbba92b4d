package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One case that several givers call their own: the same things may be counted twice.
 *
 * @param givers what each says, by name
 */
public record DoubleCount(String parcel, Stage stage, Item item, Map<String, BigDecimal> givers, List<String> records) {
    public DoubleCount {
        records = List.copyOf(records);
    }
}
