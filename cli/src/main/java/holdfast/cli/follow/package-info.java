/** A replay that goes on: files that grow, a clock, and what comes, goes and changes. */
@NullMarked
package holdfast.cli.follow;

import org.jspecify.annotations.NullMarked;
