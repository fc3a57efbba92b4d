/** A log in files that outlive whoever wrote them, laid out as C2SP `tlog-tiles` has it. */
@NullMarked
package holdfast.record.log.archive;

import org.jspecify.annotations.NullMarked;
