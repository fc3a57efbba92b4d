/** Signed notes, checkpoints and cosignatures, as C2SP `signed-note`, `tlog-checkpoint` and `tlog-cosignature` have them. */
@NullMarked
package holdfast.record.log.note;

import org.jspecify.annotations.NullMarked;
