package holdfast.readiness.entry;

import java.math.BigDecimal;

/**
 * One giver's part of what several give together.
 *
 * @param percent of the whole
 * @param whole in the item's own unit
 */
public record Share(BigDecimal percent, BigDecimal whole) {}
