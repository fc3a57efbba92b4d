package holdfast.readiness.match;

import java.math.BigDecimal;

/**
 * What a plan reached of an aim.
 *
 * @param least no plan that is as good in all aims before it has less
 * @param whole whether the search came to its end; if not, less may be possible, down to {@code least}
 */
public record Reached(Aim aim, BigDecimal value, BigDecimal least, boolean whole) {
    /** Nothing better is possible. */
    public boolean proven() {
        return whole || value.compareTo(least) <= 0;
    }
}
