/** Witnesses: whoever sees that a log only grows, and says so under its checkpoints (C2SP `tlog-witness`). */
@NullMarked
package holdfast.record.log.witness;

import org.jspecify.annotations.NullMarked;
