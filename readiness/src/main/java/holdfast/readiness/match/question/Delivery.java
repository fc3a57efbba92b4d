package holdfast.readiness.match.question;

import java.math.BigDecimal;

/**
 * One line of a plan: so much of an offer to a need.
 *
 * @param quantity in units of what is offered
 */
public record Delivery(String need, String offer, BigDecimal quantity) {}
