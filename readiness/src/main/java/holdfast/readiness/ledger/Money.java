package holdfast.readiness.ledger;

import java.math.BigDecimal;

/** @param currency as the records write it; may be empty */
public record Money(BigDecimal amount, String currency) {}
