package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case that several givers call their own: the same things may be counted twice.
 *
 * @param givers what each says, by name
 * @param missing of the item if all but the greatest of these is the same told again, where it is known how many there should be
 */
public record DoubleCount(
        String parcel,
        Stage stage,
        Item item,
        Map<String, BigDecimal> givers,
        Optional<BigDecimal> missing,
        List<String> records) {
    public DoubleCount {
        records = List.copyOf(records);
    }
}
