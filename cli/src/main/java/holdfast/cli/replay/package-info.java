/** What a replay is asked, which files it reads, and how it is run. */
@NullMarked
package holdfast.cli.replay;

import org.jspecify.annotations.NullMarked;
