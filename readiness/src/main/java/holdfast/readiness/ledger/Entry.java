package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.language.model.Value;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of one thing, as the records that count tell it.
 *
 * @param records the ids of the records that it is made of
 * @param quantity in the item's own unit; above 0
 * @param day when it surely had happened
 * @param due the day that it names: by when, or from when
 * @param parcel the case or package that it belongs to
 * @param author who says so
 * @param confirmed whether somebody else says so too: a body that found it, or who receives
 * @param values as recorded, by attribute
 */
public record Entry(
        List<String> records,
        String event,
        Stage stage,
        Item item,
        BigDecimal quantity,
        Optional<String> giver,
        Optional<String> receiver,
        LocalDate day,
        Optional<LocalDate> due,
        Optional<BigDecimal> priority,
        Optional<String> parcel,
        Optional<Money> money,
        String author,
        boolean confirmed,
        Map<String, Value> values) {
    public Entry {
        records = List.copyOf(records);
        values = Map.copyOf(values);
    }

    /** What happens to a thing after it was promised: somebody else than the giver can see it. A word alone is only given. */
    public boolean canBeSeen() {
        return switch (stage) {
            case NEEDED, OFFERED, PLEDGED -> false;
            case FUNDED, CONTRACTED, SHIPPED, RECEIVED, IN_SERVICE, LOST, RETURNED -> true;
        };
    }
}
