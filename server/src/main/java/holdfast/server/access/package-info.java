/** Who somebody is, and what the text lets them do. */
@NullMarked
package holdfast.server.access;

import org.jspecify.annotations.NullMarked;
