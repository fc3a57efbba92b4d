package holdfast.server.exercise;

import java.time.Instant;
import java.util.Optional;

/**
 * How an exercise begins.
 *
 * @param title what it is called
 * @param clock what its clock shows at first
 * @param copied what of the real record is on the table: what was known at that moment; empty: nothing
 * @param records further records in Holdfast's own form, one on each line, such as those of a story; may be empty
 */
public record Begin(String title, Instant clock, Optional<Instant> copied, String records) {}
