package holdfast.readiness.ledger;

import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What will not come if one giver stops. What is here stays. */
public record FallsAway(String giver, List<Line> lines) {
    public FallsAway {
        lines = List.copyOf(lines);
    }

    /**
     * @param of all that is to come of the item
     * @param missing how much would then be missing, where it is known how many there should be
     * @param expected how much is to be expected on the day asked about without it, where a later day is
     */
    public record Line(
            Item item,
            BigDecimal quantity,
            BigDecimal of,
            Optional<BigDecimal> missing,
            Optional<BigDecimal> expected) {}
}
