/** What anybody can find out about a log from its files alone: whether they are whole, and whether two copies tell one history. */
@NullMarked
package holdfast.record.log.audit;

import org.jspecify.annotations.NullMarked;
