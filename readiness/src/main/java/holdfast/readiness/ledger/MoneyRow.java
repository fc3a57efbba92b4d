package holdfast.readiness.ledger;

import java.math.BigDecimal;

/**
 * Of one giver in one currency.
 *
 * @param intended offered and promised
 * @param firm paid or ordered
 */
public record MoneyRow(String giver, String currency, BigDecimal intended, BigDecimal firm) {}
