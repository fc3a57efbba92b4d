package holdfast.report.daily.count;

import java.time.LocalDate;

/**
 * A count of an earlier day that is another now than it was in the report before.
 *
 * @param count as it is now, and, as its day before, as it was known then
 */
public record Recount(LocalDate day, Count count) {}
