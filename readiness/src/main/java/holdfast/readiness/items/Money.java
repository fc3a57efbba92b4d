package holdfast.readiness.items;

import java.math.BigDecimal;

/** @param currency may be empty */
public record Money(BigDecimal amount, String currency) {}
