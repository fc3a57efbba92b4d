/** Whom a reader of the log trusts: keys of logs and of witnesses, and how many of these must have cosigned. */
@NullMarked
package holdfast.record.log.trust;

import org.jspecify.annotations.NullMarked;
