/** A proof in one file that an entry is in the log, and what checks it with nothing else but keys. */
@NullMarked
package holdfast.record.log.proof;

import org.jspecify.annotations.NullMarked;
