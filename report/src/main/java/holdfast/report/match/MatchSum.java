package holdfast.report.match;

import java.math.BigDecimal;

/**
 * What becomes of all needs of one item and one priority.
 *
 * @param givers how many send something for them
 */
record MatchSum(
        String item,
        int priority,
        BigDecimal wanted,
        BigDecimal inTime,
        BigDecimal late,
        BigDecimal never,
        int givers) {}
