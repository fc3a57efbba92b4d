/** The log: a tree over all entries, checkpoints that are signed and cosigned, proofs, and the files that strangers can check. */
@NullMarked
package holdfast.record.log;

import org.jspecify.annotations.NullMarked;
