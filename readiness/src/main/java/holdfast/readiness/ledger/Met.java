package holdfast.readiness.ledger;

import java.time.LocalDate;
import java.util.List;

/** That a condition is met, as the records tell it. */
record Met(List<String> records, String condition, LocalDate day) {}
