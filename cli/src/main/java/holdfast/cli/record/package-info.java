/** {@code holdfast record}: the shared record, as somebody keeps it from the command line. */
@NullMarked
package holdfast.cli.record;

import org.jspecify.annotations.NullMarked;
