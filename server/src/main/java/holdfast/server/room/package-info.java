/** One agreement with its record, live: what came in, what the text says of it now or said of it at any moment, and what changed. */
@NullMarked
package holdfast.server.room;

import org.jspecify.annotations.NullMarked;
