package holdfast.readiness.ledger;

import holdfast.readiness.items.StandIn;
import java.math.BigDecimal;

/**
 * What could stand in for what is missing.
 *
 * @param spare how many of it are there, under way or promised beyond what is wanted of them
 * @param offered whether they are only offered
 * @param covers how many of the missing ones they would stand in for
 */
public record StandingIn(StandIn rule, BigDecimal spare, boolean offered, BigDecimal covers) {}
