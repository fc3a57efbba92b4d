/** What is still open in a ledger, as a question for matching. */
@NullMarked
package holdfast.readiness.open;

import org.jspecify.annotations.NullMarked;
