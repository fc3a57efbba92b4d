package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A case that several give together, each its part of it.
 *
 * @param whole the most that one of them says the case is
 * @param percents what each gives of it, by name
 * @param open what part nobody gives, in percent
 */
public record SharedCase(
        String parcel,
        Stage stage,
        Item item,
        BigDecimal whole,
        Map<String, BigDecimal> percents,
        BigDecimal open,
        List<String> records) {
    public SharedCase {
        records = List.copyOf(records);
    }
}
