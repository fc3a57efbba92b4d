package holdfast.readiness.items;

import java.math.BigDecimal;

/** {@code 3 "M777" stand in for 1 "HIMARS"}. */
public record StandIn(String item, BigDecimal quantity, String insteadOf, BigDecimal of) {}
