package holdfast.readiness.ledger;

import holdfast.readiness.items.Item;
import java.math.BigDecimal;

/**
 * One giver and one item.
 *
 * @param arrived what has come from it
 * @param late what of its promises is open after its own day
 * @param toCome what is promised, paid for, ordered or sent, and has not arrived
 */
public record GiverRow(
        String giver,
        Item item,
        BigDecimal offered,
        BigDecimal pledged,
        BigDecimal arrived,
        BigDecimal late,
        BigDecimal toCome) {}
