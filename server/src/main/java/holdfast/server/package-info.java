/** The server: what is listened for, and what answers. */
@NullMarked
package holdfast.server;

import org.jspecify.annotations.NullMarked;
