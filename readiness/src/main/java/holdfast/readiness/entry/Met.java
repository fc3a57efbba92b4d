package holdfast.readiness.entry;

import java.time.LocalDate;
import java.util.List;

/** That a condition is met, as the records tell it. */
public record Met(List<String> records, String condition, LocalDate day) {}
