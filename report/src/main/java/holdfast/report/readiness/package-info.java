/** The ledger of what is given, as text, page, JSON and tables. */
@NullMarked
package holdfast.report.readiness;

import org.jspecify.annotations.NullMarked;
