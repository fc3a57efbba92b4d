/** What was needed, promised, sent and is in service, of the records that count at a moment; what is late, missing, or said by one alone. */
@NullMarked
package holdfast.readiness.ledger;

import org.jspecify.annotations.NullMarked;
