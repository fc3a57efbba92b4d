package holdfast.readiness.entry;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On what a promise or an offer hangs, in the words of its record.
 *
 * @param metOn when it was met; empty: it is not yet
 */
public record Condition(String words, Optional<LocalDate> metOn) {}
